/** A file of a voice that can be downloaded. It is only believed when it has this length and checksum. */
export interface OfferedFile {
  /** Its name in the voice's folder. */
  readonly name: string;
  /** http or https. */
  readonly address: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** A voice that can be downloaded. */
export interface VoiceOffer {
  /** Letters, digits, `_`, `-` and `.`: the name that it will be kept under. */
  readonly name: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Under which conditions it may be used, as its makers say. */
  readonly licence: string;
  /** Where that is written down; null: nowhere that is known. */
  readonly source: string | null;
  readonly files: readonly OfferedFile[];
}

/** What is told of a voice that can be downloaded. */
export interface OfferSummary extends Omit<VoiceOffer, "files"> {
  /** Bytes that are fetched. */
  readonly size: number;
  /** Bytes that are there already from an earlier attempt. */
  readonly there: number;
}

/** What is told of a voice that is kept on this computer. */
export interface KeptSummary {
  readonly name: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Null: not known. */
  readonly licence: string | null;
  /** Bytes. */
  readonly size: number;
  /** How many speakers it has. */
  readonly speakers: number;
  /** Whether it was set aside because its process ended twice. */
  readonly setAside: boolean;
}

/** How far a voice has come. */
export interface VoiceProgress {
  /** `fetching` its files, then `trying` whether it speaks, then `kept`. */
  readonly stage: "fetching" | "trying" | "kept";
  /** Bytes. */
  readonly done: number;
  readonly all: number;
}
