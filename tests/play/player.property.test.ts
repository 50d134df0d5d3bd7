import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Moment, type Script, type SpeechRequest, spokenText } from "../../src/model/index.ts";
import { createPlayer, type Player, type SkipUnit } from "../../src/play/index.ts";
import { engineFailure, say, scriptOf, settle, virtualWorld, wordNumber, wordSeconds } from "./world.ts";

/** How many random listeners: seconds of work. */
const RUNS = 150;

type Command =
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "play" | "pause" | "stop" | "repeat" }
  | { readonly kind: "skip"; readonly unit: SkipUnit; readonly direction: 1 | -1 }
  | { readonly kind: "playFrom"; readonly utterance: number; readonly word: number }
  | { readonly kind: "setRate"; readonly rate: number };

// The odd 3 ms keep random listeners off the exact second at which "previous" changes its meaning: there rounding decides.
const wait = fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 0, max: 400 }).map((n) => (n * 10 + 3) / 1000) });
const skip = fc.record({
  kind: fc.constant("skip" as const),
  unit: fc.constantFrom<SkipUnit>("sentence", "paragraph", "section"),
  direction: fc.constantFrom<1 | -1>(1, -1),
});
const simple = fc.record({ kind: fc.constantFrom("play" as const, "play" as const, "pause" as const, "stop" as const, "repeat" as const) });
const playFrom = fc.record({ kind: fc.constant("playFrom" as const), utterance: fc.nat(9), word: fc.nat(9) });
const setRate = fc.record({ kind: fc.constant("setRate" as const), rate: fc.constantFrom(0.5, 1, 2, 4) });
const commands = fc.array(fc.oneof(wait, wait, simple, skip, playFrom, setRate), { minLength: 1, maxLength: 40 });
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

/** The text of an utterance from its n-th word on, and that word's offset. */
function fromWord(script: Script, utterance: number, word: number): { readonly words: readonly string[]; readonly offset: number } {
  const said = script.utterances[utterance];
  const text = said ? spokenText(said) : "";
  const found = [...text.matchAll(/\S+/g)];
  return { words: found.slice(word).map((match) => match[0]), offset: found[word]?.index ?? 0 };
}

const order = (player: Player, script: Script, command: Command): void => {
  if (command.kind === "skip") player.skip(command.unit, command.direction);
  else if (command.kind === "setRate") player.setRate(command.rate);
  else if (command.kind === "playFrom") {
    const utterance = Math.min(command.utterance, script.utterances.length - 1);
    player.playFrom(utterance, fromWord(script, utterance, command.word).offset);
  } else if (command.kind !== "wait") player[command.kind]();
};

/**
 * The naive player: one list of what is still to be said, eaten as time passes. It knows the words and how long they take, nothing
 * of engines, sinks, clips or cuts.
 */
function naivePlayer(script: Script, paragraph: number) {
  interface Bit {
    readonly utterance: number;
    readonly word: number;
    seconds: number;
    said: number;
  }
  const rate = 1;
  let playing = false;
  let ended = false;
  let at = { utterance: 0, time: 0 };
  let bits: Bit[] = [];
  const heard: number[] = [];

  const bitsOf = (utterance: number, word: number): Bit[] => {
    const { words } = fromWord(script, utterance, word);
    const spoken = words.map((text) => ({ utterance, word: wordNumber(text), seconds: wordSeconds(text, rate), said: 0 }));
    const silence = Math.round(((script.utterances[utterance]?.pause ?? 0) / rate) * 1000) / 1000;
    const isLast = utterance + 1 === script.utterances.length;
    return isLast || silence === 0 ? spoken : [...spoken, { utterance, word: 0, seconds: silence, said: 0 }];
  };
  const from = (utterance: number, word: number): void => {
    ended = false;
    bits = script.utterances.flatMap((_, n) => (n < utterance ? [] : bitsOf(n, n === utterance ? word : 0)));
    at = { utterance, time: 0 };
  };
  from(0, 0);
  const count = script.utterances.length;
  const startOf = (utterance: number): number => utterance - (utterance % paragraph);

  return {
    heard,
    state: (): Moment["state"] => (ended ? "ended" : playing ? "playing" : "paused"),
    utterance: () => at.utterance,
    pass(seconds: number): void {
      if (!playing || ended) return;
      let left = seconds;
      while (left > 1e-9) {
        const bit = bits[0];
        if (!bit) {
          ended = true;
          return;
        }
        const step = Math.min(left, bit.seconds - bit.said);
        if (bit.utterance !== at.utterance) at = { utterance: bit.utterance, time: 0 };
        if (bit.word > 0 && step > 1e-9 && heard.at(-1) !== bit.word) heard.push(bit.word);
        else if (bit.word > 0 && step > 1e-9 && bit.said === 0) heard.push(bit.word);
        at.time += step;
        bit.said += step;
        left -= step;
        if (bit.seconds - bit.said < 1e-9) bits.shift();
      }
      const next = bits[0];
      if (!next) ended = true;
      else if (next.utterance !== at.utterance) at = { utterance: next.utterance, time: 0 };
    },
    obey(command: Command): void {
      if (command.kind === "play") {
        if (ended) from(0, 0);
        playing = true;
      } else if (command.kind === "pause") {
        if (!ended) playing = false;
      } else if (command.kind === "stop") {
        if (ended) return;
        playing = false;
        from(at.utterance, 0);
      } else if (command.kind === "repeat") {
        playing = true;
        from(at.utterance, 0);
      } else if (command.kind === "playFrom") {
        const utterance = Math.min(command.utterance, count - 1);
        const { words } = fromWord(script, utterance, command.word);
        playing = true;
        from(utterance, words.length > 0 ? command.word : 0);
      } else if (command.kind === "skip") {
        const size = command.unit === "sentence" ? 1 : command.unit === "paragraph" ? paragraph : count + paragraph;
        const start = command.unit === "sentence" ? at.utterance : command.unit === "section" ? 0 : startOf(at.utterance);
        if (command.direction === 1) {
          if (ended) return;
          if (start + size < count) from(start + size, 0);
          else {
            ended = true;
            at = { utterance: count - 1, time: 0 };
          }
        } else if (ended) from(command.unit === "sentence" ? count - 1 : command.unit === "section" ? 0 : startOf(count - 1), 0);
        else if (at.utterance > start || at.time > 2) from(start, 0);
        else from(Math.max(0, start - size), 0);
      }
    },
  };
}

/** The words of a hearing, one entry for each time that a word began or went on elsewhere. */
const wordsOf = (heard: readonly { readonly word: number }[]): number[] => heard.map(({ word }) => word);

describe("the player beside a naive model", () => {
  it("hears the same words and stands at the same place, whatever is pressed when", async () => {
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.array(fc.oneof(wait, wait, simple, skip, playFromStart()), { minLength: 1, maxLength: 40 }),
        async (counts, orders) => {
          const script = scriptOf(counts);
          const { clock, ear, options } = virtualWorld();
          const player = createPlayer(options);
          const model = naivePlayer(script, 2);
          player.load(script, 0);
          await settle();
          for (const command of orders) {
            if (command.kind === "wait") {
              await clock.advance(command.seconds);
              model.pass(command.seconds);
            } else {
              order(player, script, command);
              model.obey(command);
            }
            await settle();
            const moment = player.moment();
            expect(moment.state).toBe(model.state());
            if (moment.state === "playing" || moment.state === "paused") expect(moment.utterance).toBe(model.utterance());
          }
          // Where a word is begun anew the naive list has it twice in a row; what is heard has a second stretch.
          expect(wordsOf(ear.heard()).filter((word, n, all) => word !== all[n - 1])).toEqual(
            model.heard.filter((word, n, all) => word !== all[n - 1]),
          );
          await player.close();
        },
      ),
      { numRuns: RUNS },
    );
  });
});

/** `playFrom` at the first word only: the time before a word in the middle is a guess of the player's. */
function playFromStart() {
  return playFrom.map((command) => ({ ...command, word: 0 }));
}

describe("whatever the engine does", () => {
  const delays = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 });
  const faults = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });

  it("is silent while paused, loses no word and says none twice but at a command or a failure", async () => {
    await fc.assert(
      fc.asyncProperty(lengths, commands, delays, faults, async (counts, orders, waits, dying) => {
        const script = scriptOf(counts);
        const world = virtualWorld();
        const { clock, ear } = world;
        let asked = 0;
        const deaths = new Map<string, number>();
        async function* speak(request: SpeechRequest, signal: AbortSignal) {
          const turn = asked++;
          // Some requests die after some chunks; never so many of one sentence that the player has to give up.
          const sentence = request.text.split(" ").at(-1) ?? "";
          const died = deaths.get(sentence) ?? 0;
          const dies = dying[turn % dying.length] === 0 && died < 2;
          let chunks = 0;
          for await (const chunk of say(request, signal)) {
            if (dies && chunks++ === turn % 3) {
              deaths.set(sentence, died + 1);
              throw engineFailure();
            }
            await new Promise<void>((resolve) => void clock.after((waits[turn % waits.length] ?? 0) / 100, resolve));
            signal.throwIfAborted();
            yield chunk;
          }
        }
        const player = createPlayer({ ...world.options, speak });
        player.load(script, 0);
        await settle();
        const last = counts.reduce((sum, count) => sum + count, 0);
        let from = 0;
        for (const command of orders) {
          if (command.kind === "wait") {
            const before = ear.length();
            const silent = player.moment().state === "paused";
            await clock.advance(command.seconds);
            if (silent) expect(ear.length()).toBe(before);
          } else {
            const moves = command.kind !== "play" && command.kind !== "pause" && command.kind !== "setRate";
            const restarts = command.kind === "play" && player.moment().state === "ended";
            if (moves || restarts) {
              inOrder(wordsOf(ear.heard().slice(from)));
              from = ear.heard().length;
            }
            order(player, script, command);
          }
          await settle();
          expect(player.moment().state).not.toBe("failed");
        }
        const before = player.moment();
        player.play();
        if (before.state === "ended") {
          inOrder(wordsOf(ear.heard().slice(from)));
          from = ear.heard().length;
        }
        await clock.advance(200);
        expect(player.moment()).toEqual({ state: "ended" });
        const rest = wordsOf(ear.heard().slice(from));
        inOrder(rest);
        expect(rest.at(-1)).toBe(last);
        await player.close();
      }),
      { numRuns: RUNS },
    );
  });
});

/** Each word follows the one before, or is said once more because it was cut off. */
function inOrder(words: readonly number[]): void {
  for (const [n, word] of words.entries()) {
    const previous = words[n - 1];
    if (previous !== undefined && word !== previous && word !== previous + 1)
      throw new Error(`after ${previous} came ${word}: ${words.join(" ")}`);
  }
}
