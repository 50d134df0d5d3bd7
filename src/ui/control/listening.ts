import type { Reader } from "../../contract/index.ts";
import { type Failure, firstPlace, type Moment, type Place, type TextRange } from "../../model/index.ts";
import { type Player, placeOf, resumption, type SkipUnit, skipTarget } from "../../play/index.ts";
import type { Caret } from "../page/caret.ts";
import type { Follower } from "../page/follow.ts";
import { type Highlighter, utteranceOf } from "../page/highlight.ts";
import { rangeOf } from "../page/places.ts";
import { spokenPlace } from "../reading/outline.ts";
import { captionOf } from "../reading/shown.ts";
import type { Reading, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import { createPlaceKeeper } from "./place-keeper.ts";

/** Listening to the article on the page: the one place that voice, caret, highlight and library share. */
export interface Listening {
  /** Makes this what is listened to, silently, at a place; null: the top. `left`: when it was left, ISO 8601; unchanged where it is not said. */
  load(reading: Reading, place: Place | null, left?: string | null): void;
  /** Loads the same article with other words or passages: the page stays where it is. */
  exchange(reading: Reading, place: Place | null): void;
  /** Reads this at once from an utterance, with nothing in between. */
  proceed(reading: Reading, utterance: number, told?: string): void;
  /** What sounds says more: the same up to an utterance, then other sentences. `told` as in `proceed`. */
  extend(reading: Reading, from: number, told: string): void;
  /** Goes to the beginning and keeps sounding, or silent. */
  toTop(): void;
  /** Plays, unless it sounds. */
  play(): void;
  /** Who reads has changed: goes on from the same sentence, silently where another voice reads now. */
  changeReader(): void;
  /** Play or pause. */
  toggle(): void;
  pause(): void;
  stop(): void;
  /** False where there is nothing further to skip to. */
  skip(unit: SkipUnit, direction: 1 | -1): boolean;
  repeat(): void;
  playFrom(place: Place): void;
  /** Goes to a place and keeps sounding, or keeps silent. */
  goTo(place: Place): void;
  /** Whether the article sounds or is about to. */
  sounding(): boolean;
  /** Silences it for a while without any other change. Returns what makes it go on. */
  hold(): () => void;
  /** Where the listener is. */
  place(): Place | null;
  keepPlace(): void;
  /** Follows the voice again after a person scrolled away. */
  returnToSpeech(): void;
  /** Draws the highlight again after the page was drawn anew. What sounds is followed; in silence the page stays where it is. */
  redraw(): void;
  /** The same where the article was not seen meanwhile: the place is brought into view in silence too. */
  show(): void;
}

/** What listening needs. `tell` sends a sentence to the screen reader; `failed` hears of a reading that broke off. */
export interface ListeningWorld {
  readonly store: Store<WindowState>;
  readonly player: Player;
  readonly caret: Caret;
  readonly highlighter: Highlighter;
  readonly follower: Follower;
  /** Hears of the text that is read now, for other eyes than the highlight's. */
  readonly seen: (range: Range, utterance: number, at: TextRange | null) => void;
  readonly article: () => Element | null;
  readonly keepPlace: Reader["keepPlace"];
  readonly tell: (sentence: string) => void;
  readonly hush: () => void;
  readonly silent: () => boolean;
  readonly failed: (failure: Failure) => void;
  /** It was heard to its end. True: something else will be read at once, by `proceed`. */
  readonly ended: () => boolean;
  /** Says what is read and where, to somebody who was away for long. */
  readonly recall: (here: Place) => void;
}

/** Joins the player with the page. */
export function createListening(world: ListeningWorld): Listening {
  const { store, player, caret, highlighter, follower } = world;
  let touched = false;
  let sounded = false;
  let broken = false;
  /** The sentence that the caret went along to last. */
  let followed = -1;
  /** From the end of one article until the next one sounds: to everybody else it sounds all the while. */
  let passing = false;
  /** When the reading was left where it is, milliseconds; null: it was not, or the listener moved since. */
  let left: number | null = null;

  const reading = (): Reading | null => store.get().reading;
  const current = (): number => utteranceOf(player.moment()) ?? store.get().utterance;
  const sounding = (): boolean => {
    const { state } = player.moment();
    return passing || state === "playing" || state === "loading";
  };
  const startOf = (utterance: number): Place | null => {
    const script = reading()?.script;
    return script ? placeOf(script, utterance) : null;
  };
  const putCaret = (utterance: number): void => {
    const place = startOf(utterance);
    if (place) caret.put(place);
  };
  /** For a braille display: the caret alone, where nobody has selected or types anything. */
  const takeCaretAlong = (utterance: number): void => {
    followed = utterance;
    const busy = getSelection()?.isCollapsed === false || document.activeElement?.matches("input, textarea, dialog *");
    if (store.get().settings.caretFollows && !busy) putCaret(utterance);
  };
  const place = (): Place | null => {
    const moment = player.moment();
    if (!world.silent() && "at" in moment && moment.at) return { block: moment.at.block, offset: moment.at.start };
    return moment.state === "ended" ? startOf(0) : startOf(world.silent() ? store.get().utterance : current());
  };
  const keeper = createPlaceKeeper({
    keepPlace: world.keepPlace,
    reading,
    place,
    top: () => startOf(0),
    begun: () => touched && !passing,
  });
  const keepPlace = keeper.keep;
  const draw = (utterance: number, moment: Moment | null, follows = true): void => {
    const script = reading()?.script;
    const article = world.article();
    const said = script?.utterances[utterance];
    if (!script || !article || !said) return;
    const at = moment && "at" in moment ? moment.at : null;
    highlighter.show(script, utterance, at, moment?.state !== "playing" && moment?.state !== "loading");
    const seen = at ?? firstPlace(said);
    const range = seen && rangeOf(article, seen);
    if (range) world.seen(range, utterance, at);
    if (range && touched && follows) follower.follow(range);
  };
  const drawAgain = (follows: boolean): void => {
    if (touched) draw(world.silent() ? store.get().utterance : current(), world.silent() ? null : player.moment(), follows);
  };
  const hear = (moment: Moment): void => {
    if (world.silent() || passing) return;
    const { state } = moment;
    if (state === "ended" && sounded && world.ended()) {
      keeper.keepTop();
      passing = true;
      return;
    }
    const utterance = utteranceOf(moment);
    const sound = state === "playing" || state === "loading" || state === "ended" ? state : "silent";
    const last = store.get().utterance;
    store.set({ sound, ...(utterance === null ? {} : { utterance }) });
    if (utterance !== null && (touched || state === "playing")) draw(utterance, moment);
    if (utterance !== null && utterance !== followed && state === "playing") takeCaretAlong(utterance);
    if (state === "playing" || state === "loading") left = null;
    else if (state === "paused" && sounded) left = Date.now();
    sounded = state === "playing" || state === "loading";
    if (state === "playing" || !sounded) keeper.beat(sounded);
    if (state === "ended") {
      highlighter.clear();
      putCaret(last);
      keepPlace();
    }
    if (state === "failed" && !broken) {
      putCaret(last);
      world.failed(moment.failure);
    }
    broken = state === "failed";
  };
  player.subscribe(hear);

  const follow = (): void => {
    touched = true;
    follower.resume();
    store.set({ following: true, notice: "", problem: null });
  };
  /** For those who listen with their screen reader: the caret goes there, and the sentence to the screen reader, once. */
  const present = (utterance: number, told?: string): void => {
    const here = reading();
    if (!here) return;
    store.set({ utterance, sound: "silent" });
    putCaret(utterance);
    draw(utterance, null);
    // As the page has it: a screen reader says dates and numbers in its own way.
    world.tell(told ?? captionOf(here.article, here.script, utterance));
    keepPlace();
  };
  /** Where a person moved the caret, as an utterance and an offset in it; null where it was not moved. */
  const movedTo = (): { readonly utterance: number; readonly offset: number } | null => {
    const script = reading()?.script;
    const moved = caret.moved();
    return script && moved ? spokenPlace(script, moved) : null;
  };
  const play = (): void => {
    if (!reading()) return;
    world.hush();
    follow();
    const moved = movedTo();
    caret.forget();
    if (world.silent()) present(moved?.utterance ?? store.get().utterance);
    else if (moved) player.playFrom(moved.utterance, moved.offset);
    else goOn();
  };
  /** Plays from where it was left, or from before that: the longer ago, the earlier. */
  const goOn = (): void => {
    const script = reading()?.script;
    const away = left === null ? 0 : (Date.now() - left) / 1000;
    const back = script && player.moment().state === "paused" ? resumption(script, current(), away, store.get().settings.resume) : null;
    if (!script || !back || back.exact) {
      player.play();
      return;
    }
    const here = startOf(current());
    player.playFrom(back.utterance);
    if (back.recall && here) world.recall(here);
  };
  const pause = (): void => {
    putCaret(current());
    player.pause();
    keepPlace();
  };
  const moveTo = (utterance: number): void => {
    const script = reading()?.script;
    if (!script) return;
    touched = true;
    left = null;
    if (world.silent()) present(utterance);
    else if (sounding()) player.playFrom(utterance);
    else {
      player.load(script, utterance);
      putCaret(utterance);
    }
    keepPlace();
  };

  const load = ({ script }: Reading, from: Place | null, follows = true): void => {
    passing = false;
    // What the player tells of it would be followed.
    touched = from !== null && follows;
    broken = false;
    const start = from ? spokenPlace(script, from).utterance : 0;
    store.set({ utterance: start, sound: "silent", following: true });
    follower.resume();
    highlighter.clear();
    if (!world.silent()) player.load(script, start);
    touched = from !== null;
    if (touched) draw(start, null, follows);
  };

  return {
    load(loaded, from, since) {
      if (since !== undefined) left = since === null ? null : Date.parse(since);
      load(loaded, from);
    },
    exchange: (loaded, from) => load(loaded, from, false),
    proceed({ script }, utterance, told) {
      touched = true;
      broken = false;
      left = null;
      passing = true;
      store.set({ following: true, notice: "" });
      follower.resume();
      highlighter.clear();
      caret.forget();
      world.hush();
      if (world.silent()) {
        passing = false;
        present(utterance, told);
        return;
      }
      player.load(script, utterance);
      passing = false;
      player.play();
    },
    extend(here, from, told) {
      store.set({ reading: here });
      if (world.silent()) {
        present(from, told);
        return;
      }
      player.extend(here.script, from);
      if (!sounding()) play();
    },
    toTop: () => moveTo(0),
    play() {
      if (!sounding()) play();
    },
    changeReader() {
      const script = reading()?.script;
      if (world.silent()) player.pause();
      else if (script && !sounding()) player.load(script, store.get().utterance);
    },
    toggle() {
      if (!world.silent() && sounding()) pause();
      else play();
    },
    pause() {
      if (sounding()) player.pause();
      keepPlace();
    },
    stop() {
      const utterance = world.silent() ? store.get().utterance : current();
      putCaret(utterance);
      world.hush();
      if (!world.silent()) player.stop();
      keepPlace();
    },
    skip(unit, direction) {
      const script = reading()?.script;
      if (!script) return false;
      left = null;
      world.hush();
      follow();
      const moved = sounding() ? null : movedTo();
      const from = moved?.utterance ?? (world.silent() ? store.get().utterance : current());
      const target = skipTarget(script, from, unit, direction);
      if (world.silent()) {
        if (target === null) return false;
        present(target);
        return true;
      }
      // After the last sentence comes the end; what is not there is said, and nothing moves.
      if (target === null && unit !== "sentence") return false;
      if (moved) player.load(script, moved.utterance);
      player.skip(unit, direction);
      if (!sounding()) putCaret(current());
      keepPlace();
      return true;
    },
    repeat() {
      world.hush();
      follow();
      if (world.silent()) present(store.get().utterance);
      else player.repeat();
    },
    playFrom(here) {
      const script = reading()?.script;
      if (!script) return;
      world.hush();
      follow();
      const { utterance } = spokenPlace(script, here);
      caret.forget();
      if (world.silent()) present(utterance);
      else player.playFrom(utterance);
    },
    goTo(here) {
      const script = reading()?.script;
      if (!script) return;
      follow();
      moveTo(spokenPlace(script, here).utterance);
    },
    sounding: () => !world.silent() && sounding(),
    hold() {
      player.pause();
      return () => player.play();
    },
    place,
    keepPlace,
    returnToSpeech() {
      follow();
      draw(current(), player.moment());
    },
    redraw: () => drawAgain(sounding()),
    show: () => drawAgain(true),
  };
}
