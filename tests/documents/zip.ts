import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive. `size`: what the archive says of its size; `locked`: it says that it is encrypted. */
export interface ZipEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly size?: number;
  readonly locked?: boolean;
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A ZIP archive (PKWARE's APPNOTE, 4.3), with the lies that are asked for. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored = false, size, locked = false } of entries) {
    const plain = Buffer.from(data);
    const packed = stored ? plain : deflateRawSync(plain);
    const path = Buffer.from(name);
    const UTF8 = 0x800;
    const common = Buffer.concat([
      u16(20),
      u16(UTF8 | (locked ? 1 : 0)),
      u16(stored ? 0 : 8),
      u32(0),
      u32(crc32(plain)),
      u32(packed.length),
      u32(size ?? plain.length),
      u16(path.length),
      u16(0),
    ]);
    locals.push(Buffer.from("PK\x03\x04", "latin1"), common, path, packed);
    central.push(Buffer.from("PK\x01\x02", "latin1"), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    Buffer.from("PK\x05\x06", "latin1"),
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(directory.length),
    u32(offset),
    u16(0),
  ]);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** A picture of one dot. */
export const DOT = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"),
);
