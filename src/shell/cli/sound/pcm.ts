import type { Stretch } from "./timeline.ts";

/** 16 bits, little-endian: what every player program takes. Louder than full scale is limited. */
export function toPcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  for (const [n, sample] of samples.entries()) bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), n * 2);
  return bytes;
}

/** The header of a mono 16-bit WAV file; `length` in bytes of samples. */
function wavHeader(sampleRate: number, length: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(length, 40);
  return header;
}

/** A whole WAV file. */
export function toWav({ samples, sampleRate }: Stretch): Buffer {
  const data = toPcm16(samples);
  return Buffer.concat([wavHeader(sampleRate, data.length), data]);
}
