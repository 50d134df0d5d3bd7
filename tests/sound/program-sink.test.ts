import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileSink, endOfPiece } from "../../src/shell/cli/sound/file-sink.ts";
import { toPcm16, toWav } from "../../src/shell/cli/sound/pcm.ts";
import { createProgramSink } from "../../src/shell/cli/sound/pipe-sink.ts";
import { complaintIn, findProgram, type PlayerProgram, PROGRAMS, tryProgram } from "../../src/shell/cli/sound/programs.ts";

const RATE = 8000;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that takes what it is fed as a player does, and keeps it: one file for each time that it was started. */
const keeper = (ends = 0): PlayerProgram => ({
  command: process.execPath,
  arguments: () => [
    "-e",
    `const fs = require("node:fs");
     const file = ${JSON.stringify(folder)} + "/" + process.hrtime.bigint() + ".pcm";
     fs.writeFileSync(file, "");
     process.stdin.on("data", (bytes) => fs.appendFileSync(file, bytes)).on("end", () => process.exit(${ends}));`,
  ],
  heard: () => null,
});

const kept = async (): Promise<Buffer> => {
  const { readdirSync } = await import("node:fs");
  return Buffer.concat(
    readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file))),
  );
};

/** Waits until it is so; the test's own time limit ends it. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
};

const sound = (length: number): Float32Array => Float32Array.from({ length }, (_, n) => Math.sin(n / 7) * 0.5);

describe("a sink over a program", () => {
  it("gives the program every sample once, in order, through pauses and to the end", async () => {
    const sink = createProgramSink(keeper());
    const samples = sound(RATE);
    for (let from = 0; from < samples.length; from += 1000) void sink.write(samples.subarray(from, from + 1000), RATE);
    await until(() => sink.heard() > 0.3);
    sink.pause();
    const at = sink.heard();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sink.heard()).toBe(at);
    sink.resume();
    await until(() => sink.heard() >= sink.written() - 1e-6);
    const expected = toPcm16(samples);
    for (;;) {
      const bytes = await kept();
      expect(expected.subarray(0, bytes.length).equals(bytes)).toBe(true);
      if (bytes.length === expected.length) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await sink.close();
  });

  it("drops what was not given yet at a cut ahead, and what was given at a cut at once", async () => {
    const sink = createProgramSink(keeper());
    void sink.write(sound(RATE), RATE);
    await until(() => sink.heard() > 0.1);
    sink.cut(0.9);
    expect(sink.written()).toBe(0.9);
    sink.cut(0);
    expect(sink.written()).toBe(sink.heard());
    expect(sink.written()).toBeLessThan(0.9);
    const written = sink.written();
    void sink.write(sound(800), RATE);
    expect(sink.written()).toBeCloseTo(written + 0.1);
    await until(() => sink.heard() >= sink.written() - 1e-6);
    await sink.close();
  });

  it("fails with the device when the program ends, once, and tries again", async () => {
    const broken: PlayerProgram = { ...keeper(), arguments: () => ["-e", "console.error('no card'); process.exit(1)"] };
    const sink = createProgramSink(broken);
    for (let turn = 0; turn < 2; turn += 1)
      await expect(sink.write(sound(RATE * 4), RATE)).rejects.toMatchObject({ code: "device", message: "no card" });
    await sink.close();
  });

  it("tells a loss that nobody waited for at the next write", async () => {
    const broken: PlayerProgram = { ...keeper(), arguments: () => ["-e", "process.exit(3)"] };
    const sink = createProgramSink(broken);
    await sink.write(sound(RATE), RATE);
    // What was queued is lost with the program: long before it could have been heard.
    await until(() => sink.written() === sink.heard());
    await expect(sink.write(new Float32Array(0), RATE)).rejects.toMatchObject({ code: "device" });
    await sink.close();
  });
});

describe("the search for a program", () => {
  it("finds only what can be run", () => {
    expect(findProgram("sh")).toMatch(/\/sh$/);
    expect(findProgram("no-such-player")).toBeNull();
    expect(findProgram("sh", "")).toBeNull();
  });

  it("reads where paplay says that the ear is", () => {
    const paplay = PROGRAMS.find(({ command }) => command === "paplay");
    expect(paplay?.heard("Stream started.\nTime: 0.049 sec; Latency: 51588 usec. \rTime: 1.565 sec; Latency: 62698 usec.")).toBe(1.565);
    expect(paplay?.heard("Got EOF.")).toBeNull();
  });

  it("finds the complaint among other messages", () => {
    expect(complaintIn("Opening a stream\nConnection failure: Connection refused\nbye\n")).toBe("Connection failure: Connection refused");
    expect(complaintIn("one\rtwo\r")).toBe("two");
    expect(complaintIn("")).toBe("");
  });

  it("says what a program without a device complains of", async () => {
    expect(await tryProgram(keeper())).toBeNull();
    expect(await tryProgram(keeper(2))).toMatch(/ended with 2/);
    expect(await tryProgram({ ...keeper(), command: join(folder, "missing") })).toMatch(/ENOENT/);
  });
});

describe("a sink over files", () => {
  const commandFor = (_system: "darwin" | "win32", file: string) => ({
    command: process.execPath,
    arguments: [
      "-e",
      `require("node:fs").appendFileSync(${JSON.stringify(join(folder, "all"))}, require("node:fs").readFileSync(${JSON.stringify(file)}))`,
    ],
    env: {},
  });

  it("gives every sample once, in whole WAV files", async () => {
    const sink = createFileSink("darwin", commandFor);
    const samples = sound(4000);
    void sink.write(samples.subarray(0, 1500), RATE);
    void sink.write(samples.subarray(1500), RATE);
    await until(() => sink.heard() >= sink.written() - 1e-6 && existsSync(join(folder, "all")));
    expect(readFileSync(join(folder, "all")).equals(toWav({ samples, sampleRate: RATE }))).toBe(true);
    await sink.close();
  });

  it("ends a piece in its last silence", () => {
    const samples = sound(RATE);
    samples.fill(0, 5000, 5600);
    expect(endOfPiece({ samples, sampleRate: RATE })).toBe(5400);
    expect(endOfPiece({ samples: sound(RATE), sampleRate: RATE })).toBe(RATE);
  });
});
