import { type Article, COPIED_HTML, Failure, type KeptPicture, OWN_MARKDOWN, type Source } from "../model/index.ts";
import { openArchive } from "./archive.ts";
import { decodeText } from "./decode-text.ts";
import { archiveKind, documentKind } from "./document-kind.ts";
import type { DocumentWork } from "./documents/run.ts";
import { type Draft, emptyDraft, finish, type NextPart, paragraph } from "./draft.ts";
import { markdownToHtml } from "./markdown.ts";
import { readCopied } from "./page/copied.ts";
import { readPage, readPageText } from "./page/page.ts";
import { readPlainText } from "./plain/plain-text.ts";
import { kindOf } from "./sniff.ts";
import { collapse } from "./text.ts";

/** How a source is read. */
export interface ExtractOptions {
  /** The whole content is one paragraph: no structure is inferred, nothing is left out. */
  readonly running?: boolean | undefined;
  /**
   * The built worker, `document-worker.js`, in which PDF and Word documents are parsed: there they can be ended. Not said: they are
   * parsed here.
   */
  readonly worker?: URL | undefined;
  /** The address of the article's first page, where this is a later one. */
  readonly first?: string | undefined;
  /** Seconds that such a document may take. */
  readonly patience?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is in a source. */
export interface Extracted {
  readonly article: Article;
  /** The pictures that came inside of it, and that its figures show by their addresses. */
  readonly pictures: readonly KeptPicture[];
  /** The page on which the article goes on, null where it ends. */
  readonly next: NextPart | null;
}

/**
 * Frees an article of its markup: HTML, Markdown, plain text, EPUB, PDF or Word (DOCX). Deterministic; runs nothing that is in the
 * source and fetches nothing.
 * @throws Failure `unsupported` for what can't be read, `not-an-article` for what has no text, `too-large`; the signal's reason
 */
export async function extractSource(source: Source, options: ExtractOptions = {}): Promise<Extracted> {
  const draft = await draftOf(source, options);
  const article = await finish(draft, source);
  return { article, pictures: draft.pictures, next: draft.next };
}

/** The article alone. @throws Failure as `extractSource` */
export const extractArticle = async (source: Source, options: ExtractOptions = {}): Promise<Article> =>
  (await extractSource(source, options)).article;

async function draftOf(source: Source, options: ExtractOptions): Promise<Draft> {
  const document = documentKind(source.bytes, source.mediaType);
  if (document !== null) {
    const draft = await documentDraft(document, source, options);
    return options.running ? runningDraft(collapse(draft.blocks.map(({ text }) => text).join(" ")), source.address) : draft;
  }
  const text = decodeText(source);
  if (text.trim() === "") throw new Failure("not-an-article", "There is no text here to read.");
  if (source.mediaType === COPIED_HTML && !options.running) return readCopied(text, source.address);
  const kind = kindOf(source.mediaType, text);
  if (options.running) return runningDraft(kind === "html" ? readPageText(text) : collapse(text), source.address);
  if (kind === "html") return readPage(text, source.address, options.first);
  const html = kind === "markdown" ? markdownToHtml(text) : null;
  if (html === null) return readPlainText(text, source.address);
  return source.mediaType === OWN_MARKDOWN ? readCopied(html, source.address) : readPage(html, source.address, source.address, true);
}

/** The readers of documents are large, and each is needed alone. */
async function documentDraft(kind: "archive" | "pdf", source: Source, { worker, patience, signal }: ExtractOptions): Promise<Draft> {
  const work: DocumentWork = { worker: worker ?? null, patience, signal };
  if (kind === "pdf") return (await import("./pdf/pdf.ts")).readPdf(source, work);
  const archive = await openArchive(source.bytes);
  return archiveKind(archive) === "epub"
    ? (await import("./epub/epub.ts")).readEpub(archive, source, signal)
    : (await import("./docx/docx.ts")).readDocx(archive, source, work);
}

const runningDraft = (text: string, address: string): Draft => ({ ...emptyDraft(address), blocks: text === "" ? [] : [paragraph(text)] });
