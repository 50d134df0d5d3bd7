// WebAssembly's own bytes: its numbers and operations (WebAssembly Core Specification, 5).

export const TYPE = { i: 0x7f, d: 0x7c };
export const NOTHING = 0x40;

/** A whole number without a sign, and one with it, as WebAssembly writes them (LEB128). */
export function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; ) {
    const low = rest % 128;
    rest = (rest - low) / 128;
    bytes.push(rest === 0 ? low : low | 128);
    if (rest === 0) return bytes;
  }
}
export function signed(value) {
  const bytes = [];
  for (let rest = value; ; ) {
    const low = rest & 127;
    rest >>= 7;
    const isLast = (rest === 0 && !(low & 64)) || (rest === -1 && (low & 64) !== 0);
    bytes.push(isLast ? low : low | 128);
    if (isLast) return bytes;
  }
}
export const double = (value) => new Uint8Array(new Float64Array([value]).buffer);

export const LOADS = { G: 0x2c, J: 0x2d, H: 0x2e, K: 0x2f, I: 0x28, L: 0x28, M: 0x2a, N: 0x2b };
export const STORES = { G: 0x3a, J: 0x3a, H: 0x3b, K: 0x3b, I: 0x36, L: 0x36, M: 0x38, N: 0x39 };
export const WHOLE = { "|": 0x72, "&": 0x71, "^": 0x73, "<<": 0x74, ">>": 0x75, ">>>": 0x76, "+": 0x6a, "-": 0x6b };
export const BROKEN = { "+": 0xa0, "-": 0xa1, "*": 0xa2, "/": 0xa3 };
/** With a sign, without, of 64 bits with a fraction. */
export const COMPARES = {
  "==": [0x46, 0x46, 0x61],
  "!=": [0x47, 0x47, 0x62],
  "<": [0x48, 0x49, 0x63],
  ">": [0x4a, 0x4b, 0x64],
  "<=": [0x4c, 0x4d, 0x65],
  ">=": [0x4e, 0x4f, 0x66],
};
export const MATH = {
  O: [0x6c],
  P: [0xb6, 0xbb],
  Q: [0x99],
  R: [0x67],
  S: [0xa4],
  T: [0xa5],
  U: [0x9c],
  V: [0x9b],
  W: [0x9d],
  X: [0x9f],
  wa: [0x3f, 0],
};
