import { type Article, Failure, type Source } from "../model/index.ts";
import { decodeText } from "./decode-text.ts";
import { type Draft, emptyDraft, finish, paragraph } from "./draft.ts";
import { markdownToHtml } from "./markdown.ts";
import { readPage, readPageText } from "./page/page.ts";
import { readPlainText } from "./plain/plain-text.ts";
import { kindOf } from "./sniff.ts";
import { collapse } from "./text.ts";

/** How a source is read. */
export interface ExtractOptions {
  /** The whole content is one paragraph: no structure is inferred, nothing is left out. */
  readonly running?: boolean | undefined;
}

/**
 * Frees an article of its markup: HTML, Markdown or plain text. Deterministic; runs nothing that is in the source and fetches nothing.
 * @throws Failure `unsupported` for what is not text, `not-an-article` for what has none
 */
export async function extractArticle(source: Source, options: ExtractOptions = {}): Promise<Article> {
  const text = decodeText(source);
  if (text.trim() === "") throw new Failure("not-an-article", "There is no text here to read.");
  const kind = kindOf(source.mediaType, text);
  if (options.running) return finish(runningDraft(kind === "html" ? readPageText(text) : collapse(text), source.address), source);
  if (kind === "html") return finish(readPage(text, source.address), source);
  const html = kind === "markdown" ? markdownToHtml(text) : null;
  return finish(html === null ? readPlainText(text, source.address) : readPage(html, source.address), source);
}

const runningDraft = (text: string, address: string): Draft => ({ ...emptyDraft(address), blocks: text === "" ? [] : [paragraph(text)] });
