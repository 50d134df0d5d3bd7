import { z } from "zod";
import {
  type ArticleId,
  type BlockId,
  LEXICON_FORMATS,
  LEXICON_MATCHES,
  PITCH,
  RATE,
  SETTING_CHECKS,
  SETTING_NAMES,
  type Settings,
  VERBOSITIES,
  type VoiceId,
} from "../model/index.ts";
import { bookmarkInputs } from "./bookmarks-inputs.ts";
import { editionInputs } from "./editions-inputs.ts";
import { keepingInputs } from "./keeping-inputs.ts";
import { newsInputs } from "./news-inputs.ts";
import { listInputs } from "./news-lists-inputs.ts";
import { podcastInputs } from "./podcast-inputs.ts";
import { queueInputs } from "./queue-inputs.ts";
import type { Reader } from "./reader.ts";
import { readyInputs } from "./ready-inputs.ts";
import { refreshInputs } from "./refresh-inputs.ts";
import { call, type Inputs, stream } from "./rpc.ts";
import { shareInputs } from "./sharing-inputs.ts";
import { syncInputs } from "./sync-inputs.ts";

/** Longest text that can be pasted, UTF-16 code units: ten times the longest article known to us (guess). */
const LONGEST_TEXT = 10_000_000;

const articleId = z
  .string()
  .regex(/^a[0-9a-f]{16}$/)
  .transform((id) => id as ArticleId);
const blockId = z
  .string()
  .regex(/^(b\d{1,7}|l\d{1,4}-\d{1,6}|title|kicker|byline)$/)
  .transform((id) => id as BlockId);
/** An entry of the audit, or a block. */
const textId = z.string().regex(/^(x-)?(b\d{1,7}|l\d{1,4}(-\d{1,6})?)$/);
const voiceId = z
  .string()
  .min(1)
  .max(200)
  .transform((id) => id as VoiceId);
/** The name that a voice's files are kept under. */
const voiceName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/);
const lang = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$/);
const rate = z.number().min(RATE.lowest).max(RATE.highest);
const said = { url: z.string().max(8192).nullable(), type: z.string().max(200).nullable(), lang: lang.nullable() };
const nothing = z.strictObject({});
const place = z.strictObject({ block: blockId, offset: z.number().int().min(0) });
/** Longest field of an entry: more than the lexicon itself takes, so that the answer is its own. */
const LONGEST_FIELD = 2_000;
const entry = z.strictObject({
  written: z.string().max(LONGEST_FIELD),
  spoken: z.string().max(LONGEST_FIELD),
  match: z.enum(LEXICON_MATCHES),
  lang: lang.nullable(),
  site: z.string().min(1).max(255).nullable(),
  voice: voiceId.nullable(),
  ignoreCase: z.boolean(),
});
const entryId = z.number().int();
/** Most entries that one change may carry: as many as a lexicon holds. */
const MOST_ENTRIES = 20_000;

const setting = <K extends keyof Settings>(name: K): z.ZodOptional<z.ZodType<Settings[K]>> =>
  z.custom<Settings[K]>((value) => SETTING_CHECKS[name](value), `is no ${name}`).optional();

/** Every setting may be changed: one that is added can't be forgotten here. */
const changes = Object.fromEntries(SETTING_NAMES.map((name) => [name, setting(name)])) as {
  readonly [K in keyof Settings]: z.ZodOptional<z.ZodType<Settings[K]>>;
};

/** What the host believes of a window's message: one parser a method. */
export const inputs: Inputs<Reader> = {
  open: call(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("address"), address: z.string().min(1).max(8192), typed: z.boolean().optional(), ...said }),
      z.strictObject({ kind: z.literal("content"), content: z.union([z.string().max(LONGEST_TEXT), z.instanceof(Uint8Array)]), ...said }),
    ]),
  ),
  recall: call(z.strictObject({ article: articleId, glance: z.boolean().optional() })),
  articles: call(z.strictObject({ limit: z.number().int().min(1).max(10_000) })),
  narrate: call(
    z.strictObject({
      article: articleId,
      taste: z.strictObject({ verbosity: z.enum(VERBOSITIES), lang }),
      voice: voiceId.nullable().optional(),
      only: z.boolean().optional(),
    }),
  ),
  picture: call(z.strictObject({ article: articleId, block: blockId })),
  choose: call(z.strictObject({ article: articleId, text: textId, stands: z.boolean() })),
  chooseAlways: call(z.strictObject({ article: articleId, text: textId, always: z.boolean() })),
  siteRules: call(z.strictObject({ article: articleId })),
  dropSiteRule: call(z.strictObject({ article: articleId, rule: z.number().int().min(0), dropped: z.boolean().optional() })),
  notices: call(nothing),
  voices: call(nothing),
  speak: stream(
    z.strictObject({ text: z.string().max(LONGEST_TEXT), voice: voiceId, rate, pitch: z.number().min(PITCH.lowest).max(PITCH.highest) }),
  ),
  settings: call(nothing),
  changeSettings: call(z.strictObject(changes)),
  keepPlace: call(z.strictObject({ article: articleId, place })),
  lexicon: call(nothing),
  changeLexicon: call(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("keep"), entries: z.array(entry).max(MOST_ENTRIES) }),
      z.strictObject({ kind: z.literal("change"), id: entryId, entry }),
      z.strictObject({ kind: z.literal("move"), id: entryId, by: z.union([z.literal(-1), z.literal(1)]) }),
      z.strictObject({ kind: z.literal("remove"), ids: z.array(entryId).max(MOST_ENTRIES) }),
      z.strictObject({
        kind: z.literal("restore"),
        kept: z.array(z.strictObject({ id: entryId, position: z.number().int(), entry })).max(MOST_ENTRIES),
      }),
    ]),
  ),
  importLexicon: call(z.strictObject({ text: z.string().max(LONGEST_TEXT), format: z.enum(LEXICON_FORMATS).nullable() })),
  exportLexicon: call(z.strictObject({ format: z.enum(LEXICON_FORMATS) })),
  rehearse: call(
    z.strictObject({
      text: z.string().max(LONGEST_FIELD),
      lang,
      article: articleId.nullable(),
      voice: voiceId.nullable(),
      entry: entry.nullable(),
    }),
  ),
  explain: call(z.strictObject({ article: articleId, place })),
  spell: call(z.strictObject({ text: z.string().max(LONGEST_FIELD), lang, by: z.enum(["word", "letter"]) })),
  shelf: call(nothing),
  getVoice: stream(z.strictObject({ name: voiceName })),
  importVoice: call(z.strictObject({ path: z.string().min(1).max(4096) })),
  removeVoice: call(z.strictObject({ name: voiceName })),
  forgiveVoice: call(z.strictObject({ name: voiceName })),
  readVoices: call(z.strictObject({ address: z.string().min(1).max(8192) })),
  ...bookmarkInputs,
  ...newsInputs,
  ...listInputs,
  ...refreshInputs,
  ...keepingInputs,
  ...queueInputs,
  ...readyInputs,
  ...shareInputs,
  ...syncInputs,
  ...editionInputs,
  ...podcastInputs,
};
