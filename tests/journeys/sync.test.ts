import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serve } from "../fetch/server.ts";
import { feedOf } from "../sync/lectern.ts";
import { googleReader, type NewsStore, newsStore } from "../sync/news-server.ts";
import { dialogOf, expectDialog, soon } from "./eyes.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const FEED = "https://one.example/feed";

let home: string;
let lectern: Lectern;
let store: NewsStore;
beforeEach(async () => {
  const links = [0, 1, 2].map((item) => `https://one.example/${item}`);
  store = newsStore(new Map([[FEED, feedOf("One", links, (index) => new Date(Date.now() - index * 1_000))]]));
  store.subscribe(FEED);
  store.update();
  home = await makeHome({ voice: BEEPS });
});
afterEach(async () => {
  await lectern.close();
  await rm(home, { recursive: true, force: true });
});

it("adds a sync server by keyboard, syncs, says how it stands, removes it, and shares a folder instead", async () => {
  const address = await serve(googleReader(store));
  lectern = await launch({ home, args: [], cwd: home });
  const { page } = lectern;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : element;
      return label?.textContent ?? "";
    });
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 150 && (await focused()) !== name; presses += 1) await press("Tab");
    expect(await focused()).toBe(name);
  };
  await soon(async () => expect(await page.locator("main").count()).toBeGreaterThan(0));
  await press("Control+,");
  await expectDialog(page, "Settings");
  const section = dialogOf(page).locator("section[aria-labelledby=settings-sync]");
  await tabTo("Kind of server");
  await page.keyboard.type("Google");
  await tabTo("Address of the server");
  await page.keyboard.type(address);
  await press("Tab");
  await page.keyboard.type(store.user);
  await press("Tab");
  await page.keyboard.type("wrong");
  await press("Enter");
  // There is no keychain on this display: the person is asked.
  await soon(async () => expect(await focused()).toBe("Keep it until Lectern ends"));
  await press("Enter");
  await soon(async () => expect(await section.textContent()).toContain("does not take this name and password"));
  // The focus is where one goes on, and nothing that was written is lost.
  await soon(async () => expect(await focused()).toBe("Add server"));
  await press("Shift+Tab");
  await press("Control+a");
  await page.keyboard.type(store.password);
  await press("Enter");
  await soon(async () => expect(await section.textContent()).toContain("Synced. Sent: 0. New: 3."));
  await soon(async () => expect(await focused()).toBe("Sync now"));
  expect(await section.textContent()).toContain("reader at 127.0.0.1:");
  await press("Escape");
  await expectDialog(page, null);

  await press("Control+l");
  await soon(async () => expect(await page.getByText("One 0").count()).toBeGreaterThan(0));
  await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("syncStatus")?.click());
  await soon(async () => expect(await page.locator("body").textContent()).toMatch(/reader at 127\.0\.0\.1:\d+\. Synced /));

  await press("Control+,");
  await expectDialog(page, "Settings");
  await tabTo("Remove server");
  await press("Enter");
  await soon(async () => expect(await section.textContent()).toContain("The server is removed."));
  await soon(async () => expect(await focused()).toBe("Add server"));

  // Below it is the folder that machines share.
  const folder = join(home, "shared");
  await mkdir(folder);
  await lectern.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  const share = dialogOf(page).locator("section[aria-labelledby=settings-share]");
  const says = (text: string): Promise<void> => soon(async () => expect(await share.textContent()).toContain(text));
  await tabTo("Choose the folder…");
  await press("Enter");
  await says(`${folder}: shared with no other machine yet.`);
  await soon(async () => expect(await focused()).toBe("Share now"));
  const settings = { theme: { value: "dark", at: new Date().toISOString() } };
  await writeFile(join(folder, "lectern-00000000000000aa.json"), JSON.stringify({ lectern: "shared", version: 1, settings, places: {} }));
  await press("Enter");
  await says("Taken over: 1 setting, 0 places.");
  await says("shared with 1 other machine.");
  await soon(async () => expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark"));
  await rename(folder, `${folder}-away`);
  await press("Enter");
  await says(`${folder} can’t be reached now. What is new waits.`);
  await says("The folder can’t be used. See whether it is there and can be written to.");
  await rename(`${folder}-away`, folder);
  await press("Enter");
  await says("Taken over: 0 settings, 0 places.");
  await press("Tab");
  expect(await focused()).toBe("Share no more");
  await press("Enter");
  await says("Nothing is shared any more. The files in the folder stay.");
  await soon(async () => expect(await focused()).toBe("Choose the folder…"));
});
