import mammoth from "mammoth";
import { openArchive } from "../archive.ts";
import { INSIDE } from "../pictures.ts";
import { hiddenStyles, withoutHidden } from "./hidden.ts";

/** A document as a page: its pictures are `inside:` and their number. */
export interface ConvertedDocument {
  readonly html: string;
  readonly pictures: readonly Uint8Array[];
  /** The texts that its readers do not see. */
  readonly hidden: readonly string[];
}

/** The parts that have text. */
const TEXTS = /^word\/(?:document|footnotes|endnotes|comments)\d*\.xml$/;

/** What Word, LibreOffice and Pages call what they write, where mammoth's own map does not know it. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Figure'] => figcaption:fresh",
  "p[style-name='Illustration'] => figcaption:fresh",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='toc 1'] => div.toc > p:fresh",
  "p[style-name='toc 2'] => div.toc > p:fresh",
  "p[style-name='toc 3'] => div.toc > p:fresh",
  "p[style-name='TOC Heading'] => div.toc > p:fresh",
  "p[style-name='Contents 1'] => div.toc > p:fresh",
  "p[style-name='Contents 2'] => div.toc > p:fresh",
  "p[style-name='Contents 3'] => div.toc > p:fresh",
  "p[style-name='Contents Heading'] => div.toc > p:fresh",
];

/** Converts a Word document. It has been looked at before: nothing in it unpacks to more than it may. */
export async function convertDocument(bytes: Uint8Array): Promise<ConvertedDocument> {
  const pictures: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    pictures.push(new Uint8Array(await image.readAsArrayBuffer()));
    return { src: `${INSIDE}${pictures.length - 1}` };
  });
  const archive = await openArchive(bytes);
  const hidden: string[] = [];
  const styles = hiddenStyles(new TextDecoder().decode((await archive.read("word/styles.xml")) ?? new Uint8Array()));
  const file = {
    exists: archive.has,
    async read(name: string, encoding?: string): Promise<Uint8Array | string> {
      const found = await archive.read(name);
      if (found === null) throw new Error(`the document has no ${name}`);
      if (encoding === undefined) return found;
      if (encoding === "base64") return Buffer.from(found).toString("base64");
      const text = new TextDecoder(encoding).decode(found);
      if (!TEXTS.test(name)) return text;
      const shown = withoutHidden(text, styles);
      hidden.push(...shown.hidden);
      return shown.xml;
    },
  };
  // The converter knows nothing of hidden text. It takes an opened archive where there is neither a path nor bytes.
  const input = { path: "", file };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: STYLES,
    convertImage,
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
  });
  return { html: value, pictures, hidden };
}
