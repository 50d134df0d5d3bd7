/// <reference path="./opus.d.ts" />
import type { EditionSound } from "../../model/index.ts";
import { joined } from "../bytes.ts";
import { pcm16 } from "../wav.ts";
import { BIT_RATES, frameShape, framesOf } from "./encoded.ts";

/**
 * Encodes a piece: as many frames as hold its samples, each by itself, so that pieces are joined by joining their frames. The same samples
 * give the same frames.
 * @param samples mono, a multiple of the sound's unit, with silence at the end that is longer than the encoder's delay
 */
export async function encodePiece(sound: EditionSound, samples: Float32Array, sampleRate: number): Promise<readonly Uint8Array[]> {
  const shape = frameShape(sound, sampleRate);
  const wanted = framesOf(samples.length, shape);
  const frames = await ENCODERS[sound](samples, sampleRate, shape.samples);
  if (frames.length < wanted) throw new Error(`the ${sound} encoder gave ${frames.length} of ${wanted} frames`);
  return frames.slice(0, wanted);
}

type Encode = (samples: Float32Array, sampleRate: number, size: number) => Promise<readonly Uint8Array[]>;

const ENCODERS: Readonly<Record<EditionSound, Encode>> = {
  async mp3(samples, sampleRate) {
    const { createMp3Encoder } = await import("wasm-media-encoders");
    const encoder = await createMp3Encoder();
    encoder.configure({ sampleRate, channels: 1, bitrate: 64 });
    const parts: Uint8Array[] = [];
    // What it gives is a view into its own memory.
    for (let at = 0; at < samples.length; at += STRETCH) parts.push(encoder.encode([samples.subarray(at, at + STRETCH)]).slice());
    parts.push(encoder.finalize().slice());
    return mp3Frames(joined(parts));
  },
  async opus(samples, sampleRate, size) {
    const { Encoder } = await import("@evan/opus/wasm/index.mjs");
    const encoder = new Encoder({ channels: 1, sample_rate: sampleRate, application: "audio" });
    encoder.ctl(SET_BIT_RATE, BIT_RATES.opus ?? 0);
    encoder.ctl(SET_COMPLEXITY, OPUS_COMPLEXITY);
    const bytes = pcm16(samples);
    const frames: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size * 2) frames.push(Uint8Array.from(encoder.encode(bytes.subarray(at, at + size * 2))));
    encoder.drop();
    return frames;
  },
  async m4b(samples, sampleRate) {
    const { registerAacEncoder } = await import("@mediabunny/aac-encoder");
    return byMediabunny("aac", registerAacEncoder, samples, sampleRate);
  },
  async flac(samples, sampleRate) {
    const { registerFlacEncoder } = await import("@mediabunny/flac-encoder");
    return byMediabunny("flac", registerFlacEncoder, samples, sampleRate);
  },
  async wav(samples, _sampleRate, size) {
    const bytes = pcm16(samples);
    return Array.from({ length: Math.ceil(samples.length / size) }, (_, at) => bytes.subarray(at * size * 2, (at + 1) * size * 2));
  },
};

/** Requests of libopus (opus_defines.h). */
const SET_BIT_RATE = 4002;
const SET_COMPLEXITY = 4010;
/** Of 10: from 6 on it takes four times as long (measured), for music. */
const OPUS_COMPLEXITY = 5;

/** How many samples an encoder gets at once. */
const STRETCH = 1 << 16;

const registered = new Set<string>();

async function byMediabunny(codec: "aac" | "flac", register: () => void, samples: Float32Array, sampleRate: number): Promise<Uint8Array[]> {
  const { AudioSample, AudioSampleSource, FlacOutputFormat, Mp4OutputFormat, NullTarget, Output } = await import("mediabunny");
  if (!registered.has(codec)) register();
  registered.add(codec);
  const frames: Uint8Array[] = [];
  const source = new AudioSampleSource({
    codec,
    ...(codec === "aac" ? { bitrate: BIT_RATES.m4b ?? 0 } : {}),
    onEncodedPacket: (packet) => frames.push(packet.data),
  });
  const output = new Output({ format: codec === "aac" ? new Mp4OutputFormat() : new FlacOutputFormat(), target: new NullTarget() });
  output.addAudioTrack(source);
  await output.start();
  for (let at = 0; at < samples.length; at += STRETCH) {
    const stretch = samples.slice(at, at + STRETCH);
    // FLAC keeps as many bits as it is given.
    const [data, format] = codec === "flac" ? ([pcm16(stretch), "s16"] as const) : ([stretch, "f32"] as const);
    const sample = new AudioSample({ data, format, numberOfChannels: 1, sampleRate, timestamp: at / sampleRate });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  return frames;
}

/** Bits a second by their index in a frame's header, kb/s: MPEG-1 and MPEG-2 layer III (ISO 11172-3, 13818-3). */
const MPEG1_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MPEG1_HERTZ = [44_100, 48_000, 32_000];
const MPEG2_HERTZ = [22_050, 24_000, 16_000];

/** The frames that hold each of some pieces, of one stream of MP3 that holds them all; null where that has others, or too few. @param lengths samples */
export function mp3Pieces(bytes: Uint8Array, lengths: readonly number[], sampleRate: number): readonly (readonly Uint8Array[])[] | null {
  const shape = frameShape("mp3", sampleRate);
  try {
    const frames = mp3Frames(bytes);
    let at = 0;
    const pieces = lengths.map((samples) => {
      const first = at;
      at += framesOf(samples, shape);
      return frames.slice(first, at);
    });
    return frames.length < at ? null : pieces;
  } catch {
    return null;
  }
}

/** Cuts a stream of MP3 into its frames. */
export function mp3Frames(bytes: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
    const isFirst = ((second >> 3) & 3) === 3;
    const rate = (isFirst ? MPEG1_RATES : MPEG2_RATES)[third >> 4] ?? 0;
    const hertz = (isFirst ? MPEG1_HERTZ : MPEG2_HERTZ)[(third >> 2) & 3] ?? 0;
    if (bytes[at] !== 0xff || rate === 0 || hertz === 0) throw new Error(`no MP3 frame at ${at}`);
    const size = Math.floor(((isFirst ? 144 : 72) * rate * 1000) / hertz) + ((third >> 1) & 1);
    frames.push(bytes.subarray(at, at + size));
    at += size;
  }
  return frames;
}
