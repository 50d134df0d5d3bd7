import type { Reader } from "../../contract/index.ts";
import {
  type Article,
  type ArticleId,
  type EditionJobState,
  type EditionProblem,
  Failure,
  knowsLetters,
  type Settings,
  toFailure,
  type VoiceId,
  voiceByTaste,
  voiceId,
  voiceOf,
} from "../../model/index.ts";
import { dropEdition, type MadeEdition } from "./export-edition.ts";
import type { EditionRecord } from "./job-records.ts";
import { planArticles } from "./plan-articles.ts";
import type { EditionUses } from "./uses.ts";

/** What making an edition that a window asked for needs of the app. */
export interface JobWorkWorld {
  readonly reader: Pick<Reader, "narrate" | "voices" | "settings" | "picture" | "prepareItem">;
  readonly uses: EditionUses;
  /** An article that is kept. @throws Failure `not-found` */
  readonly article: (id: ArticleId) => Article;
  readonly now: () => string;
}

/** What speaks when no voice knows the language. */
const FALLBACK: VoiceId = voiceId("espeak", "en-us+klatt4");

const DISK_FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);
const READ_ONLY: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS"]);
const NO_FOLDER: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

/** What a person can do about a failure hangs on this. */
export function problemOf(thrown: unknown): EditionProblem {
  const { code, cause } = toFailure(thrown);
  if (code === "storage" || code === "disk-full") {
    const system = String((cause as NodeJS.ErrnoException | undefined)?.code ?? "ENOSPC");
    if (DISK_FULL.has(system)) return "disk-full";
    if (READ_ONLY.has(system)) return "read-only";
    return NO_FOLDER.has(system) ? "no-folder" : "other";
  }
  if (code === "no-text" || code === "not-found" || code === "no-page") return "no-articles";
  if (code === "no-voice") return "no-voice";
  if (code === "engine") return "voice";
  return code === "bad-input" ? "taken" : "other";
}

/** What the same edition is known by, so that it is gone on with. */
const wishesOf = ({ id }: EditionRecord): unknown => ({ window: id });

/** Deletes what there is of one that is not made. */
export const dropWork = (jobs: string, record: EditionRecord): Promise<void> => dropEdition(jobs, wishesOf(record), record.file);

/**
 * Makes one, or goes on with it. Articles that can't be had are left out, unless it is all of them.
 * @param tell hears how far it is, and how many articles are missing
 * @param further hears of each piece that is done and kept: what ends the process now does not end it at the same place
 * @param kept is waited for when the file is there: what is noted of it then is known even if the process ends
 * @throws Failure; the signal's reason
 */
export async function workOn(
  record: EditionRecord,
  { reader, uses, article, now }: JobWorkWorld,
  tell: (state: EditionJobState, missing?: number) => void,
  further: () => void,
  kept: (made: MadeEdition) => Promise<void>,
  signal: AbortSignal,
): Promise<MadeEdition> {
  const { order } = record;
  const { picks, format, voice: only, rate, taste } = order;
  async function* gather(): AsyncGenerator<Article> {
    let missing = 0;
    let last: unknown = null;
    for (const [number, pick] of picks.entries()) {
      tell({ kind: "gathering", done: number, all: picks.length }, missing);
      signal.throwIfAborted();
      try {
        yield pick.kind === "article"
          ? article(pick.article)
          : (await reader.prepareItem({ item: pick.item, network: true }, signal)).article;
      } catch (thrown) {
        signal.throwIfAborted();
        missing += 1;
        last = thrown;
      }
    }
    if (missing === picks.length) throw new Failure("not-found", `None of the articles could be had: ${toFailure(last).message}`);
    tell({ kind: "making", done: 0, left: null }, missing);
  }
  const voicesFor = async (): Promise<{ readonly settings: Settings; readonly voiceFor: (lang: string) => VoiceId }> => {
    const settings = await reader.settings({});
    const { voices } = await reader.voices({});
    const chosen = voiceOf(voices, only);
    const voiceFor = (lang: string): VoiceId =>
      only !== null && (chosen === null || knowsLetters(chosen, lang))
        ? only
        : (voiceByTaste(voices, settings, lang)?.id ?? only ?? FALLBACK);
    return { settings, voiceFor };
  };
  const plan = async (): ReturnType<EditionUses["planEdition"]> => {
    const title = (): string => order.title;
    return planArticles(
      { ...reader, planEdition: uses.planEdition },
      { articles: gather(), format, ...(await voicesFor()), taste, rate, only, title, now: now() },
      signal,
    );
  };
  // What is not kept yet may take minutes to come: no voice waits for that.
  const isKept = picks.every(({ kind }) => kind === "article");
  const likely = isKept ? (await voicesFor()).voiceFor(taste.lang) : null;
  return uses.exportEdition(
    {
      wishes: wishesOf(record),
      format,
      plan,
      out: record.file,
      force: order.target.kind === "file",
      onProgress(progress) {
        if (progress.kind === "pieces") tell({ kind: "making", done: progress.done, left: progress.left });
        if (progress.kind === "pieces" && progress.finished > 0) further();
        if (progress.kind === "writing") tell({ kind: "writing" });
      },
      onMade: kept,
      ...(likely === null ? {} : { voice: likely }),
    },
    { picture: (input, stop) => reader.picture(input, stop) },
    signal,
  );
}
