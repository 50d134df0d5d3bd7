import { describe, expect, it } from "vitest";
import { Failure, type Sink } from "../../src/model/index.ts";
import { createFallbackSink, createPlayer, createSilentSink } from "../../src/play/index.ts";
import { scriptOf, settle, virtualClock, virtualWorld } from "./world.ts";

const HERTZ = 1000;

/** A device that can be pulled out: it keeps time, and remembers the first sample of each write that it took. */
function createDevice(clock: Parameters<typeof createSilentSink>[0]): Sink & { present: boolean; readonly taken: number[] } {
  const time = createSilentSink(clock);
  const taken: number[] = [];
  return {
    ...time,
    taken,
    present: true,
    async write(samples, sampleRate) {
      if (!this.present) throw new Failure("device", "pulled out");
      if (samples.length > 0) taken.push(Math.round(samples[0] ?? 0));
      await time.write(samples, sampleRate);
    },
  };
}

/** One second of sound whose samples say where they are, in milliseconds. */
const second = (from: number): Float32Array => Float32Array.from({ length: HERTZ }, (_, i) => from * 1000 + i);

describe("a sink that goes on without its device", () => {
  it("tells the loss once, then keeps the time", async () => {
    const clock = virtualClock();
    const device = createDevice(clock);
    const sink = createFallbackSink(device, createSilentSink(clock));
    void sink.write(second(0), HERTZ);
    await clock.advance(0.5);
    device.present = false;
    await expect(sink.write(second(1), HERTZ)).rejects.toMatchObject({ code: "device" });
    expect([sink.heard(), sink.written()]).toEqual([0.5, 0.5]);
    await sink.write(second(1), HERTZ);
    await clock.advance(0.6);
    expect(sink.heard()).toBeCloseTo(1.1);
    sink.pause();
    await clock.advance(3);
    expect(sink.heard()).toBeCloseTo(1.1);
  });

  it("gives a device that is back what was not heard yet", async () => {
    const clock = virtualClock();
    const device = createDevice(clock);
    device.present = false;
    const sink = createFallbackSink(device, createSilentSink(clock));
    await expect(sink.write(second(0), HERTZ)).rejects.toMatchObject({ code: "device" });
    await sink.write(second(0), HERTZ);
    await sink.write(second(1), HERTZ);
    sink.cut(1.8);
    await clock.advance(0.25);
    sink.pause();
    device.present = true;
    sink.deviceIsBack();
    expect(device.taken).toEqual([]);
    sink.resume();
    expect(device.taken).toEqual([250, 1000]);
    expect([sink.heard(), sink.written()]).toEqual([0.25, 1.8]);
    await clock.advance(1);
    expect(sink.heard()).toBeCloseTo(1.25);
  });

  it("lets a listener go on at the same word", async () => {
    const { clock, options } = virtualWorld();
    const device = createDevice(clock);
    device.present = false;
    const player = createPlayer({ ...options, sink: createFallbackSink(device, createSilentSink(clock)) });
    player.load(scriptOf([3, 2]), 0);
    player.play();
    await settle();
    expect(player.moment()).toMatchObject({ state: "failed", failure: { code: "device" } });
    player.play();
    await clock.advance(60);
    expect(player.moment()).toEqual({ state: "ended" });
    await player.close();
  });
});
