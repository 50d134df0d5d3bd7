export { createResampler, pcm16, WAV_HEADER_SIZE, wavHeader } from "./wav.ts";
export { type WordTime, wordTimes } from "./word-times.ts";
