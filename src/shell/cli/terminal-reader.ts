import { emitKeypressEvents, type Key } from "node:readline";
import type { Reader } from "../../contract/index.ts";
import {
  type Article,
  type Failure,
  type Moment,
  type Place,
  RATE,
  type Resume,
  type Script,
  type Sink,
  spokenText,
  TITLE,
  toFailure,
  type VoiceId,
} from "../../model/index.ts";
import { shownText } from "../../narrate/index.ts";
import {
  createPlayer,
  createSilentSink,
  minutesLeft,
  type Player,
  placeOf,
  positionOf,
  resumption,
  utteranceAt,
} from "../../play/index.ts";
import { whereWords, words } from "../../words/index.ts";
import { harmless, tell } from "./output.ts";
import { createPipeSink } from "./sound/pipe-sink.ts";

/** What is read, and from where. */
export interface TerminalReading {
  readonly app: Pick<Reader, "speak" | "keepPlace">;
  readonly article: Article;
  readonly script: Script;
  readonly place: Place | null;
  /** How long ago the place was left, seconds. */
  readonly away: number;
  readonly resume: Resume;
  readonly voiceFor: (lang: string) => VoiceId;
  readonly rate: number;
  /** False where standard input is the article. */
  readonly keys: boolean;
  /** Whether something follows that a key goes on with. */
  readonly next?: boolean;
}

/** How a reading ended: at its end, by its listener, or because they want the next. */
export type Ending = "ended" | "left" | "next";

/** Seconds since some moment. */
const now = (): number => performance.now() / 1000;

const clock = {
  now,
  after(seconds: number, run: () => void): () => void {
    const timer = setTimeout(run, seconds * 1000);
    return () => clearTimeout(timer);
  },
};

/** How much a key changes the pace (guess: two steps are heard as a change). */
const RATE_STEP = 0.1;

const line = (text: string): void => {
  process.stdout.write(`${harmless(text)}\n`);
};

/** The real speakers; where there are none, that is said and time goes on without sound. */
async function openSink(): Promise<Sink> {
  try {
    return await createPipeSink();
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code !== "device") throw thrown;
    tell(words("terminal.no-sound", { message: failure.message }));
    return createSilentSink(clock);
  }
}

/**
 * Reads an article on the speakers. Each sentence is a line on standard output when it begins to sound, so that a braille line or a
 * screen reader can follow; on a terminal, keys pause, skip and quit. The place is kept.
 * Resolves at the end, or when the listener quits.
 */
export async function readInTerminal(reading: TerminalReading, signal: AbortSignal): Promise<Ending> {
  const { app, article, script, place, voiceFor } = reading;
  let sink = await openSink();
  let player = open(sink);
  let shown = -1;
  let rate = reading.rate;
  /** Stops listening to keys: the next article of a queue listens itself. */
  let deafen = (): void => {};

  function open(through: Sink): Player {
    return createPlayer({ speak: (request, cancel) => app.speak(request, cancel), sink: through, voiceFor, rate: reading.rate, clock });
  }

  const keep = (utterance: number): void => {
    const at = placeOf(script, utterance);
    if (at) void app.keepPlace({ article: article.id, place: at }).catch((thrown) => tell(toFailure(thrown).message));
  };

  const where = (utterance: number): string => {
    const at = placeOf(script, utterance)?.block ?? TITLE;
    return whereWords({ ...positionOf(article, at), title: article.title, minutes: minutesLeft(script, utterance, rate) });
  };

  const finished = new Promise<Ending>((done, failed) => {
    const end = (how: Ending): void => {
      const moment = player.moment();
      if ("utterance" in moment) keep(moment.utterance);
      done(how);
    };
    signal.addEventListener("abort", () => end("left"), { once: true });

    const onMoment = (moment: Moment): void => {
      if (moment.state === "failed") void onFailure(moment.failure);
      else if (moment.state === "ended") {
        line(words("terminal.ended"));
        keep(0);
        done("ended");
      } else if (moment.state === "playing" && moment.utterance !== shown) {
        shown = moment.utterance;
        const utterance = script.utterances[shown];
        if (utterance) line(shownText(article, utterance) || spokenText(utterance).trim());
        keep(shown);
      }
    };
    // A lost device ends the sound, not the reading.
    const onFailure = async (failure: Failure): Promise<void> => {
      if (failure.code !== "device") return failed(failure);
      tell(words("terminal.no-sound", { message: failure.message }));
      await player.close();
      sink = createSilentSink(clock);
      player = open(sink);
      begin(Math.max(0, shown));
    };
    const begin = (utterance: number): void => {
      player.subscribe(onMoment);
      player.load(script, utterance);
      player.play();
    };

    if (reading.keys && process.stdin.isTTY) deafen = listen(() => player, end);
    begin(place ? resumption(script, utteranceAt(script, place), reading.away, reading.resume).utterance : 0);
  });

  function listen(current: () => Player, quit: (how: Ending) => void): () => void {
    emitKeypressEvents(process.stdin);
    process.stdin.setRawMode(true);
    process.stdin.resume();
    line(words("terminal.keys"));
    if (reading.next) line(words("terminal.library.queue-keys"));
    const changeRate = (by: number): void => {
      rate = Math.round(Math.min(RATE.highest, Math.max(RATE.lowest, rate + by)) * 100) / 100;
      current().setRate(rate);
      line(words("terminal.rate", { rate }));
    };
    const paused = (): boolean => current().moment().state === "paused";
    const onKey = (text: string | undefined, key: Key): void => {
      const name = key.ctrl && key.name === "c" ? "q" : (key.name ?? text);
      if (name === "q" || name === "escape") quit("left");
      else if (name === "n" && reading.next) quit("next");
      else if (name === "space" || name === "return") {
        if (paused()) current().play();
        else {
          current().pause();
          line(words("terminal.paused"));
        }
      } else if (name === "right") current().skip("sentence", 1);
      else if (name === "left") current().skip("sentence", -1);
      else if (name === "down") current().skip("paragraph", 1);
      else if (name === "up") current().skip("paragraph", -1);
      else if (name === "s") current().skip("section", key.shift ? -1 : 1);
      else if (text === "-") changeRate(-RATE_STEP);
      else if (text === "+" || text === "=") changeRate(RATE_STEP);
      else if (name === "w") line(where(Math.max(0, shown)));
    };
    process.stdin.on("keypress", onKey);
    return () => process.stdin.off("keypress", onKey);
  }

  try {
    return await finished;
  } finally {
    deafen();
    if (process.stdin.isTTY && reading.keys) {
      process.stdin.setRawMode(false);
      process.stdin.pause();
    }
    await player.close();
    await sink.close();
  }
}
