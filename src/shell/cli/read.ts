import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { record } from "../../app/index.ts";
import type { Opened, Reader } from "../../contract/index.ts";
import { welcomeAddress } from "../../contract/index.ts";
import {
  EDITION_FORMATS,
  type EditionFormat,
  Failure,
  type FailureCode,
  FILE_ENDS,
  knowsLetters,
  type Script,
  type Settings,
  type Taste,
  type Verbosity,
  type Voice,
  type VoiceId,
  type VoiceTaste,
  voiceByTaste,
  voiceId,
  voiceOf,
} from "../../model/index.ts";
import { ESPEAK } from "../../speak/index.ts";
import { languageName, noticeWords, words } from "../../words/index.ts";
import { type Desk, withDesk } from "./desk.ts";
import { lengthToTheSecond } from "./length.ts";
import { articleNamed, itemNamed, type KeptName, keptName } from "./library/ids.ts";
import { glanceAtKept, openKept } from "./library/opened.ts";
import { oneLine } from "./one-line.ts";
import { jsonOf, tell, tellProgress } from "./output.ts";
import { type ChoiceOptions, chosen, naming, requestOf, type SaidOptions, wrongUsage } from "./requests.ts";
import { type Ending, readInTerminal } from "./terminal-reader.ts";

/** The options of `lectern read`. */
export interface ReadOptions extends SaidOptions, ChoiceOptions {
  readonly always?: true;
  readonly voice?: string;
  readonly rate?: number;
  readonly verbosity?: Verbosity;
  readonly out?: string;
  readonly marks?: string;
  readonly force?: true;
  readonly json?: true;
}

/** What speaks when no voice knows the language. */
const FALLBACK: VoiceId = voiceId("espeak", "en-us+klatt4");

/** The listed voice of a name or id. @throws Failure `no-voice` */
function named(voices: readonly Voice[], name: string): VoiceId {
  const found = voices.find(({ id, name: own }) => id === name || own === name || id.endsWith(`:${name}`));
  const voice = found ?? voiceOf(voices, name as VoiceId);
  if (!voice) throw new Failure("no-voice", words("terminal.no-such-voice", { voice: name }));
  return voice.id;
}

/**
 * Chooses a voice by language: the one that was asked for, where it knows the letters; else the listener's choices. A language that another
 * voice reads, or that has none, is said once on stderr.
 */
function voicesFor(voices: readonly Voice[], taste: VoiceTaste, always: VoiceId | null): (lang: string) => VoiceId {
  const said = new Set<string>();
  const asked = voiceOf(voices, always);
  const tellOnce = (lang: string, told: () => string): void => {
    if (!said.has(lang)) tell(told());
    said.add(lang);
  };
  return (lang) => {
    if (always !== null && (asked === null || knowsLetters(asked, lang))) return always;
    const voice = voiceByTaste(voices, taste, lang);
    const { id } = voice ?? { id: always ?? FALLBACK };
    if (!voice) tellOnce(lang, () => words("terminal.no-voice-for", { lang: languageName(lang), voice: id }));
    else if (asked) tellOnce(lang, () => words("terminal.no-letters", { lang: languageName(lang), asked: asked.name, voice: id }));
    return id;
  };
}

/** How this listener is read to: what they have set, unless an option says otherwise. */
export interface Manner {
  readonly settings: Settings;
  readonly taste: Taste;
  readonly rate: number;
  /** The voice that reads whatever the language is, null: nobody asked for one. */
  readonly only: VoiceId | null;
  readonly voiceFor: (lang: string) => VoiceId;
  /** The voice that most likely reads: that of the listener's own language; null: it has none. */
  readonly likely: VoiceId | null;
}

/** @throws Failure `no-voice` */
export async function mannerOf(
  app: Pick<Desk, "settings" | "speaker">,
  options: Pick<ReadOptions, "voice" | "rate" | "verbosity">,
): Promise<Manner> {
  const settings = await app.settings({});
  // Of eSpeak NG's own there is one for each language that another could be needed for.
  const { voices } = await app.speaker.voices(options.voice?.startsWith(`${ESPEAK}:`) ? options.voice : undefined);
  const only = options.voice === undefined ? null : named(voices, options.voice);
  const lang = settings.language ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return {
    settings,
    taste: { verbosity: options.verbosity ?? settings.verbosity, lang },
    rate: options.rate ?? settings.rate,
    only,
    voiceFor: voicesFor(voices, settings, only),
    likely: only ?? voiceByTaste(voices, settings, lang)?.id ?? null,
  };
}

const scriptOf = (app: Reader, { article }: Opened, { taste, only }: Manner): Promise<Script> =>
  app.narrate({ article: article.id, taste, voice: only, only: only !== null });

/** Reads an opened article on the speakers, from where its listener left it. `keys`: whether keys are heard; `next`: one goes on. */
export async function readAloud(
  app: Reader,
  opened: Opened,
  manner: Manner,
  { keys, next }: { readonly keys: boolean; readonly next: boolean },
  signal: AbortSignal,
): Promise<Ending> {
  const { article, place, left } = opened;
  const script = await scriptOf(app, opened, manner);
  const away = left === null ? 0 : (Date.now() - Date.parse(left)) / 1000;
  const { settings, voiceFor, rate } = manner;
  return readInTerminal({ app, article, script, place, away, resume: settings.resume, voiceFor, rate, keys, next }, signal);
}

/** What a person means by an id of the library's, null where they mean something else. A file of this name goes before. */
const nameOf = (address: string): KeptName | null => (existsSync(address) ? null : keptName(address));

/** Whether a person means something that the library has. */
export const isKept = (address: string): boolean => nameOf(address) !== null;

/** How files of sound are called that are no WAV: who names one so wants that. */
const OTHER_SOUND = /\.(mp3|mp4|m4[abp]|aac|og[ga]|opus|flac|webm|wma|aiff?|amr|mka)$/i;

/** The format of `lectern export` that makes what a name ends with, or what comes next to it. */
const formatNamed = (end: string): EditionFormat =>
  EDITION_FORMATS.find((format) => FILE_ENDS[format] === end.toLowerCase()) ??
  (/^(?:mp4|m4|aac)/i.test(end) ? "m4b" : /^(?:og|webm)/i.test(end) ? "opus" : "mp3");

/**
 * `lectern read`: into a WAV file with `--out`, else on the speakers, with the sentence that sounds on standard output and, on a
 * terminal, keys. What the listener has set in the window holds here, unless an option says otherwise.
 */
export function readCommand(address: string | undefined, options: ReadOptions, signal: AbortSignal): Promise<void> {
  if (options.marks !== undefined && options.out === undefined) wrongUsage(words("terminal.marks-need-out"));
  if (options.out === "-" || options.marks === "-") wrongUsage(words("terminal.out-is-file"));
  const sound = OTHER_SOUND.exec(options.out ?? "");
  if (sound) wrongUsage(words("terminal.out-is-wav", { file: options.out ?? "", format: formatNamed(sound[1] ?? "") }));
  return withDesk({ keep: options.out === undefined || address === undefined || nameOf(address) !== null, taste: true }, async (app) => {
    for (const notice of await app.notices({})) tell(noticeWords(notice));
    const manner = await mannerOf(app, options);
    const opened = await withChoices(app, await openedOf(app, address, options, signal), options);
    if (options.out === undefined) {
      await readAloud(app, opened, manner, { keys: address !== "-", next: false }, signal);
      return;
    }
    const { voiceFor, rate, settings } = manner;
    const script = await scriptOf(app, opened, manner);
    const { article } = opened;
    await recordIt(
      app,
      {
        article,
        script,
        voiceFor,
        rate,
        pitch: settings.pitch,
        out: options.out,
        marks: options.marks ?? null,
        force: options.force === true,
      },
      signal,
    );
  });
}

/** What is told where an article that was kept is read, because its page can't be had. */
export interface KeptText {
  readonly event: "kept";
  readonly address: string;
  readonly code: FailureCode;
  readonly message: string;
}

const tellKept = ({ message }: KeptText): void => tell(message);

/**
 * Opens what an address, a file or an id of the library's names. `heard`: somebody listens to it now; else what the library has is
 * neither marked as read nor the last opened. `told` hears where a text that was kept is read.
 * @throws Failure
 */
export async function openNamed(
  app: Reader,
  address: string,
  options: SaidOptions,
  { heard, told = tellKept }: { readonly heard: boolean; readonly told?: (kept: KeptText) => void },
  signal: AbortSignal,
): Promise<Opened> {
  const kept = nameOf(address);
  if (kept?.kind === "item") return (heard ? openKept : glanceAtKept)(app, (await itemNamed(app, String(kept.id))).id, signal);
  if (kept?.kind === "article") return app.recall({ article: await articleNamed(app, kept.start), glance: !heard });
  const opened = await naming(address, app.open(await requestOf(address, options), signal));
  if (opened.instead) {
    const message = words("terminal.instead", { address: oneLine(address), problem: words(`failure.${opened.instead}`) });
    told({ event: "kept", address, code: opened.instead, message });
  }
  return opened;
}

/** What is to be read: what an address names, else what was opened last, else the welcome. Says which, where nobody named it. */
async function openedOf(app: Reader, address: string | undefined, options: ReadOptions, signal: AbortSignal): Promise<Opened> {
  const heard = options.out === undefined;
  // Standard output has the sentences: what is told besides goes beside them, as failures do.
  const told = options.json ? (kept: KeptText): void => tell(jsonOf(kept)) : tellKept;
  if (address !== undefined) return openNamed(app, address, options, { heard, told }, signal);
  const [last] = await app.articles({ limit: 1 });
  if (!last) return app.open(await requestOf(welcomeAddress(process.platform === "darwin"), options), signal);
  tell(words("terminal.resumes", { title: last.title }));
  return app.recall({ article: last.id, glance: !heard });
}

/** Keeps what the options put back and leave out, for the article or for its site. */
async function withChoices(app: Reader, opened: Opened, options: ReadOptions): Promise<Opened> {
  const { putBack, leaveOut } = chosen(options);
  const { id } = opened.article;
  for (const [texts, stands] of [[putBack, true] as const, [leaveOut, false] as const])
    for (const text of texts) {
      await app.choose({ article: id, text, stands });
      const entry = text.startsWith("b") || /^l\d+-/.test(text) ? `x-${text}` : text;
      if (options.always) await app.chooseAlways({ article: id, text: entry, always: true });
    }
  return putBack.length + leaveOut.length === 0 ? opened : app.recall({ article: id, glance: options.out !== undefined });
}

async function recordIt(
  app: Desk,
  what: Omit<Parameters<typeof record>[0], "speaker" | "onProgress"> & { readonly script: Script },
  signal: AbortSignal,
): Promise<void> {
  const terminal = process.stderr.isTTY;
  const { seconds } = await record(
    {
      ...what,
      out: resolve(what.out),
      marks: what.marks === null ? null : resolve(what.marks),
      speaker: app.speaker,
      onProgress: (done, all) => {
        if (terminal) tellProgress(words("terminal.progress", { done, all }));
      },
    },
    signal,
  );
  if (terminal) tellProgress("");
  tell(words("terminal.recorded", { file: what.out, length: lengthToTheSecond(seconds) }));
}
