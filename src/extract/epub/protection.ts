import { Failure } from "../../model/index.ts";
import type { Archive } from "../archive.ts";
import { elementsNamed } from "../xml.ts";
import { pathIn, readBookXml } from "./package.ts";

/** Fonts are scrambled like this in books that anybody may read. */
const FONTS = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc"]);

/**
 * Refuses a book whose text its seller has locked.
 * @throws Failure `locked`, with what can be done about it
 */
export async function refuseLocked(archive: Archive, pages: readonly string[]): Promise<void> {
  const listed = await readBookXml(archive, "META-INF/encryption.xml");
  if (!listed) return;
  const locked = new Set<string>();
  for (const data of elementsNamed(listed, "EncryptedData")) {
    const method = elementsNamed(data, "EncryptionMethod")[0]?.attributes.get("algorithm") ?? "";
    if (FONTS.has(method.toLowerCase())) continue;
    for (const reference of elementsNamed(data, "CipherReference")) {
      const path = pathIn("", reference.attributes.get("uri") ?? "");
      if (path !== null) locked.add(path);
    }
  }
  if (pages.some((path) => locked.has(path)))
    throw new Failure(
      "locked",
      "This book is locked by its seller (DRM): only the seller's own program can open it. Ask the seller or a library for the blind for a copy without a lock.",
    );
}
