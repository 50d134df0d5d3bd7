import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCrashes } from "../../src/shell/crashes.ts";
import { readLog } from "../../src/shell/log.ts";
import { expectArticle, expectCaption, expectPlaying, look, soon } from "./eyes.ts";
import { NEXT_PARAGRAPH, openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let home: string;
let lectern: Lectern;
const start = async (args: readonly string[] = [`${site.address}/first`]): Promise<void> => {
  lectern = await launch({ home, args });
};
/** The page's text, also when its first process is gone. */
const pageText = (): Promise<string> =>
  lectern.app.evaluate(({ BrowserWindow }) => {
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.body.textContent") as
      | Promise<string>
      | undefined;
    // A process that dies leaves the question without an answer.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(""), 1000));
    return Promise.race([Promise.resolve(asked ?? "").catch(() => ""), late]);
  });

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  home = await makeHome({ voice: BEEPS });
  await start();
  await expectArticle(lectern.page, TITLE);
});
afterEach(async () => {
  await lectern.close();
  await rm(home, { recursive: true, force: true });
});

describe("what dies comes back with a word", () => {
  it("the page", async () => {
    await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await soon(async () => expect(await pageText()).toContain("The window was lost and is back."));
    expect(await pageText()).toContain(TITLE);
    expect(readCrashes(home).map(({ part }) => part)).toContain("page");
  });

  it("the page, and goes on reading in the same sentence", async () => {
    await lectern.page.keyboard.press("Control+Digit2");
    await expectCaption(lectern.page, NEXT_PARAGRAPH);
    await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await soon(async () => expect(await pageText()).toContain("The window was lost and is back."));
    const seen = (): Promise<readonly string[]> =>
      lectern.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `["[data-captions] .caption", "[data-play]"].map((one) => document.querySelector(one)?.textContent?.trim() ?? "")`,
        ),
      );
    expect(await seen()).toEqual([expect.stringMatching(/^(The work took|It cost more)/), "Pause"]);
    await soon(async () => expect((await seen())[0]).toMatch(/^The mayor called/));
  });

  it("the page and the part that reads at once", async () => {
    const host = await lectern.hostPid();
    const page = await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
    for (const pid of [page, host]) process.kill(pid ?? 0, "SIGKILL");
    await soon(async () => expect(await pageText()).toContain("The window was lost and is back."));
    expect(readCrashes(home).map(({ part }) => part)).not.toContain("main");
    expect(await pageText()).toContain(TITLE);
  });

  it("what draws, however often", async () => {
    const drawing = (): Promise<number | null> =>
      lectern.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === "GPU")?.pid ?? null);
    const dead = new Set<number>();
    // Chromium would end itself with the sixth.
    await soon(async () => {
      const pid = await drawing();
      if (pid !== null && !dead.has(pid)) {
        dead.add(pid);
        process.kill(pid, "SIGKILL");
      }
      expect(dead.size).toBeGreaterThan(8);
    });
    await lectern.page.keyboard.press("Control+Digit2");
    await expectPlaying(lectern.page, true);
  });

  it("the part that reads, also when it dies too often for a while", async () => {
    const { page } = lectern;
    const button = page.getByRole("button", { name: "Restart Lectern" });
    const dead = new Set<number>();
    await soon(async () => {
      const pid = await lectern.hostPid();
      if (pid !== null && !dead.has(pid)) {
        dead.add(pid);
        process.kill(pid, "SIGKILL");
      }
      expect(await button.count()).toBe(1);
    });
    expect(await page.locator(".problem h2").textContent()).toBe("The part of Lectern that reads has stopped.");
    // Each death is told of in a report that stays here, and in the log.
    expect(readCrashes(home).map(({ part, reason }) => `${part}: ${reason}`)).toContain("host: ended with 9");
    expect(
      readLog(home, 50)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("The host ended with 9");
    await soon(async () => expect(await button.count()).toBe(0));
    expect((await look(page)).notice).toBe("It is back. Press play to go on.");
    await page.keyboard.press("Control+Digit2");
    await expectPlaying(page, true);
  });
});

describe("the window", () => {
  it("opens where it was", async () => {
    const place = { x: 40, y: 60, width: 700, height: 500 };
    await lectern.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
    const bounds = () => lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    await soon(async () => expect(await bounds()).toEqual(place));
    await lectern.close();
    await start([]);
    await soon(async () => expect(await bounds()).toEqual(place));
  });

  it("plays from where its context menu was asked for", async () => {
    const { page, app } = lectern;
    // The system draws the menu, and a test can't see it: its entries are noted where it would open.
    await app.evaluate(({ Menu }) => {
      Menu.prototype.popup = function (this: Electron.Menu) {
        Object.assign(globalThis, { opened: this });
      };
    });
    const box = await page.getByText(NEXT_PARAGRAPH).first().boundingBox();
    if (!box) throw new Error("the sentence is not on the page");
    await page.mouse.click(box.x + 12, box.y + box.height / 4, { button: "right" });
    const labels = (): Promise<readonly string[]> =>
      app.evaluate(() => ((globalThis as unknown as { opened?: Electron.Menu }).opened?.items ?? []).map(({ label }) => label));
    await soon(async () => expect(await labels()).toEqual(["Play from here", "Show this photo large", "Leave out this passage"]));
    await app.evaluate(({ BrowserWindow }) =>
      (globalThis as unknown as { opened: Electron.Menu }).opened.items[0]?.click(undefined, BrowserWindow.getAllWindows()[0], undefined),
    );
    await expectPlaying(page, true);
    await expectCaption(page, NEXT_PARAGRAPH);
  });
});
