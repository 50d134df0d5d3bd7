import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CommandId } from "../../src/contract/index.ts";
import { dialogOf, expectArticle, expectCaption, expectDialog, expectPlaying, look, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The ferry sails again";
const PAGE = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>
<p>The Orla Coast Guard (OCG) met Ada Quill in Harlby on Monday. The boats of the OCG were painted white by the people of Harlby.</p>
<p>Nobody had asked them to do it. They had done it in one night, with all the paint that the town had left.</p>
</article></body></html>`;
const FIRST = "The Orla Coast Guard (OCG) met Ada Quill in Harlby on Monday.";
const SECOND = "The boats of the OCG were painted white by the people of Harlby.";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const click = (id: CommandId): Promise<void> =>
  lectern.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
const notice = async (): Promise<string> => (await look(page)).notice;
const field = (label: string): ReturnType<Page["getByLabel"]> => dialogOf(page).getByLabel(label, { exact: true });
const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.textContent ?? "");

/** What the voice was asked to say, in order, since the last look. */
const asked = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { asked: string[] }).asked.splice(0));

beforeAll(async () => {
  site = await openSite({
    "/ferry": (_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(PAGE);
    },
  });
  home = await makeHome({ voice: BEEPS, rate: 3 });
  lectern = await launch({ home, args: [`${site.address}/ferry`] });
  page = lectern.page;
  await expectArticle(page, TITLE);
  // The page's line to the host is the one door of speech: what goes through it is what sounds.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { asked: said });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      const text = JSON.stringify(args[0] ?? null);
      if (text.includes('"speak"')) said.push(/"text":"((?:[^"\\\\]|\\\\.)*)"/.exec(text)?.[1] ?? text);
      return (post as (...all: unknown[]) => void).apply(this, args);
    };
  });
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

beforeEach(async () => {
  for (let presses = 0; presses < 3 && (await dialogOf(page).count()) > 0; presses += 1) await press("Escape");
  await expectDialog(page, null);
  if ((await look(page)).playing) await press("Control+Digit4");
  await expectPlaying(page, false);
  for (let presses = 0; presses < 12 && (await look(page)).caption !== FIRST; presses += 1)
    await press((await look(page)).caption === TITLE ? "Control+Digit3" : "Control+Digit1");
  await expectCaption(page, FIRST);
});

/** Puts the caret into a word, as a person or a screen reader does. */
const putCaret = (word: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector("[data-article] p:last-of-type")?.parentElement ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.lastIndexOf(wanted);
      if (at >= 0) getSelection()?.collapse(node, at);
      if (at >= 0) return;
    }
  }, word);

describe("fixing a pronunciation", () => {
  it("takes two keys and a word: it is heard, kept, and the sentence is read again", async () => {
    await putCaret("Harlby");
    await press("Control+Digit7");
    await expectDialog(page, "Fix a pronunciation");
    expect(await field("Word on the page").inputValue()).toBe("Harlby");
    expect(await field("Say it as").evaluate((element) => element === document.activeElement)).toBe(true);
    await asked();
    await page.keyboard.type("Harl bee");
    // Heard without another key, once typing stops.
    await soon(async () => expect(await asked()).toContain("Harl bee"));
    await press("Enter");
    await expectDialog(page, null);
    await expectCaption(page, SECOND);
    await soon(async () => expect((await asked()).join(" ")).toContain("people of Harl bee"));
  });

  it("goes through the sentence's words with the arrow keys", async () => {
    await press("Control+Digit7");
    await expectDialog(page, "Fix a pronunciation");
    await press("Shift+Tab");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(await field("Word on the page").inputValue()).toBe("Coast");
  });

  it("changes nothing with Escape, and the reading goes on", async () => {
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+Digit7");
    await expectDialog(page, "Fix a pronunciation");
    await expectPlaying(page, false);
    await press("Escape");
    await expectDialog(page, null);
    await expectPlaying(page, true);
  });

  it("keeps nothing when nothing was written, says so, and the reading goes on", async () => {
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+Digit7");
    await expectDialog(page, "Fix a pronunciation");
    await expectPlaying(page, false);
    await press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await notice()).toBe("Nothing was changed."));
    await expectPlaying(page, true);
    await click("lexicon");
    await expectDialog(page, "Pronunciations");
    expect(await dialogOf(page).textContent()).not.toContain("nothing is said");
  });

  it("says what is missing", async () => {
    await press("Control+Digit7");
    await expectDialog(page, "Fix a pronunciation");
    await field("Word on the page").fill(" ");
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("Write the word that the page shows."));
  });
});

describe("keyboard help", () => {
  it("has every command, those without a key by their menu", async () => {
    await press("F1");
    await expectDialog(page, "Keys");
    for (const [command, way] of [
      ["Leave out this passage", "View menu"],
      ["Sleep timer: change", "Listen menu"],
      ["Pronunciations", "Listen menu"],
      ["Fix a pronunciation", "Ctrl+7"],
    ] as const)
      expect(
        await dialogOf(page)
          .getByRole("row", { name: `${command} ${way}`, exact: true })
          .count(),
      ).toBe(1);
  });
});

describe("a short name", () => {
  it("is explained from the article, and the reading goes on where it was", async () => {
    await putCaret("OCG were");
    await press("Control+Digit6");
    await soon(async () => expect(await notice()).toBe("OCG: Orla Coast Guard."));
    expect((await asked()).at(-1)).toBe("OCG: Orla Coast Guard.");
    await putCaret("Nobody had");
    await press("Control+Digit6");
    await soon(async () => expect(await notice()).toBe("The article explains no short name in this sentence."));
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+Digit6");
    await soon(async () => expect(await notice()).not.toBe(""));
    await expectPlaying(page, true);
  });
});

describe("the sentence", () => {
  it("is said again, word by word, then letter by letter, when Ctrl+5 is pressed again at once", async () => {
    await asked();
    await press("Control+Digit5");
    await expectPlaying(page, true);
    await page.keyboard.down("Control");
    await press("Digit5");
    await page.keyboard.up("Control");
    await soon(async () => expect((await asked()).join(" ")).toContain("The. Orla. Coast. Guard."));
    await expectCaption(page, FIRST);
    await press("Control+Digit4");
    await click("spellLetters");
    await soon(async () => expect((await asked()).join(" ")).toContain("capital T, h, e, space, capital O"));
    await expectPlaying(page, false);
    await expectCaption(page, FIRST);
  });
});

describe("after a break", () => {
  /** Lets time pass that nobody has. */
  const pass = (seconds: number): Promise<void> =>
    page.evaluate((more) => {
      const now = Date.now;
      Date.now = () => now() + more * 1000;
    }, seconds);
  const pauseAt = async (caption: string): Promise<void> => {
    await press("Control+Digit2");
    await expectCaption(page, caption);
    await press("Control+Digit2");
    await expectPlaying(page, false);
    await expectCaption(page, caption);
  };

  it("the reading goes on further back, the longer it was", async () => {
    await pauseAt(SECOND);
    await pass(3 * 3600);
    await asked();
    await press("Control+Digit2");
    await expectCaption(page, FIRST);
    await press("Control+Digit4");
    await pauseAt(SECOND);
    await pass(10 * 86_400);
    await asked();
    await press("Control+Digit2");
    await soon(async () => expect((await asked()).join(" ")).toContain(`${TITLE}.`));
    await expectPlaying(page, true);
  });

  it("goes on from where the listener went instead", async () => {
    await pauseAt(FIRST);
    await press("Control+Digit3");
    await expectCaption(page, SECOND);
    await pass(3 * 3600);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    expect((await look(page)).caption).not.toBe(FIRST);
  });
});

describe("the list of pronunciations", () => {
  const open = async (): Promise<void> => {
    await click("lexicon");
    await expectDialog(page, "Pronunciations");
  };

  it("adds, finds, changes and deletes, and a deletion is undone, by keyboard", async () => {
    await open();
    await dialogOf(page).getByRole("button", { name: "Add an entry" }).focus();
    await press("Enter");
    await page.keyboard.type("Quill");
    await press("Tab");
    await page.keyboard.type("Kwill");
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("Kept Quill."));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("lexicon-search");
    await page.keyboard.type("kwi");
    await soon(async () => expect(await dialogOf(page).getByRole("list").getByRole("button").allTextContents()).toEqual(["Quill: Kwill"]));
    await dialogOf(page).getByRole("button", { name: "Quill: Kwill" }).focus();
    await press("Delete");
    await soon(async () => expect(await focused()).toBe("Undo"));
    expect(await dialogOf(page).textContent()).toContain("Deleted Quill.");
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("Quill is back."));
    await dialogOf(page).getByRole("button", { name: "Quill: Kwill" }).click();
    expect(await field("Word on the page").evaluate((element) => element === document.activeElement)).toBe(true);
    await field("Word on the page").fill("(Quill");
    await field("Find it").selectOption("expression");
    await dialogOf(page).getByRole("button", { name: "Keep" }).click();
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("is no expression"));
    await press("Escape");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("lexicon-search"));
    // The first clears what is searched for.
    await press("Escape");
    await press("Escape");
    await expectDialog(page, null);
  });

  it("takes and writes files, and names the lines of what can't be used", async () => {
    const given = join(site.folder, "given.csv");
    const made = join(site.folder, "made.pls");
    await writeFile(given, "written,spoken,match\nMonday,Moonday,\n(,x,expression\n");
    await lectern.app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [paths.given] })) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath: paths.made })) as typeof dialog.showSaveDialog;
      },
      { given, made },
    );
    await open();
    await dialogOf(page).getByRole("button", { name: "Import a file…" }).click();
    await soon(async () => expect(await dialogOf(page).textContent()).toMatch(/1 entry was taken\. 1 entry was left out:.*Line 3: /));
    await dialogOf(page).getByRole("button", { name: "Export as PLS…" }).click();
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("Saved."));
    expect(await readFile(made, "utf8")).toContain("<grapheme>Monday</grapheme><alias>Moonday</alias>");
  });
});
