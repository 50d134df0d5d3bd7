import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type EditionProgress, type MadeEdition, planArticles } from "../../app/index.ts";
import { type Article, type EditionFormat, Failure, type Verbosity } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { type Desk, withDesk } from "./desk.ts";
import { keptName } from "./library/ids.ts";
import { type Manner, mannerOf, openNamed } from "./read.ts";
import { type SaidOptions, wrongUsage } from "./requests.ts";

/** The options of `lectern export`. */
export interface ExportOptions extends SaidOptions {
  readonly format: EditionFormat;
  readonly out?: string;
  readonly title?: string;
  readonly voice?: string;
  readonly rate?: number;
  readonly verbosity?: Verbosity;
  readonly force?: true;
  readonly json?: true;
}

/** How often a program is told how far it is, milliseconds: often enough to show, seldom enough to read (guess). */
const TELL = 500;

/** Tells a person on one line that is written over, and a program in lines of JSON. */
function teller(forPrograms: boolean): (progress: EditionProgress) => void {
  let told = Number.NEGATIVE_INFINITY;
  const line = (text: string): void => void process.stderr.write(`\r\u001b[K${text}`);
  return (progress) => {
    const now = performance.now();
    if (progress.kind === "pieces" && progress.done < 1 && now - told < TELL) return;
    told = now;
    if (forPrograms) {
      const { kind, ...rest } = progress;
      process.stdout.write(`${JSON.stringify({ event: kind, ...rest })}\n`);
    } else if (progress.kind === "began") {
      if (progress.resumed > 0)
        process.stderr.write(`${words("terminal.export-resumes", { done: progress.resumed / Math.max(1, progress.letters) })}\n`);
    } else if (progress.kind === "writing") line(words("terminal.export-writing"));
    else
      line(words("terminal.export-progress", { done: progress.done, left: progress.left === null ? -1 : Math.ceil(progress.left / 60) }));
  };
}

function tellMade({ file, bytes, seconds, chapters }: MadeEdition, forPrograms: boolean): void {
  if (forPrograms) {
    process.stdout.write(`${JSON.stringify({ event: "made", file, bytes, seconds, chapters })}\n`);
    return;
  }
  const minutes = Math.floor(seconds / 60);
  process.stderr.write(
    `\r\u001b[K${words("terminal.exported", { file, size: bytes / 1e6, minutes, seconds: Math.round(seconds % 60), chapters: chapters.length })}\n`,
  );
}

/** `lectern export`: articles as one file to take along, a chapter each. What was begun before and not finished is gone on with. */
export function exportCommand(addresses: readonly string[], options: ExportOptions, signal: AbortSignal): Promise<void> {
  if (addresses.length === 0) wrongUsage(words("terminal.export-needs-address"));
  if (options.out === "-") wrongUsage(words("terminal.export-out-is-file"));
  if (addresses.filter((address) => address === "-").length > 1) wrongUsage(words("terminal.export-one-input"));
  const forPrograms = options.json === true || !process.stderr.isTTY;
  const isKept = addresses.some((address) => !existsSync(address) && keptName(address) !== null);
  return withDesk({ keep: isKept, taste: true }, async (desk) => {
    const manner = await mannerOf(desk, options);
    const out = resolve(options.out ?? ".");
    const made = await desk.exportEdition(
      {
        wishes: [addresses.map((address) => (existsSync(address) ? resolve(address) : address)), { ...options, out }, tasteOf(manner)],
        format: options.format,
        plan: () => planned(desk, addresses, options, manner, signal),
        out,
        force: options.force === true,
        onProgress: teller(forPrograms),
      },
      desk,
      signal,
    );
    tellMade(made, forPrograms);
  });
}

/** All of the listener's taste that an edition depends on: another taste is another edition. */
const tasteOf = ({ settings, taste, rate }: Manner): unknown => {
  const { voice, voices, dialects, pitch, pauses, headingStyle, photoStyle, captionStyle, quotationStyle } = settings;
  return { taste, rate, voice, voices, dialects, pitch, pauses, headingStyle, photoStyle, captionStyle, quotationStyle };
};

/** Opens the articles one after the other. */
async function* opened(desk: Desk, addresses: readonly string[], options: ExportOptions, signal: AbortSignal): AsyncGenerator<Article> {
  for (const address of addresses) {
    const { article } = await openNamed(desk, address, options, { heard: false }, signal).catch((thrown: unknown) => {
      // Of several it must be said which.
      if (thrown instanceof Failure && addresses.length > 1)
        throw new Failure(thrown.code, `${address}: ${thrown.message}`, { cause: thrown });
      throw thrown;
    });
    yield article;
  }
}

function planned(
  desk: Desk,
  addresses: readonly string[],
  options: ExportOptions,
  { settings, taste, rate, only, voiceFor }: Manner,
  signal: AbortSignal,
): ReturnType<Desk["planEdition"]> {
  const now = new Date();
  const title = (count: number): string | null =>
    options.title ?? (count > 1 ? words("terminal.export-title", { date: now.getTime() }) : null);
  const articles = opened(desk, addresses, options, signal);
  const { format } = options;
  return planArticles(desk, { articles, format, settings, taste, rate, only, voiceFor, title, now: now.toISOString() }, signal);
}
