import { type BlockId, type Place, places, type TextRange } from "../../model/index.ts";
import { placeOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { phraseAt, phrasesOf } from "../reading/phrases.ts";
import { captionOf, textOf } from "../reading/shown.ts";
import type { GiantPhrase, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";

/** Most characters of a phrase: some five short words, which at the usual window are a hand high (guess). */
const MOST = 26;

/** Giant text: one phrase a screen, in step with the voice or by key. */
export interface Giant {
  toggle(): void;
  close(): void;
  /** Shows the phrase that is read; does nothing while giant text is closed. */
  show(utterance: number, at: TextRange | null): void;
  /** A phrase on or back; over the edge of a sentence to the next one. While the voice reads, a sentence. */
  step(direction: 1 | -1): void;
}

/** What giant text needs. */
export interface GiantWorld {
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly sounding: () => boolean;
  readonly skip: (direction: 1 | -1) => void;
  /** Goes to a place, silently where it is silent. */
  readonly goTo: (place: Place) => void;
}

/** A phrase and where it stands; no block: words of our own. */
interface Part extends GiantPhrase {
  readonly block: BlockId | null;
  readonly start: number;
}

/** Giant text of a window. */
export function createGiant({ store, announcer, sounding, skip, goTo }: GiantWorld): Giant {
  let shown = { utterance: -1, index: 0 };

  const partsOf = (utterance: number): readonly Part[] => {
    const { reading } = store.get();
    const said = reading?.script.utterances[utterance];
    if (!reading || !said) return [];
    const { lang } = said;
    const stretches = places(said);
    if (stretches.length === 0) {
      const text = captionOf(reading.article, reading.script, utterance);
      return phrasesOf(text, MOST, lang).map(({ start, end }) => ({ text: text.slice(start, end), lang, block: null, start }));
    }
    return stretches.flatMap(({ block, start, end }) => {
      const text = textOf(reading.article, block).slice(start, end);
      return phrasesOf(text, MOST, lang).map((phrase) => ({
        text: text.slice(phrase.start, phrase.end),
        lang,
        block,
        start: start + phrase.start,
      }));
    });
  };
  const put = (utterance: number, index: number): void => {
    const part = partsOf(utterance)[index];
    shown = { utterance, index };
    if (part) store.set({ giant: { text: part.text, lang: part.lang } });
  };
  const show = (utterance: number, at: TextRange | null): void => {
    const parts = partsOf(utterance);
    if (parts.length === 0) return;
    const inBlock = at === null ? [] : parts.filter(({ block }) => block === at.block);
    const first = inBlock[0];
    const index =
      at === null || !first
        ? 0
        : parts.indexOf(first) +
          phraseAt(
            inBlock.map(({ start, text }) => ({ start, end: start + text.length })),
            at.start,
          );
    if (shown.utterance !== utterance || shown.index !== index || store.get().giant?.text !== parts[index]?.text) put(utterance, index);
  };

  const close = (): void => {
    if (!store.get().giant) return;
    store.set({ giant: null });
    announcer.status(words("giant.off"));
  };
  const open = (): void => {
    if (!store.get().reading) return;
    show(store.get().utterance, null);
    announcer.status(words("giant.on"));
  };

  return {
    toggle: () => (store.get().giant ? close() : open()),
    close,
    show(utterance, at) {
      if (store.get().giant) show(utterance, at);
    },
    step(direction) {
      if (!store.get().giant) return;
      if (sounding()) {
        skip(direction);
        return;
      }
      const count = partsOf(shown.utterance).length;
      const index = shown.index + direction;
      if (index >= 0 && index < count) {
        put(shown.utterance, index);
        return;
      }
      const script = store.get().reading?.script;
      const next = shown.utterance + direction;
      const place = script?.utterances[next] ? placeOf(script, next) : null;
      if (!place) return;
      goTo(place);
      put(next, direction === 1 ? 0 : Math.max(0, partsOf(next).length - 1));
    },
  };
}
