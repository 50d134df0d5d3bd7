import { attribute, type DomDocument, type DomElement } from "./dom.ts";

/** Longest address that is kept: longer ones are data or attacks (browsers take 2 MB; servers 8 kB). */
const LONGEST = 8192;

/** Resolves what a page says against where it is. Null for what is no address of an allowed kind. */
export type Resolve = (address: string | null, schemes?: readonly string[]) => string | null;

const WEB = ["http:", "https:"];
/** The addresses that a link may lead to. */
export const LINKS = [...WEB, "mailto:"];

/** Resolves against the page's base element, else against `address`. Only http and https addresses come out unless more are allowed. */
export function createResolve(page: DomDocument, address: string): Resolve {
  const own = attribute(page.querySelector("base[href]") ?? page.body, "href");
  const based = own !== null && URL.canParse(own, address) ? new URL(own, address).href : address;
  return (text, schemes = WEB) => {
    if (text === null || text.length > LONGEST || !URL.canParse(text, based)) return null;
    const { protocol, href } = new URL(text, based);
    return schemes.includes(protocol) ? href : null;
  };
}

/** The page's own address: for a saved page the one it was saved from, for a web page its canonical one of the same host. */
export function pageAddress(page: DomDocument, address: string): { readonly own: string; readonly base: string } {
  const link = page.querySelector('link[rel~="canonical" i][href]');
  const said = link ? attribute(link, "href") : metaContent(page, "og:url");
  const canonical = said !== null && URL.canParse(said, address) ? new URL(said, address) : null;
  if (canonical === null || !WEB.includes(canonical.protocol)) return { own: address, base: address };
  const here = new URL(address);
  if (!WEB.includes(here.protocol)) return { own: address, base: canonical.href };
  // Broken sites name their front page as canonical for every page.
  const believable = canonical.host === here.host && (canonical.pathname !== "/" || here.pathname === "/");
  canonical.hash = "";
  return { own: believable ? canonical.href : address, base: address };
}

/** What a meta element says, by its property, name or itemprop. */
export function metaContent(page: DomDocument, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = page.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`);
    for (const element of found) {
      const content = attribute(element, "content");
      if (content !== null) return content;
    }
  }
  return null;
}

/** The address of a picture: the src, or where pages that load late keep it, or the largest of the srcset. */
export function pictureAddress(image: DomElement, resolve: Resolve): string | null {
  for (const name of ["src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-hi-res-src"]) {
    const address = resolve(attribute(image, name));
    if (address !== null && !isPlaceholder(address)) return address;
  }
  const sets = [image, ...(image.parentNode?.localName === "picture" ? image.parentNode.querySelectorAll("source") : [])];
  for (const element of sets) {
    const address = resolve(largest(attribute(element, "srcset") ?? attribute(element, "data-srcset")));
    if (address !== null) return address;
  }
  return null;
}

const isPlaceholder = (address: string): boolean =>
  /\b(?:blank|spacer|placeholder|pixel|1x1|transparent)\.(?:gif|png|svg)\b/i.test(address);

/** The candidate of a srcset with the largest width or density. */
function largest(set: string | null): string | null {
  let best: string | null = null;
  let most = -1;
  for (const [, address = "", size = "1"] of (set ?? "").matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g))
    if (Number(size) > most) [best, most] = [address, Number(size)];
  return best;
}
