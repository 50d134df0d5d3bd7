import { metaContent, type PageData } from "./data.ts";
import { attribute, type PageTree } from "./tree.ts";

/** Longest address that is kept: longer ones are data or attacks (servers take 8 kB). */
const LONGEST = 8192;
const WEB = ["http:", "https:"];
const LINKS = [...WEB, "mailto:"];

/** Resolves what a page says against where it is. Null for what is no address of an allowed kind; http and https where none are named. */
export type Resolve = (address: string | null, schemes?: readonly string[]) => string | null;

/** Resolves against the page's base element, else against `address`. */
export function createResolve(tree: PageTree, address: string): Resolve {
  const base = tree.elements.find((element) => element.tag === "base" && attribute(element, "href") !== null);
  const own = base ? attribute(base, "href") : null;
  const based = own !== null && URL.canParse(own, address) ? new URL(own, address).href : address;
  return (text, schemes = WEB) => {
    if (text === null || text.length > LONGEST || !URL.canParse(text, based)) return null;
    const { protocol, href } = new URL(text, based);
    return schemes.includes(protocol) ? href : null;
  };
}

/** The address of a link: of a page or of a letter box. */
export const resolveLink = (address: string | null, resolve: Resolve): string | null => resolve(address, LINKS);

/**
 * The page's own address, and what its relative addresses are relative to: for a saved page the one it was saved from, for a web page
 * its canonical one of the same host.
 */
export function pageAddress(tree: PageTree, data: PageData, address: string): { readonly own: string; readonly base: string } {
  const link = tree.elements.find(
    (element) => element.tag === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(element.attributes.get("rel") ?? ""),
  );
  const said = (link ? attribute(link, "href") : null) ?? metaContent(data, "og:url");
  const canonical = said !== null && URL.canParse(said, address) ? new URL(said, address) : null;
  if (canonical === null || !WEB.includes(canonical.protocol)) return { own: address, base: address };
  const here = new URL(address);
  if (!WEB.includes(here.protocol)) return { own: address, base: canonical.href };
  // Broken sites name their front page as canonical for every page.
  const believable = canonical.host === here.host && (canonical.pathname !== "/" || here.pathname === "/");
  canonical.hash = "";
  return { own: believable ? canonical.href : address, base: address };
}
