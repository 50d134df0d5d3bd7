import { z } from "zod";
import { Failure, type VoiceOffer } from "../model/index.ts";

/** The most that a list may have: all voices of Piper in all languages are 200 (guess). */
const MOST_VOICES = 1000;
const MOST_FILES = 32;
/** The largest file that is believed, bytes: larger than any voice that runs without a graphics card (guess). */
const LARGEST = 4e9;

const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/);
const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
const webAddress = z
  .string()
  .max(2000)
  .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol));

const offer = z.object({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/),
  title: line(80),
  lang: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  licence: line(200),
  source: webAddress.nullable(),
  files: z
    .array(
      z.object({
        name: fileName,
        address: webAddress,
        size: z.number().int().min(1).max(LARGEST),
        sha256: z
          .string()
          .regex(/^[0-9a-fA-F]{64}$/)
          .transform((sum) => sum.toLowerCase()),
      }),
    )
    .min(1)
    .max(MOST_FILES)
    .refine((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length),
});
const list = z.object({ format: z.literal("lectern-voices"), version: z.literal(1), voices: z.array(offer).max(MOST_VOICES) });

/**
 * Reads a list of voices: `{"format": "lectern-voices", "version": 1, "voices": [{name, title, lang, licence, source, files: [{name,
 * address, size, sha256}]}]}`. A list is believed whole or not at all; a file without a checksum makes it none.
 * @throws Failure `unsupported`
 */
export function readVoiceList(bytes: Uint8Array): readonly VoiceOffer[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw new Failure("unsupported", "This is no list of voices: it is no JSON.", { cause: thrown });
  }
  const parsed = list.safeParse(value);
  if (parsed.success) return parsed.data.voices;
  const [issue] = parsed.error.issues;
  throw new Failure(
    "unsupported",
    `This is no list of voices that Lectern can use: ${issue?.path.join(".") || "it"} is not as it should be.`,
  );
}

/** The same list, written. */
export const writeVoiceList = (voices: readonly VoiceOffer[]): string =>
  `${JSON.stringify({ format: "lectern-voices", version: 1, voices }, null, 2)}\n`;
