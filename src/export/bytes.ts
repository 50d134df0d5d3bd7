const encoder = new TextEncoder();

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** A number of so many bytes, the highest first. */
export const big = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256);

/** A number of so many bytes, the lowest first. */
export const little = (value: number, bytes: number): Uint8Array => big(value, bytes).reverse();

/** So many zeros. */
export const zeros = (count: number): Uint8Array => new Uint8Array(count);

/** The table of a cyclic redundancy check, the highest bit first. */
export function crcTable(polynomial: number, bits: 8 | 16 | 32): Uint32Array {
  const top = 2 ** (bits - 1);
  const mask = 2 ** bits - 1;
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = (byte * 2 ** (bits - 8)) >>> 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const over = (value & top) !== 0;
      value = ((value << 1) ^ (over ? polynomial : 0)) & mask;
    }
    return value >>> 0;
  });
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letter = (shift: number): string => letters[(triple >> shift) & 63] ?? "";
    out.push(letter(18), letter(12), b === undefined ? "=" : letter(6), c === undefined ? "=" : letter(0));
  }
  return out.join("");
}
