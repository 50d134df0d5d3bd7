// `node scripts/make-sounds.mjs`: makes the short sounds that can come before headings, photos, captions and quotations, and the one of
// breaking news, in assets/sounds. Each is under half a second, soft (peaks at -20 dBFS, as loud as a voice) and unlike the others in direction and colour.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Hz: as most devices play. */
const RATE = 48_000;
/** Of full scale. */
const LEVEL = 0.1;
/** The rise of each note, seconds: no click. */
const RISE = 0.006;

/** A note that dies away: when it begins and how long it rings (seconds), how high (Hz), its overtones as [multiple, strength]. */
const note = (start, length, hertz, overtones = [[1, 1]]) => ({ start, length, hertz, overtones });
const SOFT = [
  [1, 1],
  [2, 0.25],
];
const WOOD = [
  [1, 1],
  [3.93, 0.35],
];
const GLASS = [
  [1, 1],
  [2.76, 0.3],
  [5.4, 0.1],
];

const SOUNDS = {
  // Two steps up: something begins.
  heading: [note(0, 0.22, 523.25, SOFT), note(0.12, 0.3, 783.99, SOFT)],
  // A high glass tone: look.
  photo: [note(0, 0.4, 1318.51, GLASS)],
  // Two light taps, low.
  caption: [note(0, 0.07, 329.63, WOOD), note(0.09, 0.1, 329.63, WOOD)],
  // Two steps down: somebody else speaks.
  quotation: [note(0, 0.2, 659.26, SOFT), note(0.12, 0.32, 440, SOFT)],
  // Three quick bells up: news.
  breaking: [note(0, 0.12, 880, GLASS), note(0.08, 0.14, 1108.73, GLASS), note(0.16, 0.3, 1318.51, GLASS)],
};

function samplesOf(notes) {
  const seconds = Math.max(...notes.map(({ start, length }) => start + length));
  const samples = new Float64Array(Math.ceil(seconds * RATE));
  for (const { start, length, hertz, overtones } of notes) {
    for (let n = 0; n < length * RATE; n += 1) {
      const time = n / RATE;
      // It falls to nothing at its end, whatever its length.
      const loudness = Math.min(1, time / RISE) * Math.exp((-4 * time) / length) * Math.min(1, ((length - time) / length) * 4);
      for (const [multiple, strength] of overtones)
        samples[Math.round(start * RATE) + n] +=
          strength * loudness * Math.exp((-2 * (multiple - 1) * time) / length) * Math.sin(2 * Math.PI * hertz * multiple * time);
    }
  }
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / peak) * LEVEL);
}

function wavOf(samples) {
  const data = Buffer.alloc(samples.length * 2);
  for (const [n, sample] of samples.entries()) data.writeInt16LE(Math.round(sample * 0x7fff), n * 2);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

const folder = join(import.meta.dirname, "../assets/sounds");
await mkdir(folder, { recursive: true });
for (const [name, notes] of Object.entries(SOUNDS)) await writeFile(join(folder, `${name}.wav`), wavOf(samplesOf(notes)));
