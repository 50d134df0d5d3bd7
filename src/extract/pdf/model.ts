/** What a PDF says of itself. Null: nothing. */
export interface PdfHead {
  readonly pages: number;
  readonly title: string | null;
  readonly author: string | null;
  readonly lang: string | null;
  /** As written. */
  readonly created: string | null;
  readonly modified: string | null;
  /** The names of its bookmarks, in order. */
  readonly outline: readonly string[];
}

/** A piece of text as a page draws it: a word, a part of one, or a line. Points, from the page's upper left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** The line that it stands on. */
  readonly y: number;
  readonly width: number;
  /** The size of its letters. */
  readonly size: number;
  readonly rtl: boolean;
  /** Which of the page's marked contents it is, null for none. */
  readonly content: string | null;
  /** The document itself says that it is no content: a running head, a page number, a line. */
  readonly artifact: boolean;
}

/** A part of a tagged document, as it lies on one page. A string is the name of a marked content. */
export interface PdfNode {
  readonly role: string;
  readonly alt: string | null;
  readonly lang: string | null;
  readonly children: readonly (PdfNode | string)[];
}

/** One page. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  /** Null where the document is not tagged. */
  readonly tree: PdfNode | null;
}
