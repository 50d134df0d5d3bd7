import { COPIED_HTML, Failure, OWN_MARKDOWN } from "../model/index.ts";

/** The kinds of text that are understood. */
export type Kind = "html" | "markdown" | "plain";

const BY_TYPE: Readonly<Record<string, Kind>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  [COPIED_HTML]: "html",
  "text/markdown": "markdown",
  "text/x-markdown": "markdown",
  [OWN_MARKDOWN]: "markdown",
  "text/plain": "plain",
};

/** What documents are called that are told by their bytes. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "application/pdf": "a PDF",
  "application/epub+zip": "a book (EPUB)",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
};

/** Tags that begin a page or a piece of one. */
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1|h2|table|ul|ol)\b/i;

/** What feeds begin with: RSS, Atom, RDF; JSON Feed names its version within the first lines. */
const FEED =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b|^\s*\{[\s\S]{0,1000}"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org/i;
const FEED_TYPES = new Set(["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"]);

/**
 * What kind of text this is: what was said of it, else what it looks like.
 * @throws Failure `feed` for a list of articles, `unsupported` for a media type that is none of them
 */
export function kindOf(mediaType: string | null, text: string): Kind {
  const known = mediaType === null ? undefined : BY_TYPE[mediaType];
  const START = 4096;
  const start = text.slice(0, START);
  if ((known === undefined || known === "html") && (FEED.test(start) || (mediaType !== null && FEED_TYPES.has(mediaType))))
    throw new Failure("feed", "This is a feed: a list of articles. `lectern feed` shows it; open one of its articles by its own address.");
  if (known) return known;
  if (PAGE.test(start)) return "html";
  const document = mediaType === null ? undefined : DOCUMENTS[mediaType];
  if (document)
    throw new Failure("damaged", `This is called ${document}, but it is none: it is damaged, or not all of it came. Get it again.`);
  if (mediaType !== null && !mediaType.startsWith("text/"))
    throw new Failure(
      "unsupported",
      `Lectern can't read this kind of file (${mediaType}). Save it as a web page or as plain text, and open that.`,
    );
  if (/^\s*<\?xml/i.test(start)) throw new Failure("unsupported", "This is an XML file, not a page.");
  return isMarkdown(start) ? "markdown" : "plain";
}

/** A heading with number signs, and a second sign of Markdown: one alone can be a hashtag or a comment. */
function isMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  return headings > 1 || (headings === 1 && /\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*\n]+\*\*|^(?:[-*] \S.*\n){2}|^```/m.test(text));
}
