import { describe, expect, it } from "vitest";
import { createPlayer, createSilentSink } from "../../src/play/index.ts";
import { say, scriptOf, settle, virtualClock, virtualWorld } from "./world.ts";

describe("the silent sink", () => {
  it("keeps the time that sound would take, and stands still while paused", async () => {
    const clock = virtualClock();
    const sink = createSilentSink(clock);
    void sink.write(new Float32Array(3000), 1000);
    await clock.advance(1);
    expect(sink.heard()).toBeCloseTo(1);
    sink.pause();
    await clock.advance(5);
    expect(sink.heard()).toBeCloseTo(1);
    sink.resume();
    await clock.advance(0.5);
    sink.cut(2);
    expect(sink.written()).toBe(2);
    await clock.advance(5);
    expect(sink.heard()).toBe(2);
    sink.cut(0);
    expect(sink.written()).toBe(2);
  });

  it("makes a writer wait while more than two seconds are queued", async () => {
    const clock = virtualClock();
    const sink = createSilentSink(clock);
    let room = false;
    void sink.write(new Float32Array(5000), 1000).then(() => {
      room = true;
    });
    await clock.advance(2.9);
    expect(room).toBe(false);
    await clock.advance(0.3);
    expect(room).toBe(true);
  });

  it("gives a player the same moments as sound does", async () => {
    const told = async (silent: boolean): Promise<string[]> => {
      const { clock, options } = virtualWorld(say);
      const player = createPlayer(silent ? { ...options, sink: createSilentSink(clock) } : options);
      const seen: string[] = [];
      player.subscribe((moment) => seen.push(`${moment.state} ${"utterance" in moment ? moment.utterance : ""} ${clock.now().toFixed(2)}`));
      player.load(scriptOf([3, 8, 2, 5]), 0);
      await settle();
      player.play();
      await clock.advance(2);
      player.pause();
      await clock.advance(2);
      player.play();
      await clock.advance(20);
      await player.close();
      return seen;
    };
    const silent = await told(true);
    expect(silent).toEqual(await told(false));
    expect(silent.at(-1)).toMatch(/^ended/);
  });
});
