/** Mono samples in [-1, 1]. */
export interface Recording {
  readonly samples: Float32Array;
  /** Hz. */
  readonly sampleRate: number;
}

const PCM = 1;
const FLOAT = 3;
/** The format is in the extension's first two bytes. */
const EXTENSIBLE = 0xfffe;

/** The lowest and highest sampling rate that is believed, Hz. */
const RATES = { lowest: 4000, highest: 192_000 } as const;

/**
 * Reads a WAV file: 16-bit PCM or 32-bit float, the first channel. Sizes that lie are cut to what is there, so that a file whose writer
 * was killed gives what it has (RIFF/WAVE, Multimedia Programming Interface 1.0).
 * @returns null for anything else.
 */
export function readWav(bytes: Uint8Array): Recording | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || name(view, 0) !== "RIFF" || name(view, 8) !== "WAVE") return null;
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8);
    const chunk = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    const kind = name(view, at);
    if (kind === "fmt ") format = readFormat(chunk);
    else if (kind === "data") return format && { samples: readSamples(chunk, format), sampleRate: format.sampleRate };
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return null;
}

interface Format {
  readonly float: boolean;
  readonly sampleRate: number;
  /** Bytes from one sample of a channel to its next. */
  readonly step: number;
}

function readFormat(chunk: DataView): Format | null {
  if (chunk.byteLength < 16) return null;
  const code = chunk.getUint16(0, true);
  const kind = code === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : code;
  const channels = chunk.getUint16(2, true);
  const sampleRate = chunk.getUint32(4, true);
  const bits = chunk.getUint16(14, true);
  if (!(kind === PCM && bits === 16) && !(kind === FLOAT && bits === 32)) return null;
  if (channels === 0 || sampleRate < RATES.lowest || sampleRate > RATES.highest) return null;
  return { float: kind === FLOAT, sampleRate, step: (channels * bits) / 8 };
}

function readSamples(chunk: DataView, { float, step }: Format): Float32Array {
  const samples = new Float32Array(Math.floor(chunk.byteLength / step));
  for (let index = 0; index < samples.length; index++) {
    const at = index * step;
    const sample = float ? chunk.getFloat32(at, true) : chunk.getInt16(at, true) / 0x8000;
    samples[index] = Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
  }
  return samples;
}

function name(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
