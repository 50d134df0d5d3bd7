import { big, crcTable, joined, utf8, zeros } from "../bytes.ts";
import type { Inside } from "./inside.ts";
import { pictureBlock, vorbisComments } from "./opus.ts";

const CRC8 = crcTable(0x07, 8);
const CRC16 = crcTable(0x8005, 16);

/** The most that a block can hold: its length has three bytes. */
const MOST_IN_BLOCK = 2 ** 24 - 1;
/** The shortest block that ends a piece, samples: pieces are multiples of 9,216, and blocks have 4,096. */
const SHORTEST = 1024;

/** A number as FLAC writes it: UTF-8 as it once was, up to 36 bits. */
function coded(value: number): Uint8Array {
  if (value < 0x80) return Uint8Array.of(value);
  let more = 1;
  while (value >= 2 ** (6 * more + Math.max(0, 6 - more))) more += 1;
  const lead = more >= 6 ? 0xfe : (0xff00 >> (more + 1)) & 0xff;
  const tail = Array.from({ length: more }, (_, at) => 0x80 | (Math.floor(value / 64 ** (more - 1 - at)) & 0x3f));
  return Uint8Array.of(lead | (more >= 6 ? 0 : Math.floor(value / 64 ** more)), ...tail);
}

/** How many bytes the number takes that begins with a byte. */
function codedLength(first: number): number {
  let length = 0;
  while (length < 8 && (first & (0x80 >> length)) !== 0) length += 1;
  return Math.max(1, length);
}

/** A frame of a piece as a frame of the whole: it begins at a sample, not at a multiple of blocks. */
function placed(frame: Uint8Array, sample: number): Uint8Array {
  const third = frame[2] ?? 0;
  const [block, hertz] = [third >> 4, third & 15];
  const numbered = 4 + codedLength(frame[4] ?? 0);
  const extra = (block === 6 ? 1 : block === 7 ? 2 : 0) + (hertz === 12 ? 1 : hertz > 12 ? 2 : 0);
  const head = joined([Uint8Array.of(0xff, 0xf9, third, frame[3] ?? 0), coded(sample), frame.subarray(numbered, numbered + extra)]);
  let crc8 = 0;
  for (const byte of head) crc8 = CRC8[crc8 ^ byte] ?? 0;
  const body = joined([head, Uint8Array.of(crc8), frame.subarray(numbered + extra + 1, frame.length - 2)]);
  let crc16 = 0;
  for (const byte of body) crc16 = ((crc16 << 8) & 0xffff) ^ (CRC16[(crc16 >> 8) ^ byte] ?? 0);
  return joined([body, big(crc16, 2)]);
}

/** How many samples a frame holds (RFC 9639, 9.1.1). */
function samplesOf(frame: Uint8Array): number {
  const code = (frame[2] ?? 0) >> 4;
  const at = 4 + codedLength(frame[4] ?? 0);
  if (code === 1) return 192;
  if (code <= 5) return 576 * 2 ** (code - 2);
  if (code === 6) return (frame[at] ?? 0) + 1;
  if (code === 7) return (frame[at] ?? 0) * 256 + (frame[at + 1] ?? 0) + 1;
  return 256 * 2 ** (code - 8);
}

/** A FLAC file (RFC 9639) with chapters in its comments. */
export async function* flacFile(inside: Inside): AsyncGenerator<Uint8Array, void, void> {
  const { tags, chapters, sampleRate, shape, samples } = inside;
  const block = (type: number, body: Uint8Array, isLast = false): Uint8Array =>
    joined([Uint8Array.of(type | (isLast ? 0x80 : 0)), big(body.length, 3), body]);
  // Sizes and checksum of the whole are left open. 20 bits of the rate, 3 of the channels, 5 of the bits a sample, 36 of the length.
  const long = Math.floor(samples / 2 ** 32) & 15;
  const format = joined([big(sampleRate * 16, 3), Uint8Array.of(0xf0 + long), big(samples % 2 ** 32, 4)]);
  yield utf8("fLaC");
  yield block(0, joined([big(SHORTEST, 2), big(shape.samples, 2), zeros(6), format, zeros(16)]));
  const picture = tags.cover ? pictureBlock(tags.cover) : null;
  const hasPicture = picture !== null && picture.length <= MOST_IN_BLOCK;
  yield block(4, vorbisComments(tags, chapters, false), !hasPicture);
  if (hasPicture) yield block(6, picture, true);
  let sample = 0;
  for await (const frame of inside.frames()) {
    yield placed(frame, sample);
    sample += samplesOf(frame);
  }
}
