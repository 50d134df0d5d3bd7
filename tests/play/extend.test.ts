import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Script, SpeechRequest } from "../../src/model/index.ts";
import { createPlayer, type PlayerOptions } from "../../src/play/index.ts";
import { say, scriptOf, settle, virtualWorld } from "./world.ts";

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);
/** The first sentences of a script, then silence of so many seconds and nothing. */
const upTo = (script: Script, count: number, wait = 2): Script => ({
  ...script,
  utterances: [
    ...script.utterances.slice(0, count),
    { role: "announcement", pieces: [], lang: "en", pause: wait },
    { role: "announcement", pieces: [], lang: "en", pause: 0 },
  ],
});

async function begin(script: Script, change: Partial<PlayerOptions> = {}) {
  const world = virtualWorld(change.speak);
  const player = createPlayer({ ...world.options, ...change });
  player.load(script, 0);
  await settle();
  return { ...world, player, words: () => world.ear.heard().map(({ word }) => word) };
}

describe("a script that is extended while it sounds", () => {
  const whole = scriptOf([2, 3, 2, 4]);

  it("finishes its sentence and goes on without the silence that stood behind it", async () => {
    const { player, clock, words, ear } = await begin(upTo(whole, 1));
    player.play();
    await clock.advance(0.3);
    player.extend(upTo(whole, 3), 1);
    await clock.advance(2.9);
    expect(words()).toEqual(range(1, 7));
    // 2 s of silence, and then the end.
    expect(player.moment().state).toBe("playing");
    await clock.advance(5);
    expect(player.moment()).toEqual({ state: "ended" });
    expect(ear.length()).toBeLessThan(5000);
  });

  it("ends the silence at once, goes on after the end, and stays silent where it is paused", async () => {
    const { player, clock, words } = await begin(upTo(whole, 1));
    player.play();
    await clock.advance(1.2);
    expect(words()).toEqual([1, 2]);
    player.extend(upTo(whole, 2, 0.1), 1);
    await clock.advance(0.3);
    expect(words().slice(0, 3)).toEqual([1, 2, 3]);
    await clock.advance(5);
    expect(player.moment()).toEqual({ state: "ended" });
    player.extend(upTo(whole, 3), 2);
    await clock.advance(0.5);
    player.pause();
    player.extend(whole, 3);
    await clock.advance(5);
    expect(player.moment().state).toBe("paused");
    player.play();
    await clock.advance(5);
    expect(words().filter((word, n, all) => word !== all[n - 1])).toEqual(range(1, 11));
  });

  it("says every word once, in order, whenever it is extended", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
        async (lengths, waits) => {
          const script = scriptOf(lengths);
          const { player, clock, words } = await begin(upTo(script, 1));
          player.play();
          let said = 1;
          for (const wait of waits) {
            await clock.advance(wait / 10);
            if (said === lengths.length) break;
            player.extend(upTo(script, said + 1), said);
            said += 1;
          }
          await clock.advance(60);
          expect(player.moment()).toEqual({ state: "ended" });
          const all = lengths.slice(0, said).reduce((sum, length) => sum + length, 0);
          expect(words()).toEqual(range(1, all));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what may be loaded next", () => {
  it("is made ready last, and sounds at once when it is loaded", async () => {
    const asked: string[] = [];
    const speak = (request: SpeechRequest, signal: AbortSignal) => {
      asked.push(request.text);
      return say(request, signal);
    };
    const next: Script = {
      article: "a0000000000000001" as Script["article"],
      utterances: scriptOf([1, 1, 1, 1, 1, 20]).utterances.slice(5),
    };
    const { player, clock, words } = await begin(scriptOf([2]), { speak });
    player.ready(next);
    await settle();
    expect(asked).toHaveLength(2);
    player.play();
    await clock.advance(0.5);
    const before = asked.length;
    await clock.advance(2);
    expect(player.moment()).toEqual({ state: "ended" });
    player.load(next, 0);
    player.play();
    await clock.advance(0.1);
    expect(words().slice(0, 3)).toEqual([1, 2, 6]);
    expect(asked.slice(before)).toEqual([]);
    player.ready(null);
  });
});
