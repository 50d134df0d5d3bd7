import { z } from "zod";
import { type ArticleId, type BlockId, RATE, SETTING_CHECKS, type Settings, VERBOSITIES, type VoiceId } from "../model/index.ts";
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

const setting = <K extends keyof Settings>(name: K): z.ZodOptional<z.ZodType<Settings[K]>> =>
  z.custom<Settings[K]>((value) => SETTING_CHECKS[name](value), `is no ${name}`).optional();

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
  notices: call(nothing),
  voices: call(nothing),
  speak: stream(z.strictObject({ text: z.string().max(LONGEST_TEXT), voice: voiceId, rate, pitch: z.number().min(0.5).max(2) })),
  settings: call(nothing),
  changeSettings: call(
    z.strictObject({
      textSize: setting("textSize"),
      theme: setting("theme"),
      rate: setting("rate"),
      voice: setting("voice"),
      verbosity: setting("verbosity"),
      voiceMode: setting("voiceMode"),
    }),
  ),
  keepPlace: call(z.strictObject({ article: articleId, place: z.strictObject({ block: blockId, offset: z.number().int().min(0) }) })),
};
