import { readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { readLog } from "../../src/shell/log.ts";
import { look, soon } from "./eyes.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const SET = { voice: BEEPS, rate: 2, theme: "dark", ruler: "line", quietHours: null, pauses: 2 } as const;

let home: string;
let lectern: Lectern | null = null;
beforeEach(async () => {
  home = await makeHome(SET);
});
afterEach(async () => {
  await lectern?.close();
  lectern = null;
  await rm(home, { recursive: true, force: true });
});

const start = async (...switches: readonly string[]): Promise<Lectern> => {
  // As a person starts it: what draws is for safe mode to choose.
  lectern = await launch({ home, switches, hasGpu: true });
  return lectern;
};
const line = (one: Lectern) => one.page.getByRole("region", { name: "Safe mode" });
const versionless = (text: string): string => text.replace(/\d\S*\d/, "");
/** How each start was, as the log tells it. */
const begun = (): readonly string[] =>
  readLog(home, 200)
    .map(({ text }) => versionless(text))
    .filter((text) => text.includes(" begins"));
const bad = async (): Promise<number> => JSON.parse(await readFile(join(home, "starts.json"), "utf8")).bad;

/** What is set, as the library has it. */
async function kept() {
  const library = await openLibrary(join(home, "library.sqlite"));
  const settings = library.settings();
  library.close();
  return settings;
}

/** Ends all of it as a crash would, before it has begun well. */
async function kill(one: Lectern): Promise<void> {
  const host = await one.hostPid();
  const ended = new Promise((resolve) => one.app.process().once("exit", resolve));
  one.app.process().kill("SIGKILL");
  await ended;
  if (host !== null)
    try {
      process.kill(host, "SIGKILL");
    } catch {
      // It went with the other.
    }
  lectern = null;
}

describe("safe mode", () => {
  it("says what it is, has plain settings and the embedded voices, opens nothing, and leaves what is set as it is", async () => {
    const one = await start("--safe-mode");
    const { page } = one;
    await soon(async () => expect((await look(page)).notice).toContain("Lectern runs with plain settings and its own voice."));
    expect(await line(one).textContent()).toContain("What you set stays as it was");
    await soon(async () => expect(await page.locator("#article h1").textContent()).toBe("Nothing open yet"));
    expect(await one.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing)).toMatch(/^disabled/);
    // What helps to see and hear stays: who speaks, colours, language.
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.keyboard.press("Control+Shift+Period");
    await soon(async () => expect((await look(page)).notice).toMatch(/1\.1/));
    await one.close();
    lectern = null;
    expect(await kept()).toMatchObject(SET);
  });

  it("is left by its button, which starts Lectern anew without it", async () => {
    const one = await start("--safe-mode");
    const ended = new Promise((resolve) => one.app.process().once("exit", resolve));
    // The page may be gone before the key is let go.
    await line(one)
      .getByRole("button", { name: "Leave safe mode" })
      .press("Enter")
      .catch(() => {});
    await ended;
    lectern = null;
    await soon(async () => expect(begun()).toEqual(["Lectern 0.1.0 begins in safe mode.", "Lectern 0.1.0 begins."].map(versionless)));
    // The other one is nobody's child: the lock of its home tells who it is.
    const pid = Number((await readlink(join(home, "SingletonLock"))).split("-").at(-1));
    process.kill(pid);
    await soon(async () => expect(() => process.kill(pid, 0)).toThrow());
  });

  it("is what Lectern begins with when it ended twice as it began, and only then", async () => {
    await kill(await start());
    await kill(await start());
    const third = await start();
    await soon(async () => expect(await line(third).textContent()).toContain("Lectern stopped twice while it started."));
    await third.close();
    lectern = null;
    // It ended as a person wished.
    expect(await bad()).toBe(0);
    const fourth = await start();
    await soon(async () => expect(await fourth.page.locator("#article h1").count()).toBe(1));
    expect(await line(fourth).count()).toBe(0);
    // Once it has stood for a while, a crash is none of its start.
    await soon(async () => expect(await bad()).toBe(0));
  });
});
