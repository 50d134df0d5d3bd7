import { describe, expect, it } from "vitest";
import type { SpeechChunk, SpeechRequest, VoiceId } from "../../src/model/index.ts";
import { createSpeechStore } from "../../src/play/speech-store.ts";
import { engineFailure, settle } from "./world.ts";

const request = (text: string): SpeechRequest => ({ text, voice: "test:voice" as VoiceId, rate: 1, pitch: 1 });

/** An engine that gives a chunk of 100 samples whenever it is told to, three for each request. */
function handEngine() {
  const log: string[] = [];
  let go: () => void = () => {};
  let broken = false;
  async function* speak({ text }: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk> {
    log.push(`begin ${text}`);
    signal.addEventListener("abort", () => log.push(`abort ${text}`));
    for (let n = 0; n < 3; n += 1) {
      await new Promise<void>((resolve, reject) => {
        go = resolve;
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      if (broken) throw engineFailure();
      yield { samples: new Float32Array(100).fill(n), sampleRate: 1000, marks: [] };
    }
    log.push(`end ${text}`);
  }
  return {
    log,
    speak,
    break: (isBroken: boolean) => {
      broken = isBroken;
    },
    give: async (chunks: number) => {
      for (let n = 0; n < chunks; n += 1) {
        await settle();
        go();
        await settle();
      }
    },
  };
}

describe("the speech store", () => {
  it("asks for one at a time, in the order of urgency, and aborts for what is more urgent", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak);
    store.want([request("a"), request("b"), request("c")]);
    await engine.give(4);
    store.want([request("c"), request("b")]);
    await engine.give(6);
    expect(engine.log).toEqual(["begin a", "end a", "begin b", "abort b", "begin c", "end c", "begin b", "end b"]);
    expect(store.seconds(request("b"))).toBeCloseTo(0.3);
  });

  it("gives chunks as they come, at once where they are there, and null at the end", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak);
    store.want([request("a")]);
    const first = store.chunk(request("a"), 0);
    expect(first).toBeInstanceOf(Promise);
    await engine.give(3);
    expect((await first)?.samples[0]).toBe(0);
    expect(store.chunk(request("a"), 2)).toMatchObject({ sampleRate: 1000 });
    expect(store.chunk(request("a"), 3)).toBeNull();
  });

  it("goes on waiting when its request is put behind another and begins anew", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak);
    store.want([request("a")]);
    await engine.give(1);
    const third = store.chunk(request("a"), 2);
    store.want([request("b"), request("a")]);
    await engine.give(6);
    expect((await third)?.samples[0]).toBe(2);
  });

  it("tells a failure to who waits, and asks again from the start only when asked", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak);
    store.want([request("a")]);
    const first = store.chunk(request("a"), 0);
    engine.break(true);
    const told = expect(first).rejects.toMatchObject({ code: "engine" });
    await engine.give(1);
    await told;
    store.want([request("a")]);
    await settle();
    expect(engine.log).toEqual(["begin a"]);
    engine.break(false);
    const again = store.chunk(request("a"), 0);
    await engine.give(3);
    expect((await again)?.samples.length).toBe(100);
  });

  it("forgets what was used longest ago when it keeps too much, never what is wanted", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak, 700 * Float32Array.BYTES_PER_ELEMENT);
    for (const text of ["a", "b", "c"]) {
      store.want([request(text)]);
      await engine.give(3);
    }
    store.want([request("c"), request("d")]);
    await engine.give(3);
    expect(["a", "b", "c", "d"].map((text) => store.seconds(request(text)) !== null)).toEqual([false, false, true, true]);
  });

  it("makes what comes next whatever it takes, and nothing else ahead when its memory is full", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak, 700 * Float32Array.BYTES_PER_ELEMENT);
    const wanted = ["a", "b", "c", "d", "e"].map(request);
    store.want(wanted);
    await engine.give(15);
    expect(engine.log).toEqual(["begin a", "end a", "begin b", "end b", "begin c", "end c"]);
    store.want(wanted.slice(1));
    await engine.give(3);
    expect(engine.log.slice(6)).toEqual(["begin d", "end d"]);
  });

  it("aborts what runs when it is closed", async () => {
    const engine = handEngine();
    const store = createSpeechStore(engine.speak);
    store.want([request("a")]);
    await settle();
    store.close();
    await settle();
    expect(engine.log).toEqual(["begin a", "abort a"]);
  });
});
