import { z } from "zod";
import { type ArticleId, type BlockId, RATE, type Settings, THEMES, VERBOSITIES, VOICE_MODES, type VoiceId } from "../model/index.ts";
import type { Reader } from "./reader.ts";
import { call, type Inputs, stream } from "./rpc.ts";

/** Longest text that can be pasted, UTF-16 code units: ten times the longest article known to us (guess). */
const LONGEST_TEXT = 10_000_000;

const articleId = z
  .string()
  .regex(/^a[0-9a-f]{16}$/)
  .transform((id) => id as ArticleId);
const blockId = z
  .string()
  .regex(/^(b\d{1,7}|title|kicker|byline)$/)
  .transform((id) => id as BlockId);
const voiceId = z
  .string()
  .min(1)
  .max(200)
  .transform((id) => id as VoiceId);
const lang = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$/);
const rate = z.number().min(RATE.lowest).max(RATE.highest);
const said = { url: z.string().max(8192).nullable(), type: z.string().max(200).nullable(), lang: lang.nullable() };
const nothing = z.strictObject({});

/** One settings value each: what a window may set, and what a kept row must be to be believed. */
export const settingsParsers = {
  textSize: z.number().min(50).max(1000),
  theme: z.enum(THEMES),
  rate,
  voice: voiceId.nullable(),
  verbosity: z.enum(VERBOSITIES),
  voiceMode: z.enum(VOICE_MODES).nullable(),
} satisfies { readonly [K in keyof Settings]: z.ZodType<Settings[K]> };

/** What the host believes of a window's message: one parser a method. */
export const inputs: Inputs<Reader> = {
  open: call(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("address"), address: z.string().min(1).max(8192), ...said }),
      z.strictObject({ kind: z.literal("content"), content: z.union([z.string().max(LONGEST_TEXT), z.instanceof(Uint8Array)]), ...said }),
    ]),
  ),
  recall: call(z.strictObject({ article: articleId })),
  articles: call(z.strictObject({ limit: z.number().int().min(1).max(10_000) })),
  narrate: call(z.strictObject({ article: articleId, taste: z.strictObject({ verbosity: z.enum(VERBOSITIES), lang }) })),
  picture: call(z.strictObject({ article: articleId, block: blockId })),
  voices: call(nothing),
  speak: stream(z.strictObject({ text: z.string().max(LONGEST_TEXT), voice: voiceId, rate, pitch: z.number().min(0.5).max(2) })),
  settings: call(nothing),
  changeSettings: call(z.strictObject(settingsParsers).partial()),
  keepPlace: call(z.strictObject({ article: articleId, place: z.strictObject({ block: blockId, offset: z.number().int().min(0) }) })),
};
