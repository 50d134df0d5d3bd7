import { big, joined, utf8, zeros } from "../bytes.ts";
import { type Inside, type Tags, threeLetters } from "./inside.ts";

/** Seven bits a byte, so that no player takes it for sound. */
const syncsafe = (value: number): Uint8Array => Uint8Array.from([value >> 21, value >> 14, value >> 7, value].map((part) => part & 0x7f));

const frame = (id: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(content);
  return joined([utf8(id), syncsafe(body.length), zeros(2), body]);
};

const UTF8 = Uint8Array.of(3);
const END = Uint8Array.of(0);

const text = (id: string, value: string): Uint8Array => frame(id, UTF8, utf8(value));

/** The most that one table of contents can list: its count is a byte. */
const MOST_IN_TABLE = 255;

function contents(chapters: Inside["chapters"]): readonly Uint8Array[] {
  if (chapters.length === 0) return [];
  const named = chapters.map(({ title, start, end }, at) => ({ id: `chp${at}`, title, start, end }));
  const table = (id: string, flags: number, ids: readonly string[]): Uint8Array =>
    frame("CTOC", utf8(id), END, Uint8Array.of(flags, ids.length), ...ids.flatMap((one) => [utf8(one), END]));
  const groups: string[][] = [];
  for (let at = 0; at < named.length; at += MOST_IN_TABLE) groups.push(named.slice(at, at + MOST_IN_TABLE).map(({ id }) => id));
  // 2: the top one; 1: in order.
  const tables =
    groups.length <= 1
      ? [table("toc", 3, groups[0] ?? [])]
      : [
          table(
            "toc",
            3,
            groups.slice(0, MOST_IN_TABLE).map((_, at) => `toc${at}`),
          ),
          ...groups.map((ids, at) => table(`toc${at}`, 1, ids)),
        ];
  return [
    ...tables,
    ...named.map(({ id, title, start, end }) =>
      frame(
        "CHAP",
        utf8(id),
        END,
        big(Math.round(start * 1000), 4),
        big(Math.round(end * 1000), 4),
        // No places in bytes: the times count.
        Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255),
        text("TIT2", title),
      ),
    ),
  ];
}

/** An ID3v2.4 tag with chapters (ID3v2 Chapter Frame Addendum 1.0). */
export function id3Tag(tags: Tags, chapters: Inside["chapters"]): Uint8Array {
  const frames = joined([
    text("TIT2", tags.title),
    text("TALB", tags.title),
    ...(tags.source === "" ? [] : [text("TPE1", tags.source), text("TPUB", tags.source)]),
    text("TDRC", tags.date),
    text("TDRL", tags.date),
    text("TLAN", threeLetters(tags.lang)),
    text("TCON", "Podcast"),
    text("TSSE", tags.maker),
    frame("TXXX", UTF8, utf8("LANGUAGE"), END, utf8(tags.lang)),
    ...contents(chapters),
    ...(tags.cover ? [frame("APIC", UTF8, utf8(tags.cover.mediaType), END, Uint8Array.of(3), END, tags.cover.bytes)] : []),
  ]);
  return joined([utf8("ID3"), Uint8Array.of(4, 0, 0), syncsafe(frames.length), frames]);
}

/** What the encoder's name must be for players to believe its delay. */
const ENCODER = "LAME3.100";
const ENCODER_DELAY = 576;

/**
 * A frame that says how long the file is, and how much of its beginning is the encoder's own (Xing's header with LAME's extension): a
 * player shows the right length, jumps at once, and leaves the delay out.
 * @param first the first frame of sound: this one has its form
 */
function infoFrame(first: Uint8Array, count: number, bytes: number): Uint8Array {
  const size = first.length - (((first[2] ?? 0) >> 1) & 1);
  const made = new Uint8Array(size);
  made.set(first.subarray(0, 4));
  // Without padding, and without a checksum.
  made[1] = (made[1] ?? 0) | 1;
  made[2] = (made[2] ?? 0) & ~2;
  const isFirst = (((first[1] ?? 0) >> 3) & 3) === 3;
  // Behind the side information of a mono frame.
  let at = 4 + (isFirst ? 17 : 9);
  const put = (...parts: readonly Uint8Array[]): void => {
    for (const part of parts) {
      made.set(part, at);
      at += part.length;
    }
  };
  put(utf8("Info"), big(0x0f, 4), big(count, 4), big(bytes + size, 4));
  put(
    Uint8Array.from({ length: 100 }, (_, part) => Math.floor((part * 256) / 100)),
    big(0, 4),
  );
  put(utf8(ENCODER), Uint8Array.of(1, 0), zeros(8), Uint8Array.of(0, 64));
  put(big(ENCODER_DELAY << 12, 3), zeros(4), big(bytes + size, 4), zeros(4));
  return made;
}

/** An MP3 file: MPEG layer III with chapters. */
export async function* mp3File(inside: Inside): AsyncGenerator<Uint8Array, void, void> {
  const { tags, chapters, sizes } = inside;
  yield id3Tag(tags, chapters);
  yield* mp3Sound(sizes, inside.body());
}

/** The frames of some sound behind the one that says how long it is: what an EPUB holds. */
export async function* mp3Sound(sizes: Uint32Array, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let isFirst = true;
  for await (const part of body) {
    if (isFirst)
      yield infoFrame(
        part.subarray(0, sizes[0]),
        sizes.length,
        sizes.reduce((sum, size) => sum + size, 0),
      );
    isFirst = false;
    yield part;
  }
}
