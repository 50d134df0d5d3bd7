import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureSoundDevice } from "../../scripts/sound-device.mjs";
import { expectArticle, expectPlaying, expectWords, heardWords, look, soon, watchWords } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const problem = (page: Page): Promise<string | null> => page.evaluate(() => document.querySelector(".problem h2")?.textContent ?? null);
/** Where each marked word stands, in order of marking. */
const places = async (page: Page): Promise<readonly number[]> => (await heardWords(page)).map(({ at }) => at);
const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, n) => n === 0 || number > (numbers[n - 1] ?? 0));

let site: Site;
let home: string;
let folder: string;
let lectern: Lectern;
let page: Page;
let stopDevice: () => Promise<void>;
const env: NodeJS.ProcessEnv = {};
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// Elsewhere the machine's own sound is used, and stays.
describe.runIf(process.platform === "linux")("a sound server", () => {
  beforeAll(async () => {
    home = await makeHome({ voice: BEEPS });
    folder = await mkdtemp(join(tmpdir(), "lectern-server-"));
    stopDevice = await ensureSoundDevice({ env, folder });
    lectern = await launch({ home, args: ["long.txt"], cwd: site.folder, env: { PULSE_SERVER: env.PULSE_SERVER ?? "" } });
    page = lectern.page;
    await expectArticle(page, "The long way round");
  });

  afterAll(async () => {
    await lectern.close();
    await stopDevice();
    await rm(home, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it("that is restarted does not end the reading, and no word is lost", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    await expectWords(page, 5);
    await stopDevice();
    const before = (await places(page)).length;
    stopDevice = await ensureSoundDevice({ env, folder });
    await expectWords(page, before + 10);
    expect(inOrder(await places(page))).toBe(true);
    expect((await heardWords(page)).slice(0, 8).map(({ word }) => word)).toEqual([
      "The",
      "long",
      "way",
      "round",
      "Paragraph",
      "1",
      "has",
      "this",
    ]);
    expect(await problem(page)).toBeNull();
    await expectPlaying(page, true);
  });

  it("that ends for good is told once, and the place is kept", async () => {
    await expectPlaying(page, true);
    await stopDevice();
    await soon(async () => expect(await problem(page)).toBe("There is no sound."));
    await expectPlaying(page, false);
    const { sentence } = await look(page);
    await watchWords(page);
    stopDevice = await ensureSoundDevice({ env, folder });
    await press("Control+Digit2");
    const [word] = await expectWords(page, 3);
    expect(word?.sentence).toBe(sentence);
    expect(await problem(page)).toBeNull();
  });
});

describe("the engine's process", () => {
  let own: Lectern;

  beforeAll(async () => {
    own = await launch({ home: await makeHome({ voice: BEEPS }), args: [join(site.folder, "long.txt")] });
    await expectArticle(own.page, "The long way round");
  });

  afterAll(() => own.close({ remove: true }));

  it("killed in the middle of a word costs no word", async () => {
    await watchWords(own.page);
    await own.page.keyboard.press("Control+Digit2");
    await expectWords(own.page, 3);
    const pid = await own.hostPid();
    expect(pid).not.toBeNull();
    if (pid !== null) process.kill(pid, "SIGKILL");
    await expectWords(own.page, 20);
    expect(inOrder(await places(own.page))).toBe(true);
    expect(await problem(own.page)).toBeNull();
  });
});
