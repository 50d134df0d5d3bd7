/** The size of the header that `wavHeader` makes, bytes. */
export const WAV_HEADER_SIZE = 44;

/**
 * The header of a mono 16-bit PCM WAV file (RIFF, Microsoft and IBM 1991).
 * `samples` is how many follow; a file over 4 GiB says the most that the format can.
 */
export function wavHeader(sampleRate: number, samples: number): Uint8Array {
  const bytes = Math.min(samples * 2, 0xffffffff - WAV_HEADER_SIZE);
  const header = new DataView(new ArrayBuffer(WAV_HEADER_SIZE));
  const name = (offset: number, text: string): void => {
    for (let i = 0; i < 4; i += 1) header.setUint8(offset + i, text.charCodeAt(i));
  };
  name(0, "RIFF");
  header.setUint32(4, bytes + WAV_HEADER_SIZE - 8, true);
  name(8, "WAVE");
  name(12, "fmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, sampleRate, true);
  header.setUint32(28, sampleRate * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  name(36, "data");
  header.setUint32(40, bytes, true);
  return new Uint8Array(header.buffer);
}

/** Steps of 16-bit sound from silence to the lowest; the highest is one less. */
const FULL_SCALE = 0x8000;

/** Samples in [-1, 1] as 16-bit little-endian PCM; what is beyond is clipped. */
export function pcm16(samples: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  for (let i = 0; i < samples.length; i += 1) {
    view.setInt16(i * 2, Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round((samples[i] ?? 0) * FULL_SCALE))), true);
  }
  return new Uint8Array(view.buffer);
}
