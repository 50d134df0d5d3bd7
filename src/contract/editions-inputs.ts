import { z } from "zod";
import {
  type ArticleId,
  EDITION_FORMATS,
  type EditionJobId,
  type ItemId,
  MOST_PICKS,
  RATE,
  VERBOSITIES,
  type VoiceId,
} from "../model/index.ts";
import type { EditionReader } from "./editions.ts";
import { call, type Inputs } from "./rpc.ts";

const job = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .transform((id) => id as EditionJobId);
const path = z.string().min(1).max(4096);
const target = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("folder"), folder: path }),
  z.strictObject({ kind: z.literal("file"), file: path }),
]);
const pick = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("article"),
    article: z
      .string()
      .regex(/^a[0-9a-f]{16}$/)
      .transform((id) => id as ArticleId),
  }),
  z.strictObject({
    kind: z.literal("item"),
    item: z
      .number()
      .int()
      .min(1)
      .transform((id) => id as ItemId),
  }),
]);
/** BCP 47, as far as it matters. */
const LANGUAGE = /^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$/;

/** What the host believes of a window's message about editions: one parser a method. */
export const editionInputs: Inputs<EditionReader> = {
  startEdition: call(
    z.strictObject({
      picks: z.array(pick).min(1).max(MOST_PICKS),
      title: z.string().min(1).max(1000),
      format: z.enum(EDITION_FORMATS),
      target,
      voice: z
        .string()
        .min(1)
        .max(200)
        .transform((id) => id as VoiceId)
        .nullable(),
      rate: z.number().min(RATE.lowest).max(RATE.highest),
      taste: z.strictObject({ verbosity: z.enum(VERBOSITIES), lang: z.string().max(35).regex(LANGUAGE) }),
    }),
  ),
  editions: call(z.strictObject({})),
  pauseEdition: call(z.strictObject({ job })),
  resumeEdition: call(z.strictObject({ job, target: target.nullable() })),
  dropEdition: call(z.strictObject({ job })),
  placeInEdition: call(z.strictObject({ job, seconds: z.number().min(0).max(1e7) })),
};
