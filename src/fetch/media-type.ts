import { Failure } from "../model/index.ts";

/** What a Content-Type header says. */
export interface ContentType {
  /** In lower case, without parameters; null when nothing useful was said. */
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** Says nothing: servers send it for files that they don't know. */
const UNKNOWN = new Set(["application/octet-stream", "binary/octet-stream", "application/x-unknown", "unknown/unknown", "*/*"]);

/** Reads a Content-Type header (RFC 9110, 8.3). What can't be read says nothing. */
export function parseContentType(header: string | null): ContentType {
  const [essence = "", ...parameters] = (header ?? "").split(";");
  const mediaType = essence.trim().toLowerCase();
  let charset: string | null = null;
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=", 2);
    if (charset === null && name.trim().toLowerCase() === "charset") charset = value.trim().replace(/^["']|["']$/g, "") || null;
  }
  return { mediaType: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType) && !UNKNOWN.has(mediaType) ? mediaType : null, charset };
}

/** Media types by the ending of a file's name, lower case. What is not here is told by the content. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".md": "text/markdown",
  ".markdown": "text/markdown",
  ".pdf": "application/pdf",
  ".epub": "application/epub+zip",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The media type that a file's name suggests, null when it suggests none. */
export const mediaTypeOfFile = (path: string): string | null => BY_EXTENSION[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ""] ?? null;

/** Documents that have pictures in them: they may be larger than pages. */
const DOCUMENTS = new Set(
  [".pdf", ".epub", ".docx"].flatMap((ending) => BY_EXTENSION[ending] ?? []).concat("application/x-pdf", "application/epub"),
);
/** What archives and PDF files begin with. */
const DOCUMENT_HEADS = ["PK\x03\x04", "%PDF-"];

/** Whether this is said to be a document, or looks like one. `head`: its first bytes. */
export const isDocument = (mediaType: string | null, head: Uint8Array = new Uint8Array()): boolean =>
  (mediaType !== null && DOCUMENTS.has(mediaType)) ||
  DOCUMENT_HEADS.some(
    (start) => Buffer.from(head.buffer, head.byteOffset, Math.min(start.length, head.byteLength)).toString("latin1") === start,
  );

/** What no stage can read, and what to call it. The first that fits. */
const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [
    /^application\/(msword|vnd\.openxmlformats-officedocument\.(?!wordprocessingml\.document$)|vnd\.oasis\.opendocument\.|vnd\.ms-|rtf)/,
    "Office documents",
  ],
  [/^image\//, "Pictures"],
  [/^video\//, "Videos"],
  [/^audio\//, "Audio files"],
  [/^(font|model)\//, "Files of this kind"],
  [/^application\/(zip|gzip|x-.*(tar|zip|compressed)|java-archive|wasm|vnd\.rar)/, "Archives and programs"],
];

/** @throws Failure `unsupported` for what can't become an article, so that megabytes of it need not be fetched. */
export function refuseUnreadable(mediaType: string | null): void {
  const found = mediaType === null ? undefined : UNREADABLE.find(([pattern]) => pattern.test(mediaType));
  if (found) throw new Failure("unsupported", `${found[1]} can't be read yet (${mediaType}). Copy the text and paste it instead.`);
}
