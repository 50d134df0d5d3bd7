import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { quickEspeak } from "../../scripts/espeak-quick.mjs";
import { VARIANTS } from "../../src/model/index.ts";

const PACKAGE = join(import.meta.dirname, "../../node_modules/@echogarden/espeak-ng-emscripten");
const SAID: readonly (readonly [voice: string, text: string])[] = [
  ["gmw/en-US", "The ferry sailed at noon; 1,234 people, and she sighs: shush!"],
  ["gmw/en-US+klatt4", "The ferry sailed at noon; 1,234 people, and she sighs: shush!"],
  ["zle/ru", "Сегодня паром не ходит, и завтра тоже."],
  ["sit/cmn", "今天没有渡船。"],
  ["gmw/de", "Die Fähre fuhr um 12:45 Uhr, 3,5 % später; wozu auch nicht?"],
  ["sem/ar", "العبارة لا تبحر اليوم."],
];

interface Heard {
  readonly type: string;
  readonly text_position: number;
  readonly audio_position: number;
}

interface Loaded {
  readonly HEAPU8: Uint8Array;
  readonly eSpeakNGWorker: new () => {
    set_voice(name: string): number;
    synthesize(text: string, take: (samples: Int16Array, events: readonly Heard[]) => boolean): void;
    list_voices(): readonly { readonly identifier: string }[];
  };
}

async function saidBy(code: string, folder: string, name: string): Promise<readonly string[]> {
  // As a package's, it is not transformed by the test runner.
  const file = join(folder, "node_modules", `${name}.mjs`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
  const load = (await import(pathToFileURL(file).href)).default as (options: object) => Promise<Loaded>;
  const data = await readFile(join(PACKAGE, "espeak-ng.data"));
  const loaded = await load({
    getPreloadedPackage: () => data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength),
  });
  const espeak = new loaded.eSpeakNGWorker();
  const voices = espeak.list_voices().map(({ identifier }) => identifier);
  const said = SAID.map(([voice, text]) => {
    expect(espeak.set_voice(voice), voice).toBe(0);
    const hash = createHash("sha256");
    let count = 0;
    espeak.synthesize(text, (samples, events) => {
      count += samples.length;
      hash.update(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
      hash.update(events.map((event) => `${event.type} ${event.text_position} ${event.audio_position}`).join());
      return false;
    });
    expect(count, voice).toBeGreaterThan(10_000);
    return `${voice} ${hash.digest("hex")}`;
  });
  return [...voices, ...said];
}

describe("eSpeak NG's quicker code", () => {
  it("says every sample, and names every word's time, as the package does", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lectern-quick-"));
    try {
      const code = await readFile(join(PACKAGE, "espeak-ng.js"), "utf8");
      expect(await saidBy(quickEspeak(code), folder, "quick")).toEqual(await saidBy(code, folder, "plain"));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it("is not made of another package", () => {
    expect(() => quickEspeak("function Fg(a,b){return a}")).toThrow(/another one/);
  });

  it("has the files of the variants that can be chosen, and of no others", async () => {
    const code = await readFile(join(PACKAGE, "espeak-ng.js"), "utf8");
    const variantsIn = (made: string): readonly string[] => [...made.matchAll(/"[^"]*\/!v\/([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(variantsIn(quickEspeak(code)).toSorted()).toEqual([...VARIANTS].toSorted());
    expect(() => quickEspeak(code.replace("/!v/klatt4", "/!v/klatt9"))).toThrow(/no variant klatt4/);
  });
});
