import { rm, writeFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInWindow, type WindowWatch, watchWindow } from "../hostile/in-window.ts";
import { VECTORS } from "../hostile/vectors.ts";
import { expectArticle, expectDialog, openAddress, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let watched: WindowWatch;
const pictures: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  site = await openSite({
    "/harbour.png": (request, response) => {
      pictures.push(request.headers);
      response.writeHead(404).end();
    },
  });
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  await expectArticle(lectern.page, "The harbour opens again");
  watched = await watchWindow(lectern);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("what strangers write", () => {
  it("runs nothing in the window, and asks for nothing", async () => {
    const opened = await openInWindow(lectern, VECTORS, join(site.folder, "hostile"));
    expect(opened).toBeGreaterThan(10);
    await watched.check();
  });

  it("tells the server of a picture nothing but who asks", async () => {
    await openAddress(lectern.page, `${site.address}/first`);
    await expectArticle(lectern.page, "The harbour opens again");
    await soon(async () => expect(pictures.length).toBeGreaterThan(0));
    for (const headers of pictures)
      expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });

  it("shows where a link leads before anything is opened", async () => {
    await lectern.app.evaluate(({ shell }) => {
      Object.assign(globalThis, { opened: [] });
      shell.openExternal = async (address: string) => {
        (globalThis as unknown as { opened: string[] }).opened.push(address);
      };
    });
    const opened = (): Promise<readonly string[]> => lectern.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    const file = join(site.folder, "link.html");
    await writeFile(
      file,
      `<html lang="en"><title>The ferry</title><article><h1>The ferry</h1><p>The ferry is back after a long winter, and <a href="https://away.example/x">the people</a> are glad.</p><p>It was long, and the road was longer still.</p></article></html>`,
    );
    await openAddress(lectern.page, file);
    await expectArticle(lectern.page, "The ferry");
    await lectern.page.locator("[data-article] a").first().click();
    await expectDialog(lectern.page, "Link: the people");
    expect(await lectern.page.locator("#link-address").textContent()).toBe("https://away.example/x");
    expect(await opened()).toEqual([]);
    await lectern.page.getByRole("button", { name: "Open in the browser" }).click();
    await soon(async () => expect(await opened()).toEqual(["https://away.example/x"]));
    for (const address of ["javascript:1", "file:///etc/passwd", "ms-settings:", "app://lectern/", "x"])
      await expect(
        lectern.page.evaluate(
          (one) => (window as unknown as { desktop: { openOutside(a: string): Promise<void> } }).desktop.openOutside(one),
          address,
        ),
      ).rejects.toThrow("Refused");
    expect(await opened()).toHaveLength(1);
  });

  it("answers no frame and no page but its own", async () => {
    const answers = await lectern.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const frames = [
        null,
        { parent: null, url: "https://away.example/" },
        { parent: {}, url: "app://lectern/index.html" },
        { parent: null, url: "app://elsewhere/" },
      ];
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...given: unknown[]) => Promise<unknown>> })
        ._invokeHandlers;
      const answers: string[] = [];
      for (const [channel, handler] of handlers)
        for (const senderFrame of frames) {
          const answer = await Promise.resolve()
            .then(() => handler({ sender: contents, senderFrame }, "x"))
            .then(
              () => "answered",
              (error: Error) => error.message,
            );
          if (answer !== "Refused") answers.push(`${channel}: ${answer}`);
        }
      return { answers, channels: handlers.size };
    });
    expect(answers.answers).toEqual([]);
    expect(answers.channels).toBeGreaterThan(10);
  });
});
