import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWav } from "../../src/speak/wav.ts";

interface Fields {
  readonly code?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits?: number;
  /** What the data chunk says of its length. */
  readonly said?: number;
  readonly before?: Buffer;
}

function wav(data: Buffer, { code = 1, channels = 1, sampleRate = 16_000, bits = 16, said = data.length, before }: Fields = {}): Buffer {
  const format = Buffer.alloc(24);
  format.write("fmt ");
  format.writeUInt32LE(16, 4);
  format.writeUInt16LE(code, 8);
  format.writeUInt16LE(channels, 10);
  format.writeUInt32LE(sampleRate, 12);
  format.writeUInt16LE(bits, 22);
  const head = Buffer.from("RIFF\0\0\0\0WAVE", "latin1");
  const start = Buffer.alloc(8);
  start.write("data");
  start.writeUInt32LE(said, 4);
  return Buffer.concat([head, before ?? Buffer.alloc(0), format, start, data]);
}

const pcm = Buffer.from(Int16Array.of(0, 16_384, -32_768).buffer);

describe("reading WAV", () => {
  it("reads 16-bit PCM and 32-bit float", () => {
    expect(readWav(wav(pcm))).toEqual({ samples: Float32Array.of(0, 0.5, -1), sampleRate: 16_000 });
    const floats = Buffer.from(Float32Array.of(0.25, -3, Number.NaN).buffer);
    expect(readWav(wav(floats, { code: 3, bits: 32 }))?.samples).toEqual(Float32Array.of(0.25, -1, 0));
  });

  it("takes the first of two channels", () => {
    const stereo = Buffer.from(Int16Array.of(16_384, 1, -16_384, 2).buffer);
    expect(readWav(wav(stereo, { channels: 2 }))?.samples).toEqual(Float32Array.of(0.5, -0.5));
  });

  it("skips other chunks, padded to even lengths", () => {
    const list = Buffer.from("LIST\x03\0\0\0abc\0", "latin1");
    expect(readWav(wav(pcm, { before: list }))?.samples.length).toBe(3);
  });

  it("reads what is there of a file that says it is longer, as one does whose writer was killed", () => {
    expect(readWav(wav(pcm, { said: 0xffffffff }))?.samples.length).toBe(3);
  });

  it.each([
    ["no file", Buffer.alloc(0)],
    ["other text", Buffer.from("RIFF but not a wave file at all")],
    ["no data", wav(pcm).subarray(0, 36)],
    ["8 bits", wav(pcm, { bits: 8 })],
    ["no channel", wav(pcm, { channels: 0 })],
    ["an absurd rate", wav(pcm, { sampleRate: 4_000_000_000 })],
    ["data before its format", Buffer.concat([wav(pcm).subarray(0, 12), wav(pcm).subarray(36)])],
  ])("refuses %s", (_, bytes) => {
    expect(readWav(bytes)).toBeNull();
  });

  it("survives any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(40), (noise, cut) => {
        const bytes = wav(pcm);
        bytes.set(noise.subarray(0, bytes.length - 12 - Math.min(cut, 30)), 12);
        const heard = readWav(bytes.subarray(0, bytes.length - cut));
        if (heard) expect(heard.samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
      }),
    );
  });
});
