import { describe, expect, it } from "vitest";
import type { SpeechRequest, VoiceId } from "../../src/model/index.ts";
import { createPlayer } from "../../src/play/index.ts";
import { answering } from "../../src/play/watchdog.ts";
import { say, scriptOf, virtualClock, virtualWorld } from "./world.ts";

const REQUEST: SpeechRequest = { text: "w1 w2 w3", voice: "test:voice" as VoiceId, rate: 1, pitch: 1 };
const PATIENCE = 5;

/** A voice that says so many words of a request, and then nothing more. */
const hanging = (words: number, onAbort: () => void = () => {}) =>
  async function* (request: SpeechRequest, signal: AbortSignal) {
    signal.addEventListener("abort", onAbort);
    let said = 0;
    for await (const chunk of say(request, signal)) {
      if (said++ === words) await new Promise(() => {});
      yield chunk;
    }
  };

describe("speech under watch", () => {
  it("fails where nothing comes, and is aborted", async () => {
    const clock = virtualClock();
    let aborted = false;
    const speak = hanging(1, () => {
      aborted = true;
    });
    const stream = answering(speak, clock, PATIENCE)(REQUEST, new AbortController().signal)[Symbol.asyncIterator]();
    expect((await stream.next()).done).toBe(false);
    const told = expect(stream.next()).rejects.toMatchObject({ code: "engine" });
    await clock.advance(PATIENCE - 0.5);
    expect(aborted).toBe(false);
    await clock.advance(1);
    await told;
    expect(aborted).toBe(true);
  });

  it("takes its time where somebody else takes theirs", async () => {
    const clock = virtualClock();
    const stream = answering(say, clock, PATIENCE)(REQUEST, new AbortController().signal);
    let chunks = 0;
    for await (const _chunk of stream) {
      chunks += 1;
      await clock.advance(3 * PATIENCE);
    }
    expect(chunks).toBe(3);
  });
});

describe("a player whose engine never answers", () => {
  it("asks again, and goes on at the same word", async () => {
    const world = virtualWorld();
    let hangs = 1;
    const stuck = hanging(3);
    const player = createPlayer({
      ...world.options,
      patience: PATIENCE,
      speak: (request, signal) => (request.text.includes("w7") && hangs-- > 0 ? stuck(request, signal) : say(request, signal)),
    });
    player.load(scriptOf([3, 8, 2]), 0);
    await world.clock.advance(0);
    player.play();
    await world.clock.advance(3);
    expect(player.moment()).toMatchObject({ state: "loading" });
    await world.clock.advance(30);
    expect(player.moment()).toEqual({ state: "ended" });
    // The last word that lay in the sink may be said again: nobody knows whether it was whole.
    const heard = world.ear.heard().map(({ word }) => word);
    expect([...new Set(heard)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(heard.length).toBeLessThanOrEqual(14);
  });

  it("fails when it never comes back, with the place kept", async () => {
    const world = virtualWorld();
    const player = createPlayer({ ...world.options, patience: PATIENCE, speak: hanging(0) });
    player.load(scriptOf([3, 3]), 0);
    player.play();
    await world.clock.advance(10 * PATIENCE);
    expect(player.moment()).toMatchObject({ state: "failed", failure: { code: "engine" } });
  });
});
