import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectDialog, expectPlaying, expectWords, look, openAddress, soon, watchWords } from "./eyes.ts";
import { FIRST, openSite, SECOND, SECOND_HTML, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

/** Notes each message that a screen reader gets. */
const watchMessages = (): Promise<void> =>
  page.evaluate(() => {
    const messages: string[] = [];
    Object.assign(window, { messages });
    const text = (): string => document.querySelector("[aria-live=polite]")?.textContent ?? "";
    let last = text();
    // The region moves between the page and its dialogs.
    new MutationObserver(() => {
      const said = text();
      if (said !== "" && said !== last) messages.push(said);
      last = said;
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
const messages = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { messages: readonly string[] }).messages);

/** What the page says of a failure. */
const problem = (): Promise<{ readonly title: string; readonly next: string; readonly actions: readonly string[] } | null> =>
  page.evaluate(() => {
    const panel = document.querySelector(".problem");
    return (
      panel && {
        title: panel.querySelector("h2")?.textContent ?? "",
        next: panel.querySelector("#problem-text")?.textContent ?? "",
        actions: [...panel.querySelectorAll("button")].map((button) => button.textContent ?? ""),
      }
    );
  });

/** An address of this machine where nobody listens. */
async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

const send =
  (type: string, body: string): ((request: unknown, response: import("node:http").ServerResponse) => void) =>
  (_request, response) => {
    response.setHeader("content-type", type);
    response.end(body);
  };

/** Longer than it takes to say that something is being opened, milliseconds. */
const SLOW = 1_000;

/** A page that is empty without its scripts. */
const SHELL = `<!doctype html><html><head><title>Loading…</title><script src="/app.js"></script></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`;

/** Whether the page that is there but once was asked for. */
let wasAsked = false;

beforeAll(async () => {
  site = await openSite({
    "/shell": send("text/html", SHELL),
    "/paper.pdf": send("application/pdf", "%PDF-1.7"),
    "/tune.mp3": send("audio/mpeg", "ID3"),
    "/closed": (_request, response) => {
      response.statusCode = 403;
      response.end();
    },
    "/once": (_request, response) => {
      response.statusCode = wasAsked ? 503 : 200;
      wasAsked = true;
      response.setHeader("content-type", "text/html").end(SECOND_HTML.replaceAll("The gate to the sea", "The gate that was kept"));
    },
    "/slow": (_request, response) => {
      setTimeout(() => response.end(SECOND_HTML), SLOW);
    },
    "/large": (_request, response) => {
      response.setHeader("content-type", "text/html");
      response.setHeader("content-length", String(50_000_000));
      response.write("<p>");
    },
  });
  await writeFile(join(site.folder, "paper.pdf"), "%PDF-1.7");
  await writeFile(join(site.folder, "tune.mp3"), "ID3");
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: ["first.html"], cwd: site.folder });
  page = lectern.page;
  await expectArticle(page, TITLE);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const AGAIN = ["Try again", "Open another address"];
const PASTING = ["Try again", "Paste the text", "Open in the browser", "Open another address"];

describe("opening what can't be opened says so once, with the next step", () => {
  it.each([
    { path: "/nowhere", title: "There is nothing at this address.", next: /Check the address/, actions: AGAIN },
    { path: "DEAD", title: "The site can’t be reached.", next: /Try again/, actions: AGAIN },
    { path: "/shell", title: "No article was found on this page.", next: /save it as a file|paste it here/, actions: PASTING },
    { path: "/large", title: "This is too large to be an article.", next: /Copy the part/, actions: PASTING },
    { path: "/closed", title: "The site did not give the page.", next: /paste it here/, actions: PASTING },
    { path: "/tune.mp3", title: "Lectern can't read this kind of file.", next: /plain text/, actions: AGAIN },
    { path: "FOLDER/tune.mp3", title: "Lectern can't read this kind of file.", next: /plain text/, actions: AGAIN },
    { path: "/paper.pdf", title: "This file is damaged.", next: /Get it again/, actions: AGAIN },
    { path: "FOLDER/paper.pdf", title: "This file is damaged.", next: /Get it again/, actions: AGAIN },
    {
      path: "FOLDER/not-there.txt",
      title: "There is no such file.",
      next: /Choose a file/,
      actions: ["Try again", "Choose a file…", "Open another address"],
    },
    { path: "FOLDER", title: "This can't be opened.", next: /Check what you typed/, actions: AGAIN },
    { path: "ftp://127.0.0.1/x", title: "This can't be opened.", next: /Check what you typed/, actions: AGAIN },
  ])("$path", async ({ path, title, next, actions }) => {
    const address =
      path === "DEAD" ? await deadAddress() : path.startsWith("/") ? site.address + path : path.replace("FOLDER", site.folder);
    await openAddress(page, join(site.folder, "second.html"));
    await expectArticle(page, "The gate to the sea");
    await watchMessages();
    await openAddress(page, address);
    await soon(async () => expect(await problem()).toMatchObject({ title, actions }));
    const seen = await problem();
    expect(seen?.next).toMatch(next);
    expect(await page.locator(".problem-address").textContent()).toBe(address);
    await soon(async () => expect((await messages()).at(-1)).toBe(`${title} ${seen?.next}`));
    expect((await messages()).filter((message) => message.includes(title))).toHaveLength(1);
    // What was open before can still be read.
    expect(await page.evaluate(() => document.querySelector("[data-article] h1")?.textContent)).toBe("The gate to the sea");
  });

  it("leads to the paste dialog from a page that is empty without its scripts", async () => {
    await lectern.app.evaluate(({ clipboard }) =>
      clipboard.writeText("A copied headline\n\nThis text was copied from the page. It is read at once."),
    );
    await openAddress(page, `${site.address}/shell`);
    await soon(async () => expect((await problem())?.actions).toEqual(PASTING));
    for (let presses = 0; presses < 30; presses += 1) {
      await press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === "Paste the text") break;
    }
    await press("Enter");
    await expectDialog(page, "Paste an article");
    await press("Tab");
    await press("Enter");
    await expectArticle(page, "A copied headline");
    expect(await problem()).toBeNull();
  });

  it("shows what was kept of a page that can't be had any more, and says so", async () => {
    await openAddress(page, `${site.address}/once`);
    await expectArticle(page, "The gate that was kept");
    await openAddress(page, join(site.folder, "second.html"));
    await expectArticle(page, "The gate to the sea");
    await watchMessages();
    await openAddress(page, `${site.address}/once`);
    await expectArticle(page, "The gate that was kept");
    expect(await problem()).toBeNull();
    await soon(async () =>
      expect((await messages()).at(-1)).toMatch(/^The gate that was kept\..*The page can’t be had now\. This is the text that was kept\.$/),
    );
  });

  it("leads to another address", async () => {
    await openAddress(page, `${site.address}/nowhere`);
    await soon(async () => expect((await problem())?.actions).toEqual(AGAIN));
    await page.getByRole("button", { name: "Open another address" }).focus();
    await press("Enter");
    await expectDialog(page, "Open");
    await page.keyboard.type(join(site.folder, "second.html"));
    await press("Enter");
    await expectArticle(page, "The gate to the sea");
    expect(await problem()).toBeNull();
  });

  it("tries again when asked to", async () => {
    await openAddress(page, `${site.address}/nowhere`);
    await soon(async () => expect(await problem()).not.toBeNull());
    const asked = site.asked.filter((path) => path === "/nowhere").length;
    for (let presses = 0; presses < 30; presses += 1) {
      await press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === "Try again") break;
    }
    await press("Enter");
    await soon(async () => expect(site.asked.filter((path) => path === "/nowhere")).toHaveLength(asked + 1));
    await soon(async () => expect(await problem()).not.toBeNull());
  });
});

describe("opening what takes its time", () => {
  it("says that it is being opened, and then that it is there", async () => {
    await watchMessages();
    await openAddress(page, `${site.address}/slow`);
    await expectArticle(page, "The gate to the sea");
    await soon(async () =>
      // What the test before ended with may come first.
      expect((await messages()).slice(-2)).toEqual([`Opening ${new URL(site.address).host} …`, "The gate to the sea. About 1 minute."]),
    );
  });
});

describe("without any sound device", () => {
  let quietHome: string;
  let quiet: Lectern;
  let loud: Page;

  beforeAll(async () => {
    quietHome = await makeHome({ voice: BEEPS });
    quiet = await launch({
      home: quietHome,
      args: ["first.html"],
      cwd: site.folder,
      env: { PULSE_SERVER: "unix:/nonexistent/native", ALSA_CONFIG_PATH: "/dev/null" },
    });
    loud = page;
    page = quiet.page;
    await expectArticle(page, TITLE);
  });

  afterAll(async () => {
    page = loud;
    await quiet.close();
    await rm(quietHome, { recursive: true, force: true });
  });

  it("says so once when it is asked to play", async () => {
    expect(
      await page.evaluate(async () => (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "audiooutput")),
    ).toEqual([]);
    await watchMessages();
    await press("Control+Digit2");
    await soon(async () => expect(await problem()).toMatchObject({ title: "There is no sound.", actions: ["Play"] }));
    await expectPlaying(page, false);
    await soon(async () => expect((await messages()).filter((message) => message.startsWith("There is no sound."))).toHaveLength(1));
  });

  it("goes on without sound, captions and marks in step", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    const words = await expectWords(page, 12);
    expect(words.slice(0, 6).map(({ word }) => word)).toEqual(["The", "harbour", "opens", "again", "Mara", "Lindt"]);
    await soon(async () => expect((await look(page)).caption).toBe(FIRST));
    await soon(async () => expect((await look(page)).caption).toBe(SECOND));
    // Beeps of eight words and the pauses between them take seconds, with or without a device.
    expect((words[11]?.time ?? 0) - (words[0]?.time ?? 0)).toBeGreaterThan(2_000);
    expect(await problem()).toBeNull();
    expect((await messages()).filter((message) => message.startsWith("There is no sound."))).toHaveLength(1);
  });

  it("pauses and goes on in place, too", async () => {
    await press("Control+Digit2");
    const paused = await look(page);
    expect(paused.playing).toBe(false);
    await watchWords(page);
    await press("Control+Digit2");
    expect((await expectWords(page, 1))[0]).toMatchObject({ word: paused.word, sentence: paused.sentence });
  });
});
