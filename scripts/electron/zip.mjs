// Reads a zip file: stored and deflated entries, no zip64. Every entry's length and checksum are compared with what the file says.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync, crc32 as nodeCrc32 } from "node:zlib";

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 5, 6]);
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** @param {Buffer} bytes @returns {number} */
function crc32(bytes) {
  if (nodeCrc32) return nodeCrc32(bytes) >>> 0;
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

// Node 20.18 has no zlib.crc32 (20.15 and 22.2 have): the usual table of the polynomial 0xedb88320.
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/**
 * Calls `visit` for each entry of a zip file, in the order of its directory; `read()` gives the entry's bytes.
 * @param {string} file
 * @param {(entry: { name: string, mode: number, read: () => Buffer }) => void} visit
 * @throws when the file is no zip or an entry is damaged
 */
export function eachZipEntry(file, visit) {
  const handle = openSync(file, "r");
  try {
    const size = fstatSync(handle).size;
    const at = (offset, length) => {
      const bytes = Buffer.alloc(length);
      if (readSync(handle, bytes, 0, length, offset) !== length) throw new Error(`${file} is cut off`);
      return bytes;
    };
    const tailLength = Math.min(size, END_LENGTH + LONGEST_COMMENT);
    const tail = at(size - tailLength, tailLength);
    const end = tail.lastIndexOf(END_OF_DIRECTORY);
    if (end < 0) throw new Error(`${file} is not a zip file`);
    const count = tail.readUInt16LE(end + 10);
    const directory = at(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    let place = 0;
    for (let n = 0; n < count; n++) {
      if (directory.readUInt32LE(place) !== DIRECTORY_ENTRY) throw new Error(`${file} has a damaged directory`);
      const nameLength = directory.readUInt16LE(place + 28);
      const name = directory.toString("utf8", place + 46, place + 46 + nameLength);
      const method = directory.readUInt16LE(place + 10);
      const crc = directory.readUInt32LE(place + 16);
      const packed = directory.readUInt32LE(place + 20);
      const length = directory.readUInt32LE(place + 24);
      const mode = directory.readUInt32LE(place + 38) >>> 16;
      const offset = directory.readUInt32LE(place + 42);
      place += 46 + nameLength + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
      const read = () => {
        const header = at(offset, 30);
        const bytes = at(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packed);
        const whole = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(length, 1) });
        if (whole.length !== length || crc32(whole) !== crc) throw new Error(`${file}: ${name} is damaged`);
        return whole;
      };
      visit({ name, mode, read });
    }
  } finally {
    closeSync(handle);
  }
}
