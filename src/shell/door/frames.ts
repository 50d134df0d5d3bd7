import type { Socket } from "node:net";

/** Most bytes of one message: a document of 100 MB in base64, and some more. */
export const LARGEST_MESSAGE = 140_000_000;
/** Most bytes of a greeting. */
export const LARGEST_GREETING = 2_000;
/** Most bytes that wait for a side that does not read them. */
const MOST_WAITING = 64_000_000;

const HEAD = 4;
/** Names of what JSON has no words for. No method of the contract takes fields of these names. */
const BYTES = "\u0000bytes";
const SAMPLES = "\u0000samples";

const base64 = (view: Uint8Array | Float32Array): string => Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString("base64");

/** Bytes and samples as JSON can carry them. Looked at before `toJSON` makes lists of numbers of them. */
function wrap(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: base64(value) };
  if (value instanceof Float32Array) return { [SAMPLES]: base64(value) };
  if (Array.isArray(value)) return value.map(wrap);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrap(inner)]));
}

function unwrap(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { [BYTES]: bytes, [SAMPLES]: samples } = value as Readonly<Record<string, unknown>>;
  if (typeof bytes === "string") return new Uint8Array(Buffer.from(bytes, "base64"));
  if (typeof samples !== "string") return value;
  const copy = new Uint8Array(Buffer.from(samples, "base64"));
  return new Float32Array(copy.buffer, 0, copy.byteLength >> 2);
}

/** A message as it goes over the line: its length in four bytes, then JSON. */
export function frame(message: unknown): Buffer {
  const text = JSON.stringify(wrap(message));
  const size = Buffer.byteLength(text);
  const whole = Buffer.allocUnsafe(HEAD + size);
  whole.writeUInt32BE(size);
  whole.write(text, HEAD);
  return whole;
}

/** Sends a message. A side that does not read what it asked for loses the line, not everybody else the memory. */
export function send(socket: Socket, message: unknown): void {
  if (socket.destroyed) return;
  socket.write(frame(message));
  if (socket.writableLength > MOST_WAITING) socket.destroy();
}

/** Takes messages out of what comes in. */
export interface Frames {
  /** @throws Error for a message that is too large or no JSON: nothing that comes after it can be understood */
  take(part: Buffer): readonly unknown[];
}

/** @param limit most bytes of a message now: a greeting is short. */
export function createFrames(limit: () => number): Frames {
  let waiting: Buffer[] = [];
  let size = 0;
  const whole = (): Buffer => {
    const [first] = waiting;
    const all = waiting.length === 1 && first ? first : Buffer.concat(waiting);
    waiting = [all];
    return all;
  };
  return {
    take(part) {
      waiting.push(part);
      size += part.length;
      const messages: unknown[] = [];
      while (size >= HEAD) {
        const first = waiting[0] ?? part;
        const length = (first.length >= HEAD ? first : whole()).readUInt32BE();
        if (length > limit()) throw new Error(`A message of ${length} bytes is too large.`);
        if (size < HEAD + length) break;
        const all = whole();
        messages.push(JSON.parse(all.toString("utf8", HEAD, HEAD + length), unwrap));
        waiting = [all.subarray(HEAD + length)];
        size -= HEAD + length;
      }
      return messages;
    },
  };
}
