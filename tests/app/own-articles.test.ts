import { afterEach, describe, expect, it } from "vitest";
import { helpSource } from "../../src/app/help.ts";
import { HELP_ARTICLES, helpAddress, welcomeAddress } from "../../src/contract/index.ts";
import { extractArticle } from "../../src/extract/index.ts";
import type { Article, OwnKeys } from "../../src/model/index.ts";
import { INTERFACE_LANGUAGES, speakLanguage } from "../../src/words/index.ts";

afterEach(() => speakLanguage("en"));

const read = async (address: string, own: OwnKeys = {}): Promise<{ readonly text: string; readonly lang: string | null }> => {
  const source = await helpSource(address, own, null);
  if (!source) throw new Error("No such article");
  return { text: new TextDecoder().decode(source.bytes), lang: source.lang };
};

describe("the first article", () => {
  it.each(INTERFACE_LANGUAGES)("is in the language of the interface, with its headings and keys: %s", async (lang) => {
    await speakLanguage(lang);
    const { text, lang: of } = await read(welcomeAddress(false));
    expect(of).toBe(lang);
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.match(/^## /gm)).toHaveLength(5);
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text).toMatch(/(Control|Steuerung|Contrôle) 2/);
    // Writings without spaces have none where keys were put in.
    expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
    if (lang !== "en") expect(text).not.toMatch(/Shift (comma|period)|(left|right) arrow/);
  });

  it("names the listener's own keys, and the menu where a command has none", async () => {
    const own: OwnKeys = { play: [{ by: "key", key: "F9", mod: true }], explain: [] };
    const { text } = await read(welcomeAddress(false), own);
    expect(text).toContain("press Control F9, and it is read aloud");
    expect(text).not.toContain("Control 2");
    expect(text).toContain("What is this short name? (Listen menu) says what a short name stands for");
  });

  it("names the keys of the system", async () => {
    expect((await read(welcomeAddress(true))).text).toContain("press Cmd 2");
    expect((await read(welcomeAddress(false))).text).toContain("Control Shift period is faster, Control Shift comma is slower");
    expect((await read(welcomeAddress(false))).text).toContain("Alt right arrow and Alt left arrow go by paragraph");
  });
});

describe("the help", () => {
  it.each(INTERFACE_LANGUAGES)("is in the language of the interface, and knows every command that it names: %s", async (lang) => {
    await speakLanguage(lang);
    for (const name of HELP_ARTICLES) {
      const { text, lang: of } = await read(helpAddress(name, false));
      expect(of, name).toBe(lang);
      expect(text, name).toMatch(/^# \S/);
      expect(text, name).not.toMatch(/[{}]|undefined/);
      expect(text, name).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
    }
  });

  it("names the listener's own keys", async () => {
    const { text } = await read(helpAddress("start", false), { find: [{ by: "key", key: "F4", mod: true }] });
    expect(text).toContain("find words in it with Control F4");
  });

  it("calls keys and menus as the language does", async () => {
    await speakLanguage("de");
    const own: OwnKeys = { find: [{ by: "key", key: "ArrowUp", mod: true }], largerText: [] };
    const { text } = await read(helpAddress("start", false), own);
    expect(text).toContain("Steuerung Pfeil hoch");
    expect(text).toContain("Größerer Text (Menü Ansicht)");
  });

  it("is of one language, also where another is spoken while it is read from the disk", async () => {
    await speakLanguage("de");
    const reading = read(helpAddress("start", false), { find: [] });
    await speakLanguage("es");
    const { text, lang } = await reading;
    expect(lang).toBe("de");
    expect(text).toContain("(Menü Bearbeiten)");
  });

  it("says of what follows a long article's head that it is in English", async () => {
    await speakLanguage("zh");
    const list = async (): Promise<string> => "## Packages\n\n- one 1\\.0, MIT\n\nAll rights reserved.\n";
    const source = await helpSource(helpAddress("notices", false), {}, list);
    expect(new TextDecoder().decode(source?.bytes)).toMatch(
      /\p{Script=Han}[\s\S]*\n## <span lang="en">Packages<\/span>\n\n- <span lang="en">one 1\\\.0, MIT<\/span>\n\n<span lang="en">All rights reserved\.<\/span>\n$/u,
    );
  });
});

describe("nothing is left out of Lectern's own articles", () => {
  const article = async (address: string, list: (() => Promise<string>) | null): Promise<Article> => {
    const source = await helpSource(address, {}, list);
    if (!source) throw new Error("No such article");
    return await extractArticle(source);
  };

  it.each(INTERFACE_LANGUAGES)("in %s", async (lang) => {
    await speakLanguage(lang);
    for (const address of [welcomeAddress(false), ...HELP_ARTICLES.map((name) => helpAddress(name, false))]) {
      const { title, blocks, audit } = await article(address, null);
      const lines = (await read(address)).text.split("\n").filter((line) => line !== "");
      expect([title, ...blocks.map(({ text }) => text)], address).toEqual(lines.map((line) => line.replace(/^(?:#+|-) /, "")));
      expect(audit.left, address).toEqual([]);
    }
  });

  it("not even what would be around the text of a page, in the licences", async () => {
    const lines = [
      "Copyright (c) 2014 Nobody",
      "(c) You must retain all copyright notices.",
      "http://www.apache.example/licenses/",
      "Share",
      "© 2014",
    ];
    const list = async (): Promise<string> => `## The licences\n\n### one\n\n${lines.join("\n\n")}\n`;
    for (const lang of ["en", "zh"] as const) {
      await speakLanguage(lang);
      const { blocks, audit } = await article(helpAddress("notices", false), list);
      expect(blocks.slice(-lines.length).map(({ text }) => text)).toEqual(lines);
      expect(audit.left).toEqual([]);
    }
  });
});
