import { base64, big, crcTable, joined, little, utf8, zeros } from "../bytes.ts";
import { clock, type Inside, type Tags } from "./inside.ts";

/** What every decoder of Opus gives, Hz: times in a file count so. */
const OPUS_HERTZ = 48_000;
/** Packets a page: a second. */
const A_PAGE = 50;
/** The most lengths that a page can list; a packet takes one for each 255 bytes of it. */
const MOST_SEGMENTS = 255;

const CRC = crcTable(0x04c11db7, 32);

function checked(page: Uint8Array): Uint8Array {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  page.set(little(crc, 4), 22);
  return page;
}

/** Vorbis comments: what Opus and FLAC say of themselves, chapters too (CHAPTER001=…, as ffmpeg, VLC and foobar2000 read them). */
export function vorbisComments(tags: Tags, chapters: Inside["chapters"], cover: boolean): Uint8Array {
  const lines = [
    `TITLE=${tags.title}`,
    `ALBUM=${tags.title}`,
    ...(tags.source === "" ? [] : [`ARTIST=${tags.source}`, `PUBLISHER=${tags.source}`]),
    `DATE=${tags.date}`,
    `LANGUAGE=${tags.lang}`,
    "GENRE=Podcast",
    ...chapters.flatMap(({ title, start }, at) => {
      const name = `CHAPTER${String(at + 1).padStart(3, "0")}`;
      return [`${name}=${clock(start)}`, `${name}NAME=${title}`];
    }),
    ...(cover && tags.cover ? [`METADATA_BLOCK_PICTURE=${base64(pictureBlock(tags.cover))}`] : []),
  ];
  const counted = (text: string): Uint8Array => {
    const bytes = utf8(text);
    return joined([little(bytes.length, 4), bytes]);
  };
  return joined([counted(tags.maker), little(lines.length, 4), ...lines.map(counted)]);
}

/** A picture as FLAC keeps it (RFC 9639, 8.8). Its size in pixels is left for the player to see. */
export function pictureBlock({ mediaType, bytes }: NonNullable<Tags["cover"]>): Uint8Array {
  const type = utf8(mediaType);
  return joined([big(3, 4), big(type.length, 4), type, big(0, 4), zeros(16), big(bytes.length, 4), bytes]);
}

/** An Ogg file of Opus (RFC 7845). */
export async function* opusFile(inside: Inside): AsyncGenerator<Uint8Array, void, void> {
  const { tags, chapters, sampleRate, shape } = inside;
  let number = 0;
  const page = (flags: number, granule: number, lacing: readonly number[], body: Uint8Array): Uint8Array => {
    const head = joined([
      utf8("OggS"),
      Uint8Array.of(0, flags),
      little(granule, 8),
      little(1, 4),
      little(number, 4),
      zeros(4),
      Uint8Array.of(lacing.length, ...lacing),
    ]);
    number += 1;
    return checked(joined([head, body]));
  };
  const lacingOf = (size: number): readonly number[] => [...Array.from({ length: Math.floor(size / 255) }, () => 255), size % 255];
  const skipped = Math.round((shape.lead * OPUS_HERTZ) / sampleRate);
  const head = joined([utf8("OpusHead"), Uint8Array.of(1, 1), little(skipped, 2), little(sampleRate, 4), zeros(3)]);
  yield page(2, 0, lacingOf(head.length), head);
  const comments = joined([utf8("OpusTags"), vorbisComments(tags, chapters, true)]);
  const lacing = lacingOf(comments.length);
  for (let at = 0, from = 0; at < lacing.length; at += MOST_SEGMENTS) {
    const part = lacing.slice(at, at + MOST_SEGMENTS);
    const size = part.reduce((sum, one) => sum + one, 0);
    yield page(at === 0 ? 0 : 1, 0, part, comments.subarray(from, from + size));
    from += size;
  }
  const step = (shape.samples * OPUS_HERTZ) / sampleRate;
  let packets: Uint8Array[] = [];
  let segments: number[] = [];
  let seen = 0;
  for await (const packet of inside.frames()) {
    const more = lacingOf(packet.length);
    if (packets.length === A_PAGE || segments.length + more.length > MOST_SEGMENTS) {
      yield page(0, seen * step, segments, joined(packets));
      packets = [];
      segments = [];
    }
    packets.push(packet);
    segments.push(...more);
    seen += 1;
  }
  yield page(4, seen * step, segments, joined(packets));
}
