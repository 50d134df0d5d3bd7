import type { PdfHead, PdfPage } from "../pdf/model.ts";

/** Work that can take long, much memory or forever. */
export interface DocumentJob {
  readonly kind: "docx" | "pdf";
  readonly bytes: Uint8Array;
}

/** What comes of it, in order. */
export type DocumentPart =
  | { readonly kind: "docx"; readonly html: string; readonly pictures: readonly Uint8Array[]; readonly hidden: readonly string[] }
  | { readonly kind: "pdf-head"; readonly head: PdfHead }
  | { readonly kind: "pdf-page"; readonly page: PdfPage };

/** Does the work here. @throws Failure, and whatever the parsers throw */
export async function* doJob(job: DocumentJob): AsyncGenerator<DocumentPart, void, void> {
  // Parsers are large, and each is needed alone.
  if (job.kind === "docx") yield { kind: "docx", ...(await (await import("../docx/convert.ts")).convertDocument(job.bytes)) };
  else yield* (await import("../pdf/parse.ts")).parsePdf(job.bytes);
}
