import { afterEach, describe, expect, it } from "vitest";
import type { HelpName } from "../../src/words/index.ts";
import { helpIn, helpTitles, INTERFACE_LANGUAGES, type MessageKey, speakLanguage, words } from "../../src/words/index.ts";

afterEach(() => speakLanguage("en"));

const english = await helpIn("en");
const NAMES = Object.keys(english) as HelpName[];
const CASES = INTERFACE_LANGUAGES.flatMap((lang) => NAMES.map((name) => [lang, name] as const));
const OTHERS = CASES.filter(([lang]) => lang !== "en");

/** The commands that a text names, each as often as it does. */
const commandsIn = (text: string): readonly string[] => (text.match(/\{[^}]*\}/g) ?? []).sort();
/** How its lines begin: "# ", "## ", a paragraph, or nothing. */
const linesOf = (text: string): string => text.replace(/^(?:(#+ )|.).*$/gm, (_line, heading: string | undefined) => heading ?? "text");
/** Its sentences, and what is between its commands, of three words or more: a name alone may be the same in every language. */
const phrasesIn = (text: string): readonly string[] =>
  text
    .split(/\n|(?<=[.!?:;,]) |\{\w+\}/)
    .map((phrase) => phrase.replace(/^#+ /, "").trim())
    .filter((phrase) => phrase.split(" ").length > 2);

/** The menus, commands, buttons and settings that an article sends somebody to. */
const NAMED: Readonly<Record<HelpName, readonly MessageKey[]>> = {
  start: ["menu.view"],
  readers: ["command.playHere", "menu.help", "command.changeKeys"],
  voices: ["menu.listen", "command.voices", "settings.hearVoice"],
  library: ["menu.listen"],
  offline: [
    "menu.file",
    "command.makeReady",
    "news.state.kept",
    "ready.keep",
    "news.state.ready",
    "command.readyState",
    "settings.news",
    "editions.title",
  ],
  trouble: ["menu.view", "command.leaveOut", "menu.help", "command.changeKeys", "safe.leave", "command.diagnostics", "settings.library"],
  privacy: ["settings.library"],
  notices: [],
};

describe.each(CASES)("the help in %s: %s", (lang, name) => {
  it("has the parts and names the commands that it has in English", async () => {
    const text = (await helpIn(lang))[name];
    expect(text).toMatch(/^# \S/);
    expect(linesOf(text)).toBe(linesOf(english[name]));
    expect(commandsIn(text)).toEqual(commandsIn(english[name]));
  });

  it("calls menus, commands, buttons and settings by their names", async () => {
    await speakLanguage(lang);
    const text = (await helpIn(lang))[name].toLocaleLowerCase(lang);
    expect(NAMED[name].map((key) => words(key)).filter((one) => !text.includes(one.toLocaleLowerCase(lang)))).toEqual([]);
  });
});

describe.each(OTHERS)("the help in %s: %s", (lang, name) => {
  it("has nothing left in English", async () => {
    const text = (await helpIn(lang))[name];
    expect(phrasesIn(english[name]).length).toBeGreaterThan(5);
    expect(phrasesIn(english[name]).filter((phrase) => text.includes(phrase))).toEqual([]);
  });
});

describe.each(INTERFACE_LANGUAGES)("the help in %s", (lang) => {
  it("has no sign that the language's other words do not have", async () => {
    await speakLanguage(lang);
    const signs = (text: string): ReadonlySet<string> => new Set(text.match(/[^\p{L}\p{M}\p{N}]/gu) ?? []);
    const { words: all } =
      lang === "en" ? { words: (await import("../../src/words/en/index.ts")).en } : await import(`../../src/words/${lang}/index.ts`);
    const known = signs(Object.values(all).join(""));
    const text = Object.values(await helpIn(lang)).join("");
    expect([...signs(text)].filter((sign) => !known.has(sign))).toEqual([]);
  });

  it("has titles, each of its own", async () => {
    await speakLanguage(lang);
    const titles = Object.entries(await helpTitles());
    expect(titles.map(([name]) => name)).toEqual(NAMES);
    expect(new Set(titles.map(([, title]) => title)).size).toBe(NAMES.length);
    for (const [, title] of titles) expect(title).toMatch(/^[^#\n{}]+$/);
  });
});

describe.each(["ar", "fa"] as const)("the help in %s, read from the right", (lang) => {
  it("keeps the signs of options and files on their side", async () => {
    // A sign at the edge of what is Latin goes to the other side of it, unless a mark or something Latin before it holds it.
    const loose = /(?<=^|(?<![A-Za-z])[\s«"])(?:[.~/]|--)[A-Za-z]/;
    expect(Object.values(await helpIn(lang)).filter((text) => loose.test(text))).toEqual([]);
  });
});

it("shows its titles in a language that nobody speaks", async () => {
  await speakLanguage("en-XA");
  expect((await helpTitles()).privacy).toBe("⟦Prîîvààçý⟧");
});
