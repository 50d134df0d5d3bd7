import { rm } from "node:fs/promises";
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

it("adds a sync server by keyboard, syncs, says how it stands, and removes it", async () => {
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
});
