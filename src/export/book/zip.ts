import { deflateSync } from "fflate";
import { joined, little, utf8 } from "../bytes.ts";

/** A file of a ZIP: its bytes, or as much as is known of them before they are read. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array /** Packed, unless its kind is packed already. */; readonly packed: boolean }
  | { readonly name: string; readonly size: number; readonly crc: number; readonly parts: () => AsyncIterable<Uint8Array> };

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The checksum of a ZIP's file, gone on with from a former part's. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The size and checksum of what is read in parts. */
export async function measured(name: string, parts: () => AsyncIterable<Uint8Array>): Promise<ZipEntry> {
  let [size, crc] = [0, 0];
  for await (const part of parts()) {
    size += part.length;
    crc = crc32(part, crc);
  }
  return { name, size, crc, parts };
}

/** 1 January 1980, the first day that a ZIP knows: the same edition is the same file. */
const DAY = 0x21;

/** A ZIP, its files in order; each says its size before it begins, so that it can be read from a stream. */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array, void, void> {
  const directory: Uint8Array[] = [];
  let place = 0;
  for (const entry of entries) {
    const name = utf8(entry.name);
    const isPacked = "bytes" in entry && entry.packed;
    const content = "bytes" in entry ? (isPacked ? deflateSync(entry.bytes, { level: 9 }) : entry.bytes) : null;
    const size = "bytes" in entry ? entry.bytes.length : entry.size;
    const crc = "bytes" in entry ? crc32(entry.bytes) : entry.crc;
    // Bit 11: names are UTF-8.
    const said = joined([
      little(isPacked ? 20 : 10, 2),
      little(0x0800, 2),
      little(isPacked ? 8 : 0, 2),
      little(0, 2),
      little(DAY, 2),
      little(crc, 4),
    ]);
    const sizes = joined([little(content?.length ?? size, 4), little(size, 4), little(name.length, 2), little(0, 2)]);
    const head = joined([little(0x04034b50, 4), said, sizes, name]);
    yield head;
    if (content) yield content;
    else if ("parts" in entry) yield* entry.parts();
    directory.push(
      joined([little(0x02014b50, 4), little(20, 2), said, sizes, little(0, 2), little(0, 4), little(0, 4), little(place, 4), name]),
    );
    place += head.length + (content?.length ?? size);
  }
  const all = joined(directory);
  yield all;
  yield joined([
    little(0x06054b50, 4),
    little(0, 4),
    little(entries.length, 2),
    little(entries.length, 2),
    little(all.length, 4),
    little(place, 4),
    little(0, 2),
  ]);
}
