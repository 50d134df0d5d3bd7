import captionUrl from "../../../assets/sounds/caption.wav?url";
import headingUrl from "../../../assets/sounds/heading.wav?url";
import photoUrl from "../../../assets/sounds/photo.wav?url";
import quotationUrl from "../../../assets/sounds/quotation.wav?url";
import type { Styled } from "../../model/index.ts";
import type { Cue } from "../../play/index.ts";

const URLS: Readonly<Record<Styled, string>> = { heading: headingUrl, photo: photoUrl, caption: captionUrl, quotation: quotationUrl };

/** The header of our own files. */
const HEADER = 44;
const SAMPLE_RATE_AT = 24;

/** The short sounds that come before things. */
export interface Cues {
  /** Null until it is loaded. */
  cue(kind: Styled): Cue | null;
  /** Loads them all, once. What can't be loaded is left out. */
  load(): Promise<void>;
}

/** One of our own sounds. */
export async function readCue(url: string): Promise<Cue> {
  const view = new DataView(await (await fetch(url)).arrayBuffer());
  const samples = new Float32Array((view.byteLength - HEADER) >> 1);
  for (let n = 0; n < samples.length; n += 1) samples[n] = view.getInt16(HEADER + n * 2, true) / 0x8000;
  return { samples, sampleRate: view.getUint32(SAMPLE_RATE_AT, true) };
}

/** Makes cues that are not loaded yet: most listeners need none. */
export function createCues(): Cues {
  const known = new Map<Styled, Cue>();
  let loading: Promise<void> | null = null;
  return {
    cue: (kind) => known.get(kind) ?? null,
    load() {
      loading ??= Promise.all(
        (Object.entries(URLS) as [Styled, string][]).map(([kind, url]) =>
          readCue(url).then(
            (cue) => known.set(kind, cue),
            // Without its sound a thing is still announced.
            () => {},
          ),
        ),
      ).then(() => {});
      return loading;
    },
  };
}
