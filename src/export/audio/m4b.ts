import type { Chapter } from "../../model/index.ts";
import { big, joined, utf8, zeros } from "../bytes.ts";
import { type Inside, threeLetters } from "./inside.ts";

/** A box of an MP4 file (ISO 14496-12): its length, its name, what is in it. */
const box = (name: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(content);
  return joined([big(body.length + 8, 4), Uint8Array.from(name, (letter) => letter.charCodeAt(0)), body]);
};
/** A box with a version and flags. */
const full = (name: string, flags: number, ...content: readonly Uint8Array[]): Uint8Array => box(name, big(flags, 4), ...content);

/** Times of the whole file, and of its chapters, count so. */
const THOUSANDTHS = 1000;
/** AAC's sample rates by their index (ISO 14496-3, table 1.18). */
const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000];
/** Frames that lie together: about a second and a half. Chunks are what places in the file are kept of. */
const A_CHUNK = 32;
/** The most chapters that Nero's list can hold: its count is a byte. */
const MOST_IN_LIST = 255;

/** No turning, no scaling. */
const MATRIX = joined([big(0x10000, 4), zeros(12), big(0x10000, 4), zeros(12), big(0x40000000, 4)]);

/** Three letters of a language in 15 bits. */
const packed = (lang: string): Uint8Array =>
  big(
    [...threeLetters(lang)].reduce((sum, letter) => sum * 32 + letter.charCodeAt(0) - 96, 0),
    2,
  );

const trackHead = (id: number, duration: number, isShown: boolean, volume: number): Uint8Array =>
  full("tkhd", isShown ? 7 : 0, zeros(8), big(id, 4), zeros(4), big(duration, 4), zeros(12), big(volume, 2), zeros(2), MATRIX, zeros(8));

const mediaHead = (scale: number, duration: number, lang: string): Uint8Array =>
  full("mdhd", 0, zeros(8), big(scale, 4), big(duration, 4), packed(lang), zeros(2));

const handler = (type: string): Uint8Array => full("hdlr", 0, zeros(4), utf8(type), zeros(12), utf8("Lectern"), zeros(1));

const DATA_HERE = box("dinf", full("dref", 0, big(1, 4), full("url ", 1)));

/** What a decoder of AAC must know (ISO 14496-1). */
function decoderBox(sampleRate: number, bitRate: number): Uint8Array {
  const index = RATES.indexOf(sampleRate);
  const specific = big((2 << 11) | (index << 7) | (1 << 3), 2);
  const part = (tag: number, ...content: readonly Uint8Array[]): Uint8Array => {
    const body = joined(content);
    return joined([Uint8Array.of(tag, body.length), body]);
  };
  const config = part(4, Uint8Array.of(0x40, 0x15), zeros(3), big(bitRate, 4), big(bitRate, 4), part(5, specific));
  return full("esds", 0, part(3, big(1, 2), zeros(1), config, part(6, Uint8Array.of(2))));
}

/** The table of places, with eight bytes each where four are not enough. */
const placesBox = (places: readonly number[]): Uint8Array => {
  const isLong = (places.at(-1) ?? 0) > 0xffffffff;
  return full(isLong ? "co64" : "stco", 0, big(places.length, 4), ...places.map((place) => big(place, isLong ? 8 : 4)));
};

/** A number four times over as bytes, for tables of hundred thousands. */
function table(values: Uint32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => {
    bytes.setUint32(at * 4, value);
  });
  return new Uint8Array(bytes.buffer);
}

function soundTrack(inside: Inside, duration: number, places: readonly number[], hasChapters: boolean): Uint8Array {
  const { sizes, shape, sampleRate, tags, samples } = inside;
  const whole = Math.floor(sizes.length / A_CHUNK);
  const rest = sizes.length % A_CHUNK;
  const chunks = [...(whole > 0 ? [[1, A_CHUNK]] : []), ...(rest > 0 ? [[whole + 1, rest]] : [])];
  const bitRate = Math.round((sizes.reduce((sum, size) => sum + size, 0) * 8 * sampleRate) / Math.max(1, samples));
  const entry = box(
    "mp4a",
    zeros(6),
    big(1, 2),
    zeros(8),
    big(1, 2),
    big(16, 2),
    zeros(4),
    big(sampleRate, 2),
    zeros(2),
    decoderBox(sampleRate, bitRate),
  );
  return box(
    "trak",
    trackHead(1, duration, true, 0x0100),
    // The encoder's own beginning is left out.
    box("edts", full("elst", 0, big(1, 4), big(duration, 4), big(shape.lead, 4), big(0x10000, 4))),
    ...(hasChapters ? [box("tref", box("chap", big(2, 4)))] : []),
    box(
      "mdia",
      mediaHead(sampleRate, sizes.length * shape.samples, tags.lang),
      handler("soun"),
      box(
        "minf",
        full("smhd", 0, zeros(4)),
        DATA_HERE,
        box(
          "stbl",
          full("stsd", 0, big(1, 4), entry),
          full("stts", 0, big(1, 4), big(sizes.length, 4), big(shape.samples, 4)),
          full("stsc", 0, big(chunks.length, 4), ...chunks.flatMap(([first = 0, count = 0]) => [big(first, 4), big(count, 4), big(1, 4)])),
          full("stsz", 0, big(0, 4), big(sizes.length, 4), table(sizes)),
          placesBox(places),
        ),
      ),
    ),
  );
}

/** A chapter's title as a sample of a text track: its length, its bytes, and that they are UTF-8. */
const titleSample = ({ title }: Chapter): Uint8Array => {
  const bytes = utf8(title);
  return joined([big(bytes.length, 2), bytes, big(12, 4), utf8("encd"), big(0x0100, 4)]);
};

function chapterTrack(inside: Inside, duration: number, titles: readonly Uint8Array[], place: number): Uint8Array {
  const { chapters, tags } = inside;
  // From one beginning to the next, the first from 0: the track has no gaps.
  const starts = chapters.map(({ start }, at) => (at === 0 ? 0 : Math.round(start * THOUSANDTHS)));
  const lengths = starts.map((start, at) => Math.max(1, (starts[at + 1] ?? duration) - start));
  const entry = box("text", zeros(6), big(1, 2), zeros(43));
  return box(
    "trak",
    trackHead(2, duration, false, 0),
    box(
      "mdia",
      mediaHead(THOUSANDTHS, duration, tags.lang),
      handler("text"),
      box(
        "minf",
        box("gmhd", full("gmin", 0, big(0x40, 2), big(0x8000, 2), big(0x8000, 2), big(0x8000, 2), zeros(4)), box("text", MATRIX)),
        DATA_HERE,
        box(
          "stbl",
          full("stsd", 0, big(1, 4), entry),
          full("stts", 0, big(lengths.length, 4), ...lengths.flatMap((length) => [big(1, 4), big(length, 4)])),
          full("stsc", 0, big(1, 4), big(1, 4), big(titles.length, 4), big(1, 4)),
          full("stsz", 0, big(0, 4), big(titles.length, 4), ...titles.map((title) => big(title.length, 4))),
          placesBox([place]),
        ),
      ),
    ),
  );
}

/** The tags, as iTunes has them, and the list of chapters, as Nero has it. */
function userData({ tags, chapters }: Inside): Uint8Array {
  const data = (type: number, value: Uint8Array): Uint8Array => box("data", big(type, 4), zeros(4), value);
  const text = (name: string, value: string): Uint8Array => box(name, data(1, utf8(value)));
  const kinds: Readonly<Record<string, number>> = { "image/jpeg": 13, "image/png": 14 };
  const picture = tags.cover && kinds[tags.cover.mediaType];
  const list = box(
    "ilst",
    text("\u00a9nam", tags.title),
    text("\u00a9alb", tags.title),
    ...(tags.source === "" ? [] : [text("\u00a9ART", tags.source), text("aART", tags.source)]),
    text("\u00a9day", tags.date),
    text("\u00a9gen", "Podcast"),
    text("\u00a9too", tags.maker),
    // An audiobook: players keep the place.
    box("stik", data(21, big(2, 1))),
    box("----", full("mean", 0, utf8("com.apple.iTunes")), full("name", 0, utf8("LANGUAGE")), data(1, utf8(tags.lang))),
    ...(tags.cover && picture ? [box("covr", data(picture, tags.cover.bytes))] : []),
  );
  const named = chapters.slice(0, MOST_IN_LIST).map(({ title, start }, at) => {
    const bytes = shortened(title);
    return joined([big(at === 0 ? 0 : Math.round(start * 10_000_000), 8), big(bytes.length, 1), bytes]);
  });
  return box(
    "udta",
    full("meta", 0, full("hdlr", 0, zeros(4), utf8("mdirappl"), zeros(9)), list),
    full("chpl", 0x01000000, zeros(4), big(named.length, 1), ...named),
  );
}

/** At most 255 bytes, and no character cut in two. */
function shortened(text: string): Uint8Array {
  let kept = [...text];
  while (utf8(kept.join("")).length > 255) kept = kept.slice(0, -1);
  return utf8(kept.join(""));
}

/** An audio book: AAC in MP4, with chapters as QuickTime and as Nero have them. What places things stands before the sound. */
export async function* m4bFile(inside: Inside): AsyncGenerator<Uint8Array, void, void> {
  const { sizes, samples, sampleRate, chapters } = inside;
  const duration = Math.round((samples / sampleRate) * THOUSANDTHS);
  const titles = chapters.map(titleSample);
  const titled = titles.reduce((sum, { length }) => sum + length, 0);
  const sound = sizes.reduce((sum, size) => sum + size, 0);
  const type = box("ftyp", utf8("M4B "), zeros(4), utf8("M4B M4A mp42isom"));
  const isLong = sound + titled > 0xffff0000;
  const head = (from: number): Uint8Array => {
    const places: number[] = [];
    let place = from + titled;
    sizes.forEach((size, at) => {
      if (at % A_CHUNK === 0) places.push(place);
      place += size;
    });
    return box(
      "moov",
      full(
        "mvhd",
        0,
        zeros(8),
        big(THOUSANDTHS, 4),
        big(duration, 4),
        big(0x10000, 4),
        big(0x0100, 2),
        zeros(10),
        MATRIX,
        zeros(24),
        big(3, 4),
      ),
      soundTrack(inside, duration, places, titles.length > 0),
      ...(titles.length > 0 ? [chapterTrack(inside, duration, titles, from)] : []),
      userData(inside),
    );
  };
  // Its size does not depend on where things lie, but on how many bytes a place takes.
  const data = isLong ? 16 : 8;
  const from = type.length + head(isLong ? 2 ** 33 : 0).length + data;
  yield type;
  yield head(from);
  const size = data + titled + sound;
  yield isLong ? joined([big(1, 4), utf8("mdat"), big(size, 8)]) : joined([big(size, 4), utf8("mdat")]);
  yield joined(titles);
  yield* inside.body();
}
