import { Failure, type Source } from "../../model/index.ts";
import type { DocumentWork } from "../documents/run.ts";
import type { Draft } from "../draft.ts";

export function readPdf(_source: Source, _work: DocumentWork): Promise<Draft> {
  throw new Failure("unsupported", "PDF files can't be read yet. Copy the text and paste it instead.");
}
