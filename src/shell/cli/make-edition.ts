import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type EditionProgress, HALTED, type MadeEdition, planArticles } from "../../app/index.ts";
import { type Article, type EditionFormat, Failure, type SpeechEngine } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { type Desk, withDesk } from "./desk.ts";
import type { ExportOptions } from "./export.ts";
import { lengthOf, lengthToTheSecond } from "./length.ts";
import { keptName } from "./library/ids.ts";
import { oneLine } from "./one-line.ts";
import { tell, tellProgress, writeJsonLine } from "./output.ts";
import { type KeptText, type Manner, mannerOf, openNamed } from "./read.ts";
import { naming } from "./requests.ts";

/** What a command line asks for, with all that was left to be told from it. */
type EditionOptions = ExportOptions & { readonly format: EditionFormat; readonly out: string };

/** How often a program is told how far it is, milliseconds: often enough to show, seldom enough to read (guess). */
const TELL = 500;

/** @param minutes how many are left; null: nobody knows */
const tellDone = (done: number, minutes: number | null): void =>
  tellProgress(words("terminal.export-progress", { done, left: minutes ?? -1, length: lengthOf(minutes ?? 0) }));

/** Tells a person on one line that is written over, and a program in lines of JSON. */
function teller(forPrograms: boolean): (progress: EditionProgress) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (progress.kind === "pieces" && progress.done < 1 && now - told < TELL) return;
    told = now;
    if (forPrograms) {
      const { kind, ...rest } = progress;
      // Who does not read on any more is told by the stream itself.
      void writeJsonLine({ event: kind, ...rest }).catch(() => {});
    } else if (progress.kind === "began") {
      const done = progress.resumed / Math.max(1, progress.letters);
      tellProgress("");
      if (progress.resumed > 0) tell(words("terminal.export-resumes", { done }));
      tellDone(done, null);
    } else if (progress.kind === "writing") tellProgress(words("terminal.export-writing"));
    else tellDone(progress.done, progress.left === null ? null : Math.ceil(progress.left / 60));
  };
}

async function tellMade({ file, bytes, seconds, chapters }: MadeEdition, forPrograms: boolean): Promise<void> {
  if (forPrograms) {
    await writeJsonLine({ event: "made", file, bytes, seconds, chapters });
    return;
  }
  tellProgress("");
  const length = seconds === 0 ? "none" : lengthToTheSecond(seconds);
  tell(words("terminal.exported", { file, size: bytes / 1e6, length, chapters: chapters.length }));
}

/** What an article is known by: a file that was changed, and another standard input, are another article. */
function knownBy(address: string): string {
  if (address === "-") return `- ${randomUUID()}`;
  const file = statSync(address, { throwIfNoEntry: false });
  return file ? `${resolve(address)} ${file.size} ${file.mtimeMs}` : address;
}

/** Ends an edition when its command is interrupted. What is done of it is kept, where the same can be asked for again. */
function halting(addresses: readonly string[], signal: AbortSignal): AbortSignal {
  const stop = new AbortController();
  const halt = (): void => stop.abort(addresses.includes("-") ? signal.reason : HALTED);
  if (signal.aborted) halt();
  else signal.addEventListener("abort", halt, { once: true });
  return stop.signal;
}

/** Makes what a command line asks for, or goes on with it. @param espeaks eSpeak NG, started already, for each that speaks at a time */
export async function makeEdition(
  addresses: readonly string[],
  options: EditionOptions,
  espeaks: readonly SpeechEngine[],
  interrupt: AbortSignal,
): Promise<void> {
  const { format, out } = options;
  const forPrograms = options.json === true || !process.stderr.isTTY;
  const isKept = addresses.some((address) => !existsSync(address) && keptName(address) !== null);
  const signal = halting(addresses, interrupt);
  const onProgress = teller(forPrograms);
  let isBegun = false;
  const work = withDesk({ keep: isKept, taste: true, espeaks }, async (desk) => {
    // Parsers are large: they are loaded while the voice starts.
    const [manner] = await Promise.all([mannerOf(desk, options), import("../../extract/index.ts")]);
    const edition = await desk.exportEdition(
      {
        wishes: [addresses.map(knownBy), options, tasteOf(manner)],
        format,
        plan: () => planned(desk, addresses, options, manner, openingFor(options.json === true, forPrograms), signal),
        out,
        force: options.force === true,
        onProgress(progress) {
          isBegun = true;
          onProgress(progress);
        },
        ...(manner.likely === null ? {} : { voice: manner.likely }),
      },
      desk,
      signal,
    );
    await tellMade(edition, forPrograms);
  });
  await work.catch((thrown: unknown) => {
    if (isBegun && signal.aborted && signal.reason === HALTED)
      throw new Failure("stopped", words("terminal.export-stopped"), { cause: thrown });
    throw thrown;
  });
}

/** All of the listener's taste that an edition depends on: another taste is another edition. */
const tasteOf = ({ settings, taste, rate }: Manner): unknown => {
  const { voice, voices, dialects, pitch, pauses, headingStyle, photoStyle, captionStyle, quotationStyle } = settings;
  return { taste, rate, voice, voices, dialects, pitch, pauses, headingStyle, photoStyle, captionStyle, quotationStyle };
};

/** Says at once what is waited for: a site may take its time. */
const tellOpening = (address: string, number: number, all: number): void =>
  tellProgress(words("terminal.export-opening", { address: oneLine(address), number, all }));

/** Who is told of what is opened. */
interface Opening {
  readonly opening: typeof tellOpening;
  /** Hears where a text that was kept is read; not said: it is told on standard error. */
  readonly told?: (kept: KeptText) => void;
}
const openingFor = (asJson: boolean, forPrograms: boolean): Opening => ({
  opening: forPrograms ? () => {} : tellOpening,
  ...(asJson ? { told: (kept: KeptText) => void writeJsonLine(kept).catch(() => {}) } : {}),
});

/** Opens the articles one after the other. */
async function* opened(
  desk: Desk,
  addresses: readonly string[],
  options: ExportOptions,
  { opening, ...rest }: Opening,
  signal: AbortSignal,
): AsyncGenerator<Article> {
  for (const [index, address] of addresses.entries()) {
    opening(address, index + 1, addresses.length);
    const { article } = await naming(address, openNamed(desk, address, options, { heard: false, ...rest }, signal), {
      among: addresses.length,
    });
    yield article;
  }
}

function planned(
  desk: Desk,
  addresses: readonly string[],
  options: EditionOptions,
  { settings, taste, rate, only, voiceFor }: Manner,
  opening: Opening,
  signal: AbortSignal,
): ReturnType<Desk["planEdition"]> {
  const now = new Date();
  const title = (count: number): string | null =>
    options.title ?? (count > 1 ? words("terminal.export-title", { date: now.getTime() }) : null);
  const articles = opened(desk, addresses, options, opening, signal);
  const { format } = options;
  return planArticles(desk, { articles, format, settings, taste, rate, only, voiceFor, title, now: now.toISOString() }, signal);
}
