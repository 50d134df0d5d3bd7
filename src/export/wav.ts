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

/** Whether this machine keeps numbers as files do: all that Lectern runs on do. */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Samples in [-1, 1] as 16-bit little-endian PCM; what is beyond is clipped.
 * @param room what they are put into, where they fit; not said: their own
 */
export function pcm16(samples: Float32Array, room = new Int16Array(samples.length)): Uint8Array {
  const steps = room.length < samples.length ? new Int16Array(samples.length) : room.subarray(0, samples.length);
  for (let at = 0; at < steps.length; at += 1) {
    let step = Math.floor((samples[at] ?? 0) * FULL_SCALE + 0.5);
    // Not the least and the greatest of them: V8 is twice as fast with this (measured).
    if (step < -FULL_SCALE) step = -FULL_SCALE;
    else if (step > FULL_SCALE - 1) step = FULL_SCALE - 1;
    steps[at] = step;
  }
  const bytes = new Uint8Array(steps.buffer, steps.byteOffset, steps.byteLength);
  return IS_LITTLE ? bytes : swapped(bytes);
}

/** 16-bit little-endian PCM as samples in [-1, 1). @param room what they are put into, where they fit; not said: their own */
export function samplesOf(bytes: Uint8Array, room = new Float32Array(bytes.length >> 1)): Float32Array {
  // A copy begins where numbers of two bytes may, and so does what a file was read into.
  const isAligned = bytes.byteOffset % Int16Array.BYTES_PER_ELEMENT === 0;
  const own = !IS_LITTLE ? swapped(bytes) : isAligned ? bytes : bytes.slice();
  const steps = new Int16Array(own.buffer, own.byteOffset, own.length >> 1);
  const samples = room.length < steps.length ? new Float32Array(steps.length) : room.subarray(0, steps.length);
  for (let at = 0; at < samples.length; at += 1) samples[at] = (steps[at] ?? 0) / FULL_SCALE;
  return samples;
}

/** Each two bytes the other way round. */
function swapped(bytes: Uint8Array): Uint8Array {
  const made = new Uint8Array(bytes.length & ~1);
  for (let at = 0; at < made.length; at += 1) made[at] = bytes[at ^ 1] ?? 0;
  return made;
}
