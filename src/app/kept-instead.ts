import type { Library } from "../library/index.ts";
import { type Article, type FailureCode, type SourceRequest, toFailure } from "../model/index.ts";

/** A page that is not to be had, whatever it says; all else is no reason to read what was kept. */
const ABSENT: ReadonlySet<FailureCode> = new Set([
  "offline",
  "unknown-host",
  "unreachable",
  "timeout",
  "site-fault",
  "busy",
  "refused",
  "sign-in",
  "not-found",
]);

/** The addresses that a text may mean, as articles and items have them. */
function meantBy(text: string): readonly string[] {
  const all = /^https?:/i.test(text) ? [text] : /^[a-z][a-z0-9+.-]+:\D/i.test(text) ? [] : [`https://${text}`, `http://${text}`];
  const found = all.flatMap((address) => {
    if (!URL.canParse(address)) return [];
    const url = new URL(address);
    const whole = url.href;
    url.username = "";
    url.password = "";
    url.hash = "";
    return [url.href, whole, address];
  });
  return [...new Set(found)];
}

/** The article that the library has of a page that can't be had now, null: none, or the page failed for another reason. */
export function keptInstead(library: Pick<Library, "keptAt">, request: SourceRequest, thrown: unknown): Article | null {
  if (request.kind !== "address" || !ABSENT.has(toFailure(thrown).code)) return null;
  for (const address of meantBy(request.address.trim())) {
    const article = library.keptAt(address);
    if (article) return article;
  }
  return null;
}
