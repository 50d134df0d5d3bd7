import type { EditionSound } from "../../model/index.ts";
import { flacFile } from "./flac.ts";
import type { Inside } from "./inside.ts";
import { m4bFile } from "./m4b.ts";
import { mp3File } from "./mp3.ts";
import { opusFile } from "./opus.ts";
import { wavFile } from "./wav.ts";

const WRITERS: Readonly<Record<EditionSound, (inside: Inside) => AsyncGenerator<Uint8Array, void, void>>> = {
  mp3: mp3File,
  m4b: m4bFile,
  opus: opusFile,
  flac: flacFile,
  wav: wavFile,
};

/** A file of sound with tags and chapters, part by part: nothing grows with its length but the list of its frames' sizes. */
export const soundFile = (sound: EditionSound, inside: Inside): AsyncGenerator<Uint8Array, void, void> => WRITERS[sound](inside);
