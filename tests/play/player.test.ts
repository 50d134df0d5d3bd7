import { describe, expect, it } from "vitest";
import { Failure, type Moment, type SpeechRequest, type VoiceId } from "../../src/model/index.ts";
import { createPlayer, type PlayerOptions } from "../../src/play/index.ts";
import { engineFailure, say, scriptOf, settle, virtualWorld } from "./world.ts";

/** A player with four sentences of three, eight, two and two words, two a paragraph. Seconds: w1 0.28, w2 0.36, w3 0.2, … */
async function begin(change: Partial<PlayerOptions> = {}, lengths: readonly number[] = [3, 8, 2, 2]) {
  const world = virtualWorld(change.speak);
  const player = createPlayer({ ...world.options, ...change });
  const moments: Moment[] = [];
  player.subscribe((moment) => moments.push(moment));
  player.load(scriptOf(lengths), 0);
  await settle();
  return { ...world, player, moments, words: () => world.ear.heard().map((heard) => heard.word) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe("the player", () => {
  it("loads silently and is paused at the start", async () => {
    const { player, clock, words, moments } = await begin();
    await clock.advance(5);
    expect(words()).toEqual([]);
    expect(moments).toEqual([{ state: "paused", utterance: 0, time: 0, at: { block: "b0", start: 0, end: 2 } }]);
    expect(player.moment()).toMatchObject({ state: "paused", utterance: 0 });
  });

  it("is idle where there is nothing to say", async () => {
    const { player } = await begin({}, []);
    for (const command of [player.play, player.stop, player.repeat, player.pause]) command();
    player.skip("sentence", 1);
    expect(player.moment()).toEqual({ state: "idle" });
  });

  it("reads to the end and says each word once as it sounds", async () => {
    const { player, clock, words, moments } = await begin();
    player.play();
    await clock.advance(30);
    expect(words()).toEqual(range(1, 15));
    expect(moments.at(-1)).toEqual({ state: "ended" });
    const starts = moments.flatMap((moment) => (moment.state === "playing" && moment.at ? [`${moment.utterance}:${moment.at.start}`] : []));
    expect(starts).toEqual([
      "0:0",
      "0:3",
      "0:6",
      "1:9",
      "1:12",
      "1:15",
      "1:18",
      "1:21",
      "1:24",
      "1:27",
      "1:31",
      "2:0",
      "2:4",
      "3:8",
      "3:12",
    ]);
    expect(moments.filter((moment) => moment.state === "loading")).toEqual([]);
    // A pause of 0.1 s after each sentence but the last: 4.12 s of words and 0.3 s of silence.
    expect(clock.now()).toBe(30);
  });

  it("plays at once what was made ready", async () => {
    const { player, ear } = await begin();
    player.play();
    expect(ear.sink.written()).toBeGreaterThan(0.2);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 0 });
  });

  it("goes on in the middle of the word after a pause", async () => {
    const { player, clock, ear } = await begin();
    player.play();
    await clock.advance(0.4);
    player.pause();
    await clock.advance(10);
    expect(ear.heard().map(({ word }) => word)).toEqual([1, 2]);
    expect(player.moment()).toMatchObject({ state: "paused", utterance: 0, at: { start: 3 } });
    player.play();
    await clock.advance(30);
    expect(ear.heard().map(({ word }) => word)).toEqual(range(1, 15));
  });

  it("halts after the sentence that sounds, cuts no word, and goes on with the next", async () => {
    const { player, clock, words, ear } = await begin();
    player.play();
    await clock.advance(1);
    let halted = 0;
    player.halt(() => {
      halted += 1;
    });
    await clock.advance(10);
    expect(halted).toBe(1);
    expect(words()).toEqual(range(1, 11));
    expect(ear.heard().at(-1)?.to).toBeCloseTo(1, 1);
    expect(player.moment()).toMatchObject({ state: "paused", utterance: 2, time: 0 });
    player.play();
    await clock.advance(10);
    expect(words()).toEqual(range(1, 15));
    expect(player.moment()).toEqual({ state: "ended" });
  });

  it("forgets to halt when the listener does something else, and after the last sentence comes the end", async () => {
    const { player, clock, words } = await begin();
    const never = (): void => expect.unreachable();
    player.halt(never);
    player.play();
    await clock.advance(0.1);
    player.halt(never);
    player.pause();
    player.play();
    await clock.advance(2);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 1 });
    player.halt(never);
    player.skip("sentence", 1);
    await clock.advance(0.1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 2 });
    player.playFrom(3);
    player.halt(never);
    await clock.advance(9);
    expect(player.moment()).toEqual({ state: "ended" });
    expect(words().slice(-2)).toEqual([14, 15]);
  });

  it("stops at the start of the sentence", async () => {
    const { player, clock, words } = await begin();
    player.play();
    await clock.advance(1.5);
    player.stop();
    expect(player.moment()).toEqual({ state: "paused", utterance: 1, time: 0, at: { block: "b0", start: 9, end: 11 } });
    await clock.advance(1);
    player.play();
    await clock.advance(0.5);
    expect(words()).toEqual([1, 2, 3, 4, 5, 4, 5]);
  });

  it("goes back within two seconds and restarts later", async () => {
    const { player, clock } = await begin();
    player.playFrom(1);
    await clock.advance(1.9);
    player.skip("sentence", -1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 0, time: 0 });
    player.playFrom(1);
    await clock.advance(2.1);
    player.skip("sentence", -1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 1, time: 0 });
    player.skip("sentence", -1);
    player.skip("sentence", -1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 0, time: 0 });
  });

  it("ends when it skips beyond the end, and goes back from there", async () => {
    const { player, clock, words } = await begin();
    player.playFrom(3);
    await clock.advance(0.1);
    player.skip("paragraph", 1);
    expect(player.moment()).toEqual({ state: "ended" });
    await clock.advance(5);
    expect(words()).toEqual([14]);
    player.skip("sentence", -1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 3 });
    await clock.advance(5);
    player.play();
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 0 });
  });

  it("does nothing where there is no further photo", async () => {
    const { player, clock } = await begin();
    player.playFrom(2);
    await clock.advance(0.1);
    player.skip("photo", 1);
    player.skip("quote", -1);
    expect(player.moment()).toMatchObject({ state: "playing", utterance: 2, time: 0.1 });
  });

  it("repeats the sentence that sounded last", async () => {
    const { player, clock, words } = await begin();
    player.play();
    await clock.advance(30);
    player.repeat();
    await clock.advance(30);
    expect(words().slice(-4)).toEqual([14, 15, 14, 15]);
  });

  it.each([
    [0, 4],
    [1, 4],
    [2, 4],
    [3, 5],
    [22, 11],
    [500, 4],
  ])("starts with the word at offset %i", async (offset, word) => {
    const { player, clock, words } = await begin();
    player.playFrom(1, offset);
    await clock.advance(0.1);
    expect(words()).toEqual([word]);
  });

  it("goes on in a new rate from the next word, without silence", async () => {
    const { player, clock, ear, words } = await begin();
    player.playFrom(1);
    await clock.advance(0.3); // in w5, 0.08 s into its 0.36
    player.setRate(2);
    await clock.advance(0.3); // w4 0.28, w5 0.36 − 0.04: still the old rate
    await clock.advance(30);
    expect(words()).toEqual(range(4, 15));
    // w4, w5 in the old rate; w6 … w15 twice as fast, and two pauses of 0.05 s.
    const seconds = 0.28 + 0.36 + (0.2 + 0.28 + 0.36 + 0.2 + 0.28 + 0.36 + 0.2 + 0.28 + 0.36 + 0.2) / 2 + 0.1;
    expect(ear.length() / 1000).toBeCloseTo(seconds, 2);
  });

  it("lets a slow voice come late rather than be silent", async () => {
    const slow: { seconds: number } = { seconds: 0 };
    const world = virtualWorld();
    async function* speak(request: SpeechRequest, signal: AbortSignal) {
      await new Promise<void>((resolve) => void world.clock.after(slow.seconds, resolve));
      yield* say(request, signal);
    }
    const player = createPlayer({ ...world.options, speak });
    player.load(scriptOf([40, 3]), 0);
    await world.clock.advance(0);
    player.play();
    await world.clock.advance(0.5);
    slow.seconds = 0.7;
    player.setVoices(() => "test:other" as VoiceId);
    player.setRate(1.5);
    const before = world.ear.length();
    await world.clock.advance(4);
    expect(world.ear.length() - before).toBeGreaterThan(3990);
    expect(world.ear.heard().map(({ word }) => word)).toEqual(range(1, world.ear.heard().length));
  });

  it("asks again at the word that was cut off when the engine dies, and says nothing twice but that word", async () => {
    let left = 2;
    async function* speak(request: SpeechRequest, signal: AbortSignal) {
      let chunks = 0;
      for await (const chunk of say(request, signal)) {
        if (request.text.includes("w7") && chunks++ === 3 && left-- > 0) throw engineFailure();
        yield chunk;
      }
    }
    const { player, clock, words, moments } = await begin({ speak });
    player.play();
    await clock.advance(30);
    expect(words()).toEqual(range(1, 15));
    expect(moments.some((moment) => moment.state === "failed")).toBe(false);
  });

  it("fails after three more tries, keeps the place, and tries again on play", async () => {
    let broken = true;
    let asked = 0;
    async function* speak(request: SpeechRequest, signal: AbortSignal) {
      if (broken && request.text.startsWith("w4")) {
        asked += 1;
        throw engineFailure();
      }
      yield* say(request, signal);
    }
    const { player, clock, words, ear } = await begin({ speak });
    player.play();
    await clock.advance(30);
    expect(player.moment()).toMatchObject({ state: "failed", failure: { code: "engine" } });
    expect(ear.isPaused()).toBe(true);
    // Once ahead of time, once when needed, three times more.
    expect(asked).toBe(5);
    broken = false;
    player.play();
    await clock.advance(30);
    expect(words().slice(-12)).toEqual(range(4, 15));
  });

  it("fails at once without a voice", async () => {
    const voiceFor = (): VoiceId => {
      throw new Failure("no-voice", "none");
    };
    const { player, clock } = await begin({ voiceFor });
    player.play();
    await clock.advance(0.1);
    expect(player.moment()).toMatchObject({ state: "failed", failure: { code: "no-voice" } });
  });

  it("fails with the device, and plays on from there when it is back", async () => {
    const { player, clock, ear, words } = await begin({}, [3, 30, 2]);
    player.play();
    await clock.advance(1);
    ear.breakDevice(new Failure("device", "unplugged"));
    await clock.advance(3);
    expect(player.moment()).toMatchObject({ state: "failed", failure: { code: "device" } });
    const last = words().at(-1) ?? 0;
    ear.breakDevice(null);
    player.play();
    await clock.advance(60);
    expect(words().slice(-2)).toEqual([34, 35]);
    expect(words().filter((word) => word === last).length).toBeGreaterThanOrEqual(1);
    expect(new Set(words())).toEqual(new Set(range(1, 35)));
  });

  it("asks for one utterance at a time and no more than it needs", async () => {
    let running = 0;
    let most = 0;
    const asked: string[] = [];
    async function* speak(request: SpeechRequest, signal: AbortSignal) {
      asked.push(request.text);
      most = Math.max(most, ++running);
      try {
        yield* say(request, signal);
      } finally {
        running -= 1;
      }
    }
    const { player, clock } = await begin(
      { speak },
      Array.from({ length: 60 }, () => 4),
    );
    expect(most).toBe(1);
    expect(asked.length).toBeLessThan(16);
    player.play();
    await clock.advance(3);
    for (const command of [() => player.skip("sentence", 1), () => player.skip("paragraph", -1), player.repeat]) {
      command();
      await clock.advance(0.1);
    }
    await clock.advance(100);
    expect(new Set(asked).size).toBe(asked.length);
    expect(most).toBe(1);
  });

  it("is silent after it was closed", async () => {
    const { player, clock, words } = await begin();
    player.play();
    await clock.advance(0.1);
    await player.close();
    player.play();
    await clock.advance(5);
    expect(words()).toEqual([1]);
  });
});
