import { deflateSync, inflateSync } from "node:zlib";

/** A text as it is kept: deflated, with a checksum inside (zlib, RFC 1950). Decision 16 has the figures. */
export const pack = (text: string): Uint8Array => deflateSync(text);

/** The text again. @throws for bytes that are not what `pack` made */
export const unpack = (bytes: Uint8Array): string => inflateSync(bytes).toString();
