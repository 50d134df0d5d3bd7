import type { Desktop, Reader } from "../../contract/index.ts";
import {
  type KeptEntry,
  type LexiconChange,
  type LexiconEntry,
  type LexiconFormat,
  type LexiconImport,
  type Place,
  spokenText,
  toFailure,
} from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { selectedRange } from "../page/selection.ts";
import { captionOf, textOf } from "../reading/shown.ts";
import { shownWords, wordIndexAt } from "../reading/shown-words.ts";
import type { Dialog, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import { entryRefusal, fileRefusal } from "./lexicon-words.ts";
import type { Listening } from "./listening.ts";

/** Presses of one key that come as quickly as this are meant together, milliseconds: slower than most, for slow hands (guess). */
const TOGETHER = 900;
/** Longest text that is fixed or spelled, UTF-16 code units: as long as an entry can be. */
const LONGEST = 200;

/** A file of entries that was taken, or why it could not be. */
export type Taken = { readonly kind: "taken"; readonly result: LexiconImport } | { readonly kind: "failed"; readonly message: string };

/** What a listener does with words. Methods that answer with a message answer with null when nothing is to be told. */
export interface Wording {
  /** Says the sentence again; twice quickly word by word, three times letter by letter. */
  repeat(): void;
  /** Another command came: the next repeat is the first again. */
  interrupt(): void;
  spell(by: "word" | "letter"): void;
  explain(): void;
  /** Opens the form for the word that was just heard, or that is selected. */
  fix(): void;
  /** Closes the form with nothing changed; what sounded before goes on. */
  leaveFix(): void;
  /** As `leaveFix`, and says that nothing was changed: the form was sent without words to say. */
  keepNothing(): void;
  /** Keeps the entry, closes the form and reads the sentence again. Answers with what is wrong. */
  keepFix(entry: LexiconEntry): Promise<string | null>;
  /** Says how a text sounds, with the entry or as things are. Answers with what is wrong. */
  hear(text: string, lang: string, entry: LexiconEntry | null): Promise<string | null>;
  /** Another voice reads now: entries may be for it alone. */
  voiceChanged(): void;
  entries(): Promise<readonly KeptEntry[]>;
  /** @throws Failure */
  change(change: LexiconChange): Promise<readonly KeptEntry[]>;
  /** Null: no file was chosen. */
  takeFile(): Promise<Taken | null>;
  saveFile(format: LexiconFormat): Promise<string | null>;
}

/** What wording needs. */
export interface WordingWorld {
  readonly reader: Reader;
  readonly desktop: Desktop;
  readonly store: Store<WindowState>;
  readonly listening: Listening;
  readonly announcer: Announcer;
  /** Where a person moved the caret, null where they did not. */
  readonly moved: () => Place | null;
  /** Whether Lectern's own voice may sound. */
  readonly silent: () => boolean;
  readonly voiceFor: (lang: string) => LexiconEntry["voice"];
  readonly show: (dialog: Dialog | null) => void;
  /** What waits for a dialog to close does not go on by itself. */
  readonly forgetWaiting: () => void;
  /** The same; answers whether the reading waited. */
  readonly takeWaiting: () => boolean;
  readonly narrateAgain: () => Promise<void>;
  readonly article: () => Element | null;
}

/** Capitals alone: "SDF", "U.S.". */
const SHORT_NAME = /^(?:\p{Lu}\.?){2,10}$/u;

/** The base of a language tag: a respelling for one English is one for all. */
const baseOf = (lang: string): string => lang.split(/[-_]/)[0] ?? lang;

/** Makes what a listener does with words. */
export function createWording(world: WordingWorld): Wording {
  const { reader, store, listening, announcer } = world;
  let presses = 0;
  let last = Number.NEGATIVE_INFINITY;
  let wasSounding = false;
  /** Whether the article goes on when the form is closed without a change, and what the form is about. */
  let fixing: { readonly goOn: boolean; readonly place: Place } | null = null;

  /** Where the listener is: what they moved to, else the word that sounded last. */
  const here = (): Place | null => (listening.sounding() ? null : world.moved()) ?? listening.place();
  const langAt = (place: Place): string => {
    const article = store.get().reading?.article;
    return article?.blocks.find(({ id }) => id === place.block)?.lang ?? article?.lang ?? "en";
  };
  /** What a person selected in the article, on one line; "" where nothing is selected. */
  const selected = (): string => {
    const range = selectedRange();
    const text = range && world.article()?.contains(range.startContainer) ? range.toString().replace(/\s+/g, " ").trim() : "";
    return text.length <= LONGEST ? text : "";
  };
  /** The words of the sentence at a place, and the number of the one there. */
  const sentenceAt = (place: Place): { readonly words: readonly string[]; readonly index: number } => {
    const reading = store.get().reading;
    const text = reading ? textOf(reading.article, place.block) : "";
    const said = reading?.script.utterances.flatMap(({ pieces }) => {
      const own = pieces.flatMap(({ source }) => (source?.block === place.block ? [source] : []));
      const [first, final] = [own[0], own.at(-1)];
      return first && final && first.start <= place.offset && place.offset <= final.end ? [{ start: first.start, end: final.end }] : [];
    })[0];
    const found = shownWords(text, said?.start ?? 0, said?.end ?? text.length);
    return { words: found.map((word) => word.text), index: wordIndexAt(found, place.offset) };
  };
  /** The short name that may be meant: the one at a place, else the last before it in the sentence, else the first after it. */
  const shortNameAt = (place: Place): string | null => {
    const { words: all, index } = sentenceAt(place);
    const isShort = (word: string): boolean => SHORT_NAME.test(word);
    return all.slice(0, index + 1).findLast(isShort) ?? all.slice(index + 1).find(isShort) ?? null;
  };

  const spell = async (by: "word" | "letter", goOn: boolean): Promise<void> => {
    const { reading, utterance } = store.get();
    const said = reading?.script.utterances[utterance];
    if (!reading || !said) return;
    const own = said.pieces.some((piece) => piece.source);
    const shown = own
      ? captionOf(reading.article, { ...reading.script, utterances: [{ ...said, pieces: said.pieces.filter((piece) => piece.source) }] }, 0)
      : spokenText(said);
    const turn = last;
    listening.stop();
    const text = await reader.spell({ text: shown.slice(0, LONGEST * 5), lang: said.lang, by }).catch(() => null);
    // Pressed once more, or gone elsewhere, in between.
    if (turn !== last || listening.sounding()) return;
    if (text === null || text === "") announcer.answer(shown);
    else announcer.answer(text, { lang: said.lang, ...(goOn ? { after: listening.repeat } : {}) });
  };

  return {
    repeat() {
      const now = performance.now();
      presses = now - last <= TOGETHER ? presses + 1 : 1;
      last = now;
      if (presses === 1) {
        wasSounding = listening.sounding();
        listening.repeat();
      } else void spell(presses === 2 ? "word" : "letter", wasSounding);
    },
    interrupt() {
      last = Number.NEGATIVE_INFINITY;
    },
    spell(by) {
      const goOn = listening.sounding();
      last = performance.now();
      presses = Number.POSITIVE_INFINITY;
      void spell(by, goOn);
    },
    explain() {
      const reading = store.get().reading;
      const place = here();
      if (!reading || !place) {
        announcer.answer(words("explain.nothing"));
        return;
      }
      reader.explain({ article: reading.article.id, place }).then(
        (found) => {
          if (found)
            announcer.answer(words("explain.answer", { short: found.short, long: found.long }), { text: found.spoken, lang: found.lang });
          else {
            const word = shortNameAt(place);
            announcer.answer(word === null ? words("explain.noneHere") : words("explain.none", { word }));
          }
        },
        (thrown) => announcer.answer(failureWords(toFailure(thrown).code)),
      );
    },
    fix() {
      const reading = store.get().reading;
      if (fixing && store.get().dialog?.kind === "fix") return;
      const place = here();
      if (!reading || !place) {
        announcer.answer(words("fix.nothing"));
        return;
      }
      const chosen = selected();
      const { words: sentence, index } = sentenceAt(place);
      world.show({
        kind: "fix",
        written: chosen || (sentence[index] ?? ""),
        sentence,
        index,
        lang: baseOf(langAt(place)),
        site: /^https?:/.test(reading.article.address) ? new URL(reading.article.address).hostname.replace(/^www\./, "") : null,
      });
      // Where the dialog is spoken of, the reading waits already, and goes on by itself.
      fixing = { goOn: listening.sounding(), place };
      listening.pause();
    },
    leaveFix() {
      const goOn = fixing?.goOn ?? false;
      fixing = null;
      world.show(null);
      if (goOn && !listening.sounding()) listening.toggle();
    },
    keepNothing() {
      // What waits would begin while the answer is said.
      const goOn = world.takeWaiting() || (fixing?.goOn ?? false);
      fixing = null;
      world.show(null);
      const resume = (): void => {
        if (goOn && !listening.sounding()) listening.toggle();
      };
      if (world.silent()) {
        announcer.answer(words("fix.unchanged"));
        resume();
      } else announcer.answer(words("fix.unchanged"), { after: resume });
    },
    async keepFix(entry) {
      const back = fixing;
      try {
        await reader.changeLexicon({ kind: "keep", entries: [entry] });
      } catch (thrown) {
        return entryRefusal(toFailure(thrown), entry);
      }
      fixing = null;
      world.forgetWaiting();
      world.show(null);
      await world.narrateAgain();
      if (back) listening.playFrom(back.place);
      return null;
    },
    async hear(text, lang, entry) {
      if (world.silent()) return words("fix.silent");
      try {
        const article = store.get().reading?.article.id ?? null;
        const { before, after } = await reader.rehearse({
          text: text.slice(0, LONGEST),
          lang,
          article,
          voice: world.voiceFor(lang),
          entry,
        });
        announcer.preview(entry ? after : before, null, lang);
        return null;
      } catch (thrown) {
        return entryRefusal(toFailure(thrown), entry);
      }
    },
    voiceChanged() {
      reader.lexicon({}).then(
        (kept) => kept.some(({ entry }) => entry.voice !== null) && void world.narrateAgain(),
        () => {
          // Without its lexicon the article is read as it was.
        },
      );
    },
    entries: () => reader.lexicon({}),
    async change(change) {
      const kept = await reader.changeLexicon(change);
      void world.narrateAgain();
      return kept;
    },
    async takeFile() {
      const file = await world.desktop.readLexicon();
      if (!file) return null;
      if (file.kind === "failed")
        return { kind: "failed", message: words("lexicon.failed", { name: file.name, message: failureWords(file.code) }) };
      try {
        const result = await reader.importLexicon({ text: file.text, format: /\.pls$/i.test(file.name) ? "pls" : null });
        if (result.kept > 0) void world.narrateAgain();
        return { kind: "taken", result };
      } catch (thrown) {
        return { kind: "failed", message: words("lexicon.failed", { name: file.name, message: fileRefusal(toFailure(thrown)) }) };
      }
    },
    async saveFile(format) {
      try {
        const answer = await world.desktop.saveLexicon({ format, text: await reader.exportLexicon({ format }) });
        if (answer === "cancelled") return null;
        return answer === "saved" ? words("lexicon.exported") : words("lexicon.save", { next: words(`failure.${answer}.next`) });
      } catch (thrown) {
        return failureWords(toFailure(thrown).code);
      }
    },
  };
}
