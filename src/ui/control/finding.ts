import type { Place, TextRange } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { focusOn } from "../page/focus.ts";
import { rangeOf } from "../page/places.ts";
import { findIn, nextOf } from "../reading/find.ts";
import { spokenPlace } from "../reading/outline.ts";
import { captionOf } from "../reading/shown.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { Listening } from "./listening.ts";

/** The name of the highlight, as the style sheets know it. */
const FOUND = "found";

/** Finding words in the article on the page. */
export interface Finding {
  /** How often a text stands in the article. */
  readonly count: (text: string) => number;
  /** Goes to the first place of a text from where the listener is, and says the sentence. False where there is none. */
  go(text: string): boolean;
  /** The next or previous place of what was looked for; asks where nothing was. */
  again(direction: 1 | -1): void;
  /** What was looked for last, "" for nothing. */
  readonly last: () => string;
}

/** What finding needs. `ask` opens the question for a text. */
export interface FindingWorld {
  readonly store: Store<WindowState>;
  readonly listening: Pick<Listening, "place" | "goTo" | "sounding">;
  readonly announcer: Announcer;
  readonly article: () => Element | null;
  readonly ask: () => void;
}

/** Finding in a window. */
export function createFinding({ store, listening, announcer, article, ask }: FindingWorld): Finding {
  let looked = "";
  /** Where the last one was found: the next one is after it, wherever its sentence began. */
  let found: Place | null = null;

  const rangesOf = (text: string): readonly TextRange[] => {
    const { reading } = store.get();
    return reading ? findIn(reading.article, text) : [];
  };
  const mark = (ranges: readonly TextRange[]): void => {
    const page = article();
    CSS.highlights.delete(FOUND);
    const shown = page ? ranges.flatMap((range) => rangeOf(page, range) ?? []) : [];
    if (shown.length > 0) CSS.highlights.set(FOUND, new Highlight(...shown));
  };
  const show = (index: number, ranges: readonly TextRange[]): void => {
    const { reading } = store.get();
    const range = ranges[index];
    if (!reading || !range) return;
    found = { block: range.block, offset: range.start };
    mark(ranges);
    const sounding = listening.sounding();
    listening.goTo(found);
    // While it is read, what was found is heard at once; else the sentence answers.
    if (sounding) return;
    const { utterance } = spokenPlace(reading.script, found);
    const sentence = captionOf(reading.article, reading.script, utterance);
    announcer.answer(words("find.at", { number: index + 1, count: ranges.length, sentence }));
    const page = article();
    const target = page && rangeOf(page, range)?.startContainer.parentElement?.closest<HTMLElement>("[data-block]");
    target?.scrollIntoView({ block: "center", behavior: "instant" });
    const main = target?.closest<HTMLElement>("main");
    if (main && !main.contains(document.activeElement)) focusOn(main);
  };
  const place = (): Place | null => found ?? listening.place();

  return {
    count: (text) => rangesOf(text).length,
    go(text) {
      const { reading } = store.get();
      const ranges = rangesOf(text);
      if (!reading || ranges.length === 0) return false;
      looked = text;
      found = null;
      show(nextOf(reading.article, ranges, listening.place(), 1, true), ranges);
      return true;
    },
    again(direction) {
      const { reading } = store.get();
      if (!reading || looked === "") {
        ask();
        return;
      }
      const ranges = rangesOf(looked);
      if (ranges.length === 0) {
        announcer.answer(words("find.none", { text: looked }));
        return;
      }
      // Who has moved on meanwhile goes on from there.
      const here = listening.place();
      if (found && here && here.block !== found.block) found = null;
      show(nextOf(reading.article, ranges, place(), direction, false), ranges);
    },
    last: () => looked,
  };
}
