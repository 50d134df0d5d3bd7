import { joined, little, utf8, zeros } from "../bytes.ts";
import type { Inside } from "./inside.ts";
import { id3Tag } from "./mp3.ts";

/** The longest file that its own length can say. */
const LONGEST = 0xffffffff;

const chunk = (id: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(content);
  return joined([utf8(id), little(body.length, 4), body, zeros(body.length % 2)]);
};

const ended = (text: string): Uint8Array => joined([utf8(text), zeros(1)]);

/**
 * A WAV file of 16-bit samples. Its chapters are points with names (`cue `, `LIST adtl`), what it says of itself stands in `LIST INFO` and
 * in an ID3 tag. Over 4 GiB, a day of sound, it says the most that the format can.
 */
export async function* wavFile(inside: Inside): AsyncGenerator<Uint8Array, void, void> {
  const { tags, chapters, sampleRate, samples } = inside;
  const sound = samples * 2;
  const info = [
    chunk("INAM", ended(tags.title)),
    ...(tags.source === "" ? [] : [chunk("IART", ended(tags.source))]),
    chunk("ICRD", ended(tags.date)),
    chunk("ILNG", ended(tags.lang)),
    chunk("ISFT", ended(tags.maker)),
  ];
  const points = chapters.map(({ start }, at) => {
    const place = little(Math.round(start * sampleRate), 4);
    return joined([little(at + 1, 4), place, utf8("data"), zeros(8), place]);
  });
  const names = chapters.map(({ title }, at) => chunk("labl", little(at + 1, 4), ended(title)));
  const before = joined([
    chunk("fmt ", little(1, 2), little(1, 2), little(sampleRate, 4), little(sampleRate * 2, 4), little(2, 2), little(16, 2)),
    chunk("LIST", utf8("INFO"), ...info),
    chunk("cue ", little(points.length, 4), ...points),
    chunk("LIST", utf8("adtl"), ...names),
    chunk("id3 ", id3Tag(tags, [])),
  ]);
  const size = 4 + before.length + 8 + sound;
  yield joined([utf8("RIFF"), little(Math.min(size, LONGEST), 4), utf8("WAVE"), before]);
  yield joined([utf8("data"), little(Math.min(sound, LONGEST - before.length - 12), 4)]);
  yield* inside.body();
}
