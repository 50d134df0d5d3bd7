/** A picture that came inside of a document and is kept with its article: its address is `PICTURE_ADDRESS` and its name. */
export interface KeptPicture {
  /** Of its bytes: the same picture has the same name. */
  readonly name: string;
  /** A kind of picture that a page can show, found in the bytes themselves. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What the addresses of kept pictures begin with. */
export const PICTURE_ADDRESS = "lectern:picture/";

/** The name of the kept picture that an address names, null for any other address. */
export const pictureName = (address: string): string | null =>
  address.startsWith(PICTURE_ADDRESS) ? address.slice(PICTURE_ADDRESS.length) : null;
