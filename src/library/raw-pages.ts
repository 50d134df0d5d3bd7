import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { FoundRow } from "./rows.ts";
import type { Value } from "./seals.ts";

// Offsets and numbers: SQLite's file format, 1.5 "B-tree Pages", 1.6 "Cell Payload Overflow Pages", 2.1 "Record Format".

const LEAF = 0x0d;
/** Where the pointers to a leaf's cells begin. */
const POINTERS = 8;
/** Bytes of integers by their serial type. */
const WIDTHS = [0, 1, 2, 3, 4, 6, 8] as const;
/** More columns than any table of ours has. */
const MOST_COLUMNS = 100;

interface Varint {
  readonly value: number;
  readonly end: number;
}

/** A number of one to nine bytes; null where it does not fit. */
function varint(bytes: Buffer, at: number): Varint | null {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return Number.isSafeInteger(value) ? { value, end: at + index + 1 } : null;
  }
  return null;
}

/** A record's values; null for what is none. */
function valuesOf(record: Buffer): readonly Value[] | null {
  const header = varint(record, 0);
  if (header === null || header.value > record.length) return null;
  const types: number[] = [];
  for (let at = header.end; at < header.value; ) {
    const type = varint(record, at);
    if (type === null || types.length >= MOST_COLUMNS) return null;
    types.push(type.value);
    at = type.end;
  }
  let at = header.value;
  const values: Value[] = [];
  for (const type of types) {
    const width = type < 7 ? (WIDTHS[type] ?? 0) : type === 7 ? 8 : type < 12 ? 0 : Math.floor((type - 12) / 2);
    if (type === 10 || type === 11 || at + width > record.length) return null;
    if (type === 0) values.push(null);
    else if (type < 6) values.push(record.readIntBE(at, width));
    else if (type === 6) values.push(Number(record.readBigInt64BE(at)));
    else if (type === 7) values.push(record.readDoubleBE(at));
    else if (type < 12) values.push(type - 8);
    else values.push(type % 2 === 0 ? new Uint8Array(record.subarray(at, at + width)) : record.toString("utf8", at, at + width));
    at += width;
  }
  return values;
}

/**
 * Every row that stands on any page of a database file, whichever table it belongs to, those of deleted rows and old versions too: for
 * whoever can tell the true ones. A column that is the row's own number is null. Ends, whatever the file holds.
 */
export function* rowsOnPages(file: string, pageSize: number): Generator<FoundRow> {
  const handle = openSync(file, "r");
  try {
    const pages = Math.floor(fstatSync(handle).size / pageSize);
    const read = (page: number): Buffer | null => {
      if (page < 1 || page > pages) return null;
      const bytes = Buffer.allocUnsafe(pageSize);
      return readSync(handle, bytes, 0, pageSize, (page - 1) * pageSize) === pageSize ? bytes : null;
    };
    const payload = (page: Buffer, at: number, size: number): Buffer | null => {
      const most = pageSize - 35;
      const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
      const rest = least + ((size - least) % (pageSize - 4));
      const local = size <= most ? size : rest <= most ? rest : least;
      if (at + local > pageSize || size > pages * pageSize) return null;
      if (local === size) return page.subarray(at, at + size);
      const parts = [page.subarray(at, at + local)];
      let missing = size - local;
      let next = at + local + 4 <= pageSize ? page.readUInt32BE(at + local) : 0;
      while (missing > 0) {
        const more = read(next);
        if (more === null) return null;
        const length = Math.min(missing, pageSize - 4);
        parts.push(more.subarray(4, 4 + length));
        missing -= length;
        next = more.readUInt32BE(0);
      }
      return Buffer.concat(parts);
    };
    for (let number = 2; number <= pages; number += 1) {
      const page = read(number);
      if (page === null || page[0] !== LEAF) continue;
      const cells = page.readUInt16BE(3);
      if (POINTERS + cells * 2 > pageSize) continue;
      for (let cell = 0; cell < cells; cell += 1) {
        const size = varint(page, page.readUInt16BE(POINTERS + cell * 2));
        const row = size && varint(page, size.end);
        const record = size && row && payload(page, row.end, size.value);
        const values = record && valuesOf(record);
        if (row && values) yield { row: row.value, values };
      }
    }
  } finally {
    closeSync(handle);
  }
}
