import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createEspeak } from "../../src/speak/index.ts";
import { hear, never, request } from "./collect.ts";

const US = "espeak:en-us";
const unruly = createEspeak({ worker: new URL("./fixtures/unruly-worker.mjs", import.meta.url), patience: 5 });
afterAll(() => unruly.close());

describe("eSpeak NG's worker", () => {
  it.each([
    ["ends", "Watch it collapse."],
    ["hangs", "It goes on forever."],
  ])("that %s fails its utterance, and the ones behind it are spoken by a new one", async (_, text) => {
    expect((await hear(unruly, request("Before.", US))).marks.length).toBe(1);
    const broken = hear(unruly, request(text, US));
    const behind = hear(unruly, request("Behind it.", US));
    await expect(broken).rejects.toMatchObject({ name: "Failure", code: "engine" });
    expect((await behind).marks.length).toBe(2);
    expect((await hear(unruly, request("After.", US))).marks.length).toBe(1);
  });

  it("that never starts fails everything that waits for it", async () => {
    const stillborn = createEspeak({ worker: new URL("./fixtures/stillborn-worker.mjs", import.meta.url) });
    await expect(stillborn.voices()).rejects.toMatchObject({ name: "Failure", code: "engine" });
    await expect(hear(stillborn, request("Hello.", US))).rejects.toMatchObject({ code: "engine" });
    await stillborn.close();
  });

  it("that is late is said to be, and the next one gets twice the time: the machine may be slow", async () => {
    const late = createEspeak({ worker: new URL("./fixtures/late-worker.mjs", import.meta.url), patience: 1 });
    for (const seconds of [1, 2])
      await expect(late.voices()).rejects.toMatchObject({ code: "engine", message: `eSpeak NG was silent for ${seconds} seconds` });
    await late.close();
  });

  it("is no more after closing: what runs and what comes fails", async () => {
    const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url) });
    const reading = espeak.synthesize(request("a ".repeat(50_000), US), never())[Symbol.asyncIterator]();
    await reading.next();
    await espeak.close();
    const rest = async (): Promise<void> => {
      while (!(await reading.next()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: "engine" });
    await expect(hear(espeak, request("Hello.", US))).rejects.toMatchObject({ code: "engine" });
    await espeak.close();
  });

  it("takes its packages from a folder that is named, whatever characters are in its path", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lectern #1 100% é-"));
    try {
      await mkdir(join(folder, "@echogarden"));
      for (const name of ["@echogarden/espeak-ng-emscripten", "@echogarden/sonic-wasm"])
        await cp(new URL(`../../node_modules/${name}`, import.meta.url), join(folder, name), { recursive: true });
      const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url), packages: folder });
      expect((await hear(espeak, request("Hello.", US, { rate: 5 }))).marks.length).toBe(1);
      await espeak.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
