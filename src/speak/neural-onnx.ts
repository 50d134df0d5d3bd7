import { appendFile, type FileHandle, open } from "node:fs/promises";

/** A file that is no whole ONNX model. */
export class NotOnnx extends Error {}

/** Fields of ONNX's `ModelProto` (onnx.proto3): the graph, and key and value of its metadata. */
const GRAPH = 7;
const METADATA = 14;
const KEY = 1;
const VALUE = 2;
/** Protocol buffers' kinds of fields: a number, 8 bytes, a length and so many bytes, 4 bytes. */
const NUMBER = 0;
const EIGHT = 1;
const BYTES = 2;
const FOUR = 5;
/** The longest head of a field: two numbers of ten bytes. */
const HEAD = 20;
/** The most fields and the longest text of metadata that are believed: real models have some thirty fields, and 60 kB of speakers' names (guess). */
const MOST_FIELDS = 10_000;
const LONGEST_METADATA = 1_000_000;

/** A number of protocol buffers at `at`, and where it ends. Numbers beyond 2^53 are no lengths: they are only passed over. */
function numberAt(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let scale = 1;
  for (let index = at; index < at + 10; index++) {
    const byte = bytes[index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if (byte < 0x80) return { value, end: index + 1 };
  }
  throw new NotOnnx("A number has no end.");
}

interface Field {
  readonly number: number;
  readonly kind: number;
  /** Where its content is, half-open. */
  readonly start: number;
  readonly end: number;
}

/** The field whose head begins `head`, which stands at `at` of something that is `size` long. */
function fieldAt(head: Uint8Array, at: number, size: number): Field {
  const tag = numberAt(head, 0);
  const number = Math.floor(tag.value / 8);
  const kind = tag.value % 8;
  const start = at + tag.end;
  let end = start;
  if (kind === NUMBER) end = at + numberAt(head, tag.end).end;
  else if (kind === EIGHT) end = start + 8;
  else if (kind === FOUR) end = start + 4;
  else if (kind === BYTES) {
    const length = numberAt(head, tag.end);
    return within({ number, kind, start: at + length.end, end: at + length.end + length.value }, size);
  } else throw new NotOnnx("A field is of no known kind.");
  return within({ number, kind, start, end }, size);
}

function within(field: Field, size: number): Field {
  if (field.number === 0 || field.end > size) throw new NotOnnx("A field is longer than the file.");
  return field;
}

async function read(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/**
 * What a model says of itself, without loading it: only its outermost fields are read. A file that was cut off is found out, since a
 * process that loads one ends without a word; damage inside of the graph is not.
 * @throws NotOnnx for what is no whole model
 */
export async function readMetadata(path: string): Promise<ReadonlyMap<string, string>> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const found = new Map<string, string>();
    let graph = false;
    let count = 0;
    for (let at = 0; at < size; ) {
      if (++count > MOST_FIELDS) throw new NotOnnx("It has too many fields.");
      const field = fieldAt(await read(file, at, HEAD), at, size);
      if (field.number === GRAPH && field.kind === BYTES) graph = true;
      if (field.number === METADATA && field.kind === BYTES && field.end - field.start <= LONGEST_METADATA) {
        const [key, value] = pairOf(await read(file, field.start, field.end - field.start));
        found.set(key, value);
      }
      at = field.end;
    }
    if (!graph) throw new NotOnnx("It has no graph.");
    return found;
  } finally {
    await file.close();
  }
}

function pairOf(bytes: Uint8Array): readonly [string, string] {
  const texts = new Map<number, string>();
  for (let at = 0; at < bytes.length; ) {
    const field = fieldAt(bytes.subarray(at, at + HEAD), at, bytes.length);
    if (field.kind === BYTES) texts.set(field.number, new TextDecoder().decode(bytes.subarray(field.start, field.end)));
    at = field.end;
  }
  return [texts.get(KEY) ?? "", texts.get(VALUE) ?? ""];
}

/** Adds metadata at a model's end: protocol buffers take a repeated field anywhere, so nothing before it is touched. */
export async function appendMetadata(path: string, metadata: Readonly<Record<string, string>>): Promise<void> {
  const text = (field: number, value: string): Buffer => lengthed(field, Buffer.from(value, "utf8"));
  const pairs = Object.entries(metadata).map(([key, value]) => lengthed(METADATA, Buffer.concat([text(KEY, key), text(VALUE, value)])));
  await appendFile(path, Buffer.concat(pairs), { flush: true });
}

function lengthed(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(numberBytes(field * 8 + BYTES)), Buffer.from(numberBytes(content.length)), content]);
}

function numberBytes(value: number): readonly number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) + 0x80);
  return [...bytes, left];
}
