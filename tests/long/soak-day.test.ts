import { expect, it } from "vitest";
import { type Moment, type Script, spokenText, voiceId } from "../../src/model/index.ts";
import { createPlayer, createSilentSink } from "../../src/play/index.ts";
import { createEspeak } from "../../src/speak/index.ts";
import { ROOT } from "../journeys/harness.ts";
import { longScript } from "./story.ts";

/** How long the article is, hours: SOAK_HOURS says else. */
const HOURS = Number(process.env.SOAK_HOURS ?? 8);
const WORDS_A_MINUTE = 400;
const RATE = 2.4;
/** How far time goes at a time, seconds: finer than a word. */
const STEP = 0.05;
/** So much is in the sink before time goes on, seconds: less than it takes (2), more than a step. */
const AHEAD = 0.5;
/** How often memory is taken, and how many of these make a mean. After the first of them everything is warm: half an hour of listening. */
const SAMPLES = 96;
const MEAN = 12;
const WARM = 6;
/** Memory may swing by this, MB, and not grow: garbage is collected when the engine's thread likes. */
const SWING = 25;

const megabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

/** A clock that goes as fast as the voice: it stands while speech that is due is being made. */
function fastClock(isDue: () => boolean) {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(seconds: number, run: () => void) {
      const timer = { at: now + seconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async go(): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      // A real engine needs real time; the listener's clock waits for it, or it would run a thousand times as fast.
      while (isDue()) await new Promise((resolve) => setTimeout(resolve, 1));
      now += STEP;
      for (const timer of timers.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at)) {
        timers = timers.filter((other) => other !== timer);
        timer.run();
      }
    },
  };
}

it(`reads ${HOURS} hours of article at 400 words a minute, every sentence in order, without a gap, in the same memory`, async () => {
  const script: Script = longScript(HOURS * 60 * WORDS_A_MINUTE);
  const engine = createEspeak({ worker: new URL(`file://${ROOT}/out/espeak-worker.js`) });
  let moment: Moment = { state: "idle" };
  const now = (): Moment => moment;
  const last = script.utterances.length - 1;
  const clock = fastClock(() => "utterance" in moment && moment.utterance < last - 2 && sink.written() - sink.heard() < AHEAD);
  const sink = createSilentSink(clock);
  const player = createPlayer({
    speak: engine.synthesize,
    sink,
    clock,
    rate: RATE,
    // While time flies, a voice that works in real time looks as if it never answered.
    patience: Number.POSITIVE_INFINITY,
    voiceFor: () => voiceId("espeak", "en-us"),
  });
  const heard: { readonly utterance: number; readonly at: number }[] = [];
  let words = 0;
  let loadings = 0;
  player.subscribe((told) => {
    if (told.state === "playing") {
      words += 1;
      if (heard.at(-1)?.utterance !== told.utterance) heard.push({ utterance: told.utterance, at: sink.heard() });
    }
    // Nobody knows from outside when all is made: for the last sentences time does not wait.
    if (told.state === "loading" && moment.state === "playing" && told.utterance < last - 2) loadings += 1;
    moment = told;
  });
  player.load(script, 0);
  player.play();
  const memories: number[] = [];
  const length = HOURS * 3600;
  for (let next = 0; now().state !== "ended" && now().state !== "failed"; ) {
    await clock.go();
    if (clock.now() < next) continue;
    memories.push(megabytes());
    next += length / SAMPLES;
  }
  expect(moment).toEqual({ state: "ended" });
  const seconds = sink.heard();
  await player.close();
  await engine.close();

  const late = memories.slice(-MEAN);
  const warm = memories.slice(WARM, WARM + MEAN);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    `${(seconds / 3600).toFixed(2)} hours, ${heard.length} sentences, ${words} words, ${Math.round((words / seconds) * 60)} a minute; ` +
      `the player waited for the voice ${loadings} times; memory MB: ${memories.map(Math.round).join(" ")}`,
  );
  expect(heard.map(({ utterance }) => utterance)).toEqual(script.utterances.map((_, n) => n));
  // Every word of the script has its moment but those that sounded too shortly to be seen between two steps.
  const all = script.utterances.reduce((sum, utterance) => sum + spokenText(utterance).split(/\s+/).filter(Boolean).length, 0);
  expect(words).toBeGreaterThan(all * 0.9);
  // The sound that was asked for and nothing between: had it waited, the player would have been loading.
  expect(loadings).toBe(0);
  expect(mean(late)).toBeLessThan(mean(warm) + SWING);
}, 3_600_000);
