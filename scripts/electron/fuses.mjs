// Electron's fuses: a few bytes behind a sentinel in the binary, each "0" off, "1" on, "r" removed.
// The layout is documented in electron/electron, docs/tutorial/fuses.md.
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const WIRE_VERSION = 1;
const REMOVED = 0x72;

/** What a stock Electron 33 has, in the order of the wire. Tests drive the app through the inspector, so it stays on. */
export const STOCK_FUSES = Object.freeze({
  runAsNode: true,
  cookieEncryption: false,
  nodeOptions: true,
  nodeCliInspect: true,
  asarIntegrity: false,
  onlyLoadAppFromAsar: false,
  browserSnapshot: false,
  fileProtocolPrivileges: true,
});

/**
 * Sets the fuses of an Electron binary in place.
 * @param {Buffer} binary
 * @param {readonly boolean[]} fuses in the order of the wire
 * @throws when the binary has no fuses, more than one set of them, or another number of them
 */
export function setFuses(binary, fuses) {
  const at = binary.indexOf(SENTINEL);
  if (at < 0) throw new Error("The binary has no fuses");
  if (binary.indexOf(SENTINEL, at + 1) >= 0) throw new Error("The binary has more than one set of fuses");
  const wire = at + SENTINEL.length;
  if (binary[wire] !== WIRE_VERSION) throw new Error(`The fuses have version ${binary[wire]}, not ${WIRE_VERSION}`);
  if (binary[wire + 1] !== fuses.length) throw new Error(`The binary has ${binary[wire + 1]} fuses, not ${fuses.length}`);
  fuses.forEach((on, n) => {
    if (binary[wire + 2 + n] !== REMOVED) binary[wire + 2 + n] = (on ? "1" : "0").charCodeAt(0);
  });
}
