import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toyConfig, toyFolder, toyModel } from "../speak/toy-voice.ts";
import { expectArticle, expectDialog, expectPlaying, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const MODEL = Buffer.from(toyModel());
const CONFIG = Buffer.from(toyConfig());
const sum = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let site: Site;
let server: Server;
let list: string;
let folder: string;
let home: string;
let lectern: Lectern;
let page: Page;
/** Answers that wait: the model comes in two parts. */
const held: ServerResponse[] = [];
const press = (key: string): Promise<void> => page.keyboard.press(key);
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-voices-"));
  server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    if (request.url === "/config") response.end(CONFIG);
    else if (request.url === "/model") {
      response.writeHead(200, { etag: '"1"', "content-length": MODEL.length });
      response.write(MODEL.subarray(0, MODEL.length >> 1));
      held.push(response);
    } else {
      const files = [
        { name: "en_GB-bell-low.onnx", address: `${address}/model`, size: MODEL.length, sha256: sum(MODEL) },
        { name: "en_GB-bell-low.onnx.json", address: `${address}/config`, size: CONFIG.length, sha256: sum(CONFIG) },
      ];
      const bell = { name: "en_GB-bell-low", title: "Bell", lang: "en-GB", licence: "CC0 1.0", source: null, files };
      response.end(JSON.stringify({ format: "lectern-voices", version: 1, voices: [bell] }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  list = `http://127.0.0.1:${(server.address() as AddressInfo).port}/voices.json`;
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, "The harbour opens again");
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

/** Goes to the control of this name by Tab. */
async function go(name: string): Promise<void> {
  for (let presses = 0; presses < 60 && (await focused()) !== name; presses += 1) await press("Tab");
  expect(await focused()).toBe(name);
}

async function type(text: string): Promise<void> {
  await page.getByLabel("A voice’s folder on this computer, or the address of a list of voices").focus();
  await press("Control+a");
  await page.keyboard.insertText(text);
  await press("Enter");
}

const faults = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};

describe("the voices, by keyboard", () => {
  it("are reached from the settings, and show size and licence before anything is fetched", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await go("More voices");
    await press("Enter");
    await expectDialog(page, "Voices");
    await soon(async () => expect(await page.locator("dialog").textContent()).toContain("British English, 63 MB. Licence: CC BY 4.0."));
    expect(await faults()).toEqual([]);
  });

  it("gets a voice of a list, shows how far it is, and has a place for the focus all the way", async () => {
    await type(list);
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toBe("One voice of the list can be downloaded now."));
    await page.getByRole("button", { name: "Get Bell" }).focus();
    await press("Enter");
    await soon(async () => expect(await focused()).toBe("Stop"));
    await soon(async () => expect(Number(await page.getByRole("progressbar").getAttribute("value"))).toBeGreaterThan(10));
    expect(await faults()).toEqual([]);
    for (const response of held.splice(0)) response.end(MODEL.subarray(MODEL.length >> 1));
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toBe("Bell can speak now."));
    await soon(async () => expect(await focused()).toBe("Hear Bell"));
    expect(await faults()).toEqual([]);
  });

  it("adds a folder's, and says what is none", async () => {
    await type(join(folder, "nothing"));
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toContain("There is nothing there."));
    await type(await toyFolder(join(folder, "toy")));
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toBe("Toy can speak now."));
  });

  it("reads with it", async () => {
    await page.getByRole("button", { name: "Use Bell" }).focus();
    await press("Enter");
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toBe("Bell reads from now on."));
    await press("Escape");
    await expectDialog(page, null);
    await press("Control+2");
    await expectPlaying(page, true);
    await soon(async () => expect(await page.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0))).toBe(true));
    const pid = (): Promise<number | null> =>
      lectern.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === "Lectern voice")?.pid ?? null);
    // Marks are drawn before the system counts the process.
    await soon(async () => expect(await pid()).not.toBeNull());
    const first = await pid();
    // Its process dies: it is started again, and the reading goes on.
    if (first !== null) process.kill(first, "SIGKILL");
    await press("Control+3");
    await soon(async () => {
      const again = await pid();
      expect(again).not.toBeNull();
      expect(again).not.toBe(first);
    });
    await expectPlaying(page, true);
    await press("Control+2");
    await expectPlaying(page, false);
  });

  it("deletes only what was confirmed", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await go("More voices");
    await press("Enter");
    await expectDialog(page, "Voices");
    await page.getByRole("button", { name: "Delete Toy" }).focus();
    await press("Enter");
    await soon(async () => expect(await focused()).toBe("Keep it"));
    await press("Enter");
    await soon(async () => expect(await focused()).toBe("Delete Toy"));
    await press("Enter");
    await soon(async () => expect(await focused()).toBe("Keep it"));
    await press("Tab");
    await press("Enter");
    await soon(async () => expect(await page.locator("dialog .done").textContent()).toBe("Toy is deleted."));
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true));
    expect(await page.getByRole("button", { name: "Hear Toy" }).count()).toBe(0);
  });
});
