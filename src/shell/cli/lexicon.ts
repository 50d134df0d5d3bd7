import { readFile } from "node:fs/promises";
import { Failure, LEXICON_FORMATS, type LexiconEntry, type LexiconFormat, type LexiconMatch } from "../../model/index.ts";
import { languageName, words } from "../../words/index.ts";
import { decodeLexicon } from "../lexicon-text.ts";
import { withReader } from "./desk.ts";
import { tell, write, writeFileContent, writeJson, writeJsonLine } from "./output.ts";
import { readAll, wrongUsage } from "./requests.ts";
import { writeNewFile } from "./write-file.ts";

/** Where an entry holds, as options say it. */
export interface EntryOptions {
  readonly match?: LexiconMatch;
  readonly lang?: string;
  readonly site?: string;
  readonly voice?: string;
  readonly ignoreCase?: true;
  readonly matchCase?: true;
  readonly json?: true;
}

/** The host of what was given as a site: people give addresses too. */
const siteOf = (given: string | undefined): string | null =>
  given === undefined
    ? null
    : given
        .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
        .replace(/[/:?#].*$/, "")
        .toLowerCase() || null;
const voiceOf = (name: string | undefined): LexiconEntry["voice"] => (name === undefined ? null : (name as LexiconEntry["voice"]));

/** Where an entry holds, in a few words; "" where it holds everywhere. */
const placesOf = ({ match, lang, site, voice, ignoreCase }: LexiconEntry): string =>
  [
    match === "word" ? "" : match,
    lang === null ? "" : languageName(lang),
    site ?? "",
    voice ?? "",
    ignoreCase ? words("terminal.lexicon.any-case") : "",
  ]
    .filter(Boolean)
    .join(", ");

const lineOf = (entry: LexiconEntry): string => {
  const places = placesOf(entry);
  const said = entry.match === "skip" || entry.spoken === "" ? words("terminal.lexicon.silent") : entry.spoken;
  return `${entry.written} → ${said}${places === "" ? "" : ` (${places})`}`;
};

/** `lectern lexicon list`: an entry a line, the one that goes first at the top. */
export const listLexicon = (options: { readonly json?: true }): Promise<void> =>
  withReader(async (app) => {
    const kept = await app.lexicon({});
    const entries = kept.map(({ entry }) => entry);
    if (options.json) await writeJson({ entries });
    else if (entries.length === 0) tell(words("terminal.lexicon.empty"));
    else await write(entries.map((entry) => `${lineOf(entry)}\n`).join(""));
  });

/** `lectern lexicon add WRITTEN SPOKEN`: puts an entry first; prints how the words sound with it. */
export const addToLexicon = (written: string, spoken: string | undefined, options: EntryOptions): Promise<void> =>
  withReader(async (app) => {
    const match = options.match ?? "word";
    // Silence has to be asked for: by its own way to find the word, or by empty quotation marks behind a way that is named.
    if (match !== "skip" && (spoken === undefined || (spoken.trim() === "" && options.match === undefined)))
      wrongUsage(words("terminal.lexicon.no-spoken"));
    const entry: LexiconEntry = {
      written,
      spoken: spoken ?? "",
      match,
      lang: options.lang ?? null,
      site: siteOf(options.site),
      voice: voiceOf(options.voice),
      // A word in small letters begins sentences too.
      ignoreCase: options.ignoreCase ?? (options.matchCase === undefined && match !== "expression" && written === written.toLowerCase()),
    };
    await app.changeLexicon({ kind: "keep", entries: [entry] });
    await (options.json ? writeJsonLine(entry) : write(`${lineOf(entry)}\n`));
  });

/** `lectern lexicon remove WRITTEN`: every entry for these words, or those that the options name. @throws Failure `not-found` */
export const removeFromLexicon = (written: string, options: EntryOptions): Promise<void> =>
  withReader(async (app) => {
    const fits = (entry: LexiconEntry): boolean =>
      entry.written === written &&
      (options.match === undefined || entry.match === options.match) &&
      (options.lang === undefined || entry.lang === options.lang) &&
      (options.site === undefined || entry.site === siteOf(options.site)) &&
      (options.voice === undefined || entry.voice === options.voice);
    const found = (await app.lexicon({})).filter(({ entry }) => fits(entry));
    if (found.length === 0) throw new Failure("not-found", words("terminal.lexicon.no-entry", { written }));
    await app.changeLexicon({ kind: "remove", ids: found.map(({ id }) => id) });
    if (options.json) await writeJsonLine({ removed: found.map(({ entry }) => entry) });
    else await write(`${words("terminal.lexicon.removed", { count: found.length })}\n`);
  });

const filed = (file: string, thrown: unknown): Failure => {
  const code = (thrown as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT") return new Failure("not-found", words("terminal.lexicon.no-file", { file }));
  return new Failure("storage", words("terminal.lexicon.no-access", { file }), { cause: thrown });
};

/** The kind of file that a name says. */
const namedFormat = (file: string): LexiconFormat | null =>
  LEXICON_FORMATS.find((format) => file.toLowerCase().endsWith(`.${format}`)) ?? null;

/** `lectern lexicon import FILE`: PLS or CSV, found out by its content. What can't be used is said on stderr, a line each. */
export const importLexicon = (file: string, options: { readonly json?: true }): Promise<void> =>
  withReader(async (app) => {
    const bytes = file === "-" ? await readAll(process.stdin) : await readFile(file).catch((thrown) => Promise.reject(filed(file, thrown)));
    const result = await app.importLexicon({ text: decodeLexicon(bytes), format: namedFormat(file) });
    if (options.json) {
      await writeJsonLine(result);
      return;
    }
    for (const { line, message } of result.problems) tell(words("terminal.lexicon.problem", { file, line, message }));
    const more = result.ignored - result.problems.length;
    if (more > 0) tell(words("terminal.lexicon.more-problems", { count: more }));
    await write(`${words("terminal.lexicon.imported", { count: result.kept })}\n`);
  });

/** `lectern lexicon export FILE`: as PLS or CSV, by the file's name unless `--format` says it. */
export const exportLexicon = (file: string, options: { readonly format?: LexiconFormat; readonly force?: true }): Promise<void> =>
  withReader(async (app) => {
    const text = await app.exportLexicon({ format: options.format ?? namedFormat(file) ?? "csv" });
    if (file === "-") await writeFileContent(text);
    else await writeNewFile(file, text, options.force === true);
  });
