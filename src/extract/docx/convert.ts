import mammoth from "mammoth";
import { INSIDE } from "../pictures.ts";

/** A document as a page: its pictures are `inside:` and their number. */
export interface ConvertedDocument {
  readonly html: string;
  readonly pictures: readonly Uint8Array[];
}

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
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
  );
  return { html: value, pictures };
}
