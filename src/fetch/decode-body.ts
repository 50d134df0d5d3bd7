import { Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { Failure } from "../model/index.ts";

type Bytes = AsyncIterable<Uint8Array>;

async function* through(source: Bytes, decoder: Transform): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(source);
  packed.on("error", (error) => decoder.destroy(error));
  try {
    yield* packed.pipe(decoder) as Bytes;
  } finally {
    packed.destroy();
    decoder.destroy();
  }
}

/** `deflate` means the zlib format (RFC 9110, 8.4.1.2), but some servers send it raw; the first byte tells. */
async function* inflate(source: Bytes): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const start: Uint8Array = first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  const ZLIB_METHOD = 8;
  yield* through(whole(), ((start[0] ?? 0) & 0x0f) === ZLIB_METHOD ? createInflate(LENIENT) : createInflateRaw(LENIENT));
}

/** As browsers do: a stream without its last bytes is what it is. */
const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const LENIENT_BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

const DECODERS: Readonly<Record<string, (source: Bytes) => Bytes>> = {
  gzip: (source) => through(source, createGunzip(LENIENT)),
  "x-gzip": (source) => through(source, createGunzip(LENIENT)),
  br: (source) => through(source, createBrotliDecompress(LENIENT_BROTLI)),
  deflate: inflate,
};

/** Two are known to happen by mistake; a long list is an attack. */
const MOST_ENCODINGS = 3;

/**
 * Reads a body to its end and undoes its content encodings. At no time more than the limit's bytes of it are kept, whatever it unpacks to.
 * `encodings`: the Content-Encoding header. `limitOf`: the limit for a body that begins like this.
 * @throws Failure `too-large` beyond the limit of decoded bytes, `unsupported` for an encoding that we did not ask for
 */
export async function decodeBody(body: Bytes, encodings: string, limitOf: (head: Uint8Array) => number): Promise<Uint8Array> {
  const names = encodings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity")
    .reverse();
  let stream = body;
  for (const name of names) {
    const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (!decode || names.length > MOST_ENCODINGS)
      throw new Failure("unsupported", `The site sent the page packed in an unknown way (${encodings.slice(0, 40)}).`);
    stream = decode(stream);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  let limit: number | null = null;
  for await (const chunk of stream) {
    limit ??= limitOf(chunk);
    length += chunk.byteLength;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The failure of what is larger than `limit` bytes. */
export const tooLarge = (limit: number): Failure => new Failure("too-large", `It is larger than ${Math.round(limit / 100_000) / 10} MB.`);
