import { IntlMessageFormat } from "intl-messageformat";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "../../src/words/en/index.ts";
import {
  checkWords,
  chordLabel,
  INTERFACE_LANGUAGES,
  interfaceDirection,
  interfaceLanguage,
  type MessageKey,
  noticeWords,
  shareWords,
  sizeOf,
  speakLanguage,
  words,
} from "../../src/words/index.ts";

const KEYS = (Object.keys(en) as MessageKey[]).filter((key) => !key.startsWith("terminal."));

/** What a parsed message is made of, as far as it matters here. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const LITERAL = 0;
const POUND = 7;
const PLURAL = 6;

/** The names of the values that a message takes. */
function namesOf(parts: readonly Part[], into = new Set<string>()): ReadonlySet<string> {
  for (const part of parts) {
    if (part.type !== LITERAL && part.type !== POUND && part.value !== undefined) into.add(part.value);
    for (const option of Object.values(part.options ?? {})) namesOf(option.value, into);
  }
  return into;
}

/** The categories that the plurals of a message tell apart. */
function pluralsOf(parts: readonly Part[], into: string[][] = []): readonly (readonly string[])[] {
  for (const { type, options = {} } of parts) {
    if (type === PLURAL) into.push(Object.keys(options));
    for (const option of Object.values(options)) pluralsOf(option.value, into);
  }
  return into;
}

/** The counts that share a category, and are therefore lost where its words don't tell the number: each plural's category and value. */
function lostIn(parts: readonly Part[], rules: Intl.PluralRules, into: string[] = []): readonly string[] {
  for (const { type, value = "", options = {} } of parts) {
    for (const [category, option] of Object.entries(options)) {
      const own = type === PLURAL && !category.startsWith("=");
      const counts = own ? COUNTS.filter((count) => !(`=${count}` in options) && rules.select(count) === category) : [];
      const tells = option.value.some((part) => part.type === POUND) || namesOf(option.value).has(value);
      if (counts.length > 1 && !tells && category !== "other") into.push(`${value} ${category}: ${counts.slice(0, 4)}`);
      lostIn(option.value, rules, into);
    }
  }
  return into;
}
const COUNTS = Array.from({ length: 200 }, (_, index) => index + 1);

const parse = (message: string, lang: string): readonly Part[] =>
  new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst() as unknown as readonly Part[];

/** A language's messages, as the interface gives them. */
async function messagesOf(lang: string): Promise<Readonly<Record<string, string>>> {
  if (lang === "en") return en;
  const found = (await import(`../../src/words/${lang}/index.ts`)) as { readonly words: Readonly<Record<string, string>> };
  return found.words;
}

/** Names and signs that are the same in many languages. */
const MOST_ALIKE = 0.12;

/** Messages that send a person to menus, commands and buttons by their names. */
const NAMED: Readonly<Partial<Record<MessageKey, readonly MessageKey[]>>> = {
  "update.where": ["menu.help", "command.lookForUpdate"],
  "diagnostics.offer": ["menu.help", "command.diagnostics"],
  "check.full.next": ["settings.title", "settings.library"],
  "editions.none": ["menu.file", "edition.title"],
  "bulletin.none": ["menu.listen"],
  "leave.hint": ["audit.open"],
  "failure.no-file.next": ["command.openFile"],
  "failure.engine.next": ["player.play"],
  "lexicon.none": ["command.fixPronunciation"],
  "entry.missingSpoken": ["entry.silence"],
};

afterEach(async () => {
  await speakLanguage("en");
});

describe.each(INTERFACE_LANGUAGES)("the interface in %s", (lang) => {
  it("has every message, takes the same values, and knows the language's plurals", async () => {
    const messages = await messagesOf(lang);
    const rules = new Intl.PluralRules(lang);
    const categories = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    const wrong: string[] = [];
    for (const key of KEYS) {
      const message = messages[key];
      if (message === undefined || message.trim() === "") {
        wrong.push(`${key}: is missing`);
        continue;
      }
      try {
        const names = [...namesOf(parse(message, lang))].sort().join();
        const wanted = [...namesOf(parse(en[key], "en"))].sort().join();
        if (names !== wanted) wrong.push(`${key}: takes ${names || "nothing"}, not ${wanted || "nothing"}`);
        for (const lost of lostIn(parse(message, lang), rules)) wrong.push(`${key}: ${lost} are one`);
        // Numbers that are no whole ones are no counts of anything here.
        for (const options of pluralsOf(parse(message, lang)))
          for (const category of categories)
            if (!options.includes(category) && !options.includes("other")) wrong.push(`${key}: has no plural for ${category}`);
      } catch (thrown) {
        wrong.push(`${key}: ${String(thrown)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(messages).filter((key) => !(key in en))).toEqual([]);
  });

  it("has what a button shows in the name that it has for a screen reader (WCAG 2.2, 2.5.3)", async () => {
    const messages = await messagesOf(lang);
    const named = KEYS.flatMap((key) => {
      const shown = key.replace(/(Of|Named)$/, "") as MessageKey;
      return shown !== key && shown in en ? [{ key, shown }] : [];
    });
    expect(named.length).toBeGreaterThan(8);
    const plain = (text: string | undefined): string => (text ?? "").toLocaleLowerCase(lang).replace(/[:\s]+/g, " ");
    expect(
      named.flatMap(({ key, shown }) =>
        plain(messages[key]).includes(plain(messages[shown])) ? [] : [`${messages[shown]}: ${messages[key]}`],
      ),
    ).toEqual([]);
  });

  it("calls menus, commands and buttons by their names where it sends somebody to them", async () => {
    const messages = await messagesOf(lang);
    const plain = (key: string): string => (messages[key] ?? "").toLocaleLowerCase(lang);
    expect(
      Object.entries(NAMED).flatMap(([key, names]) =>
        names.flatMap((name) => (plain(key).includes(plain(name)) ? [] : [`${key}: ${name}`])),
      ),
    ).toEqual([]);
  });

  it("is spoken once it is wanted, and turns the right way", async () => {
    expect(await speakLanguage(`${lang}-XX`)).toBe(lang);
    expect(interfaceLanguage()).toBe(lang);
    expect(interfaceDirection()).toBe(["ar", "fa"].includes(lang) ? "rtl" : "ltr");
    expect(words("header.open")).toBe((await messagesOf(lang))["header.open"]);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) expect(words("find.count", { count })).toMatch(/\S/);
  });
});

describe.each(["ar", "fa"])("the interface in %s, read from the right", (lang) => {
  it("keeps the signs of its own addresses, files and options on their side", async () => {
    // A sign at the edge of what is Latin goes to the other side of it, unless a mark holds it.
    const loose = /(?<=^|[\s«"])(?:[.~/]|--)[A-Za-z]|:\/\/(?![A-Za-z\u200e])/;
    const messages = await messagesOf(lang);
    expect(KEYS.filter((key) => loose.test(messages[key] ?? ""))).toEqual([]);
  });

  it("keeps paths and keys as they are written", async () => {
    const chord = { mod: true, shift: true, by: "code", key: "Comma" } as const;
    const folder = "/home/reader/Lectern";
    const inOrder = (text: string): string => `\u2066${text}\u2069`;
    await speakLanguage(lang);
    expect(chordLabel(chord, false)).toBe(inOrder("Ctrl+Shift+,"));
    expect(shareWords({ folder, others: 0, works: false })).toContain(inOrder(folder));
    expect(checkWords({ what: "disk", state: "wrong", says: "check.no-write", values: { folder } }).message).toContain(inOrder(folder));
    expect(noticeWords({ kind: "library-set-aside", file: `${folder}/library` })).toContain(inOrder(`${folder}/library`));
    await speakLanguage("en");
    expect(chordLabel(chord, false)).toBe("Ctrl+Shift+,");
    expect(shareWords({ folder, others: 0, works: false })).not.toContain("\u2066");
  });
});

describe("sizes", () => {
  it("are written out where their short forms are initials, with the digits of the messages", async () => {
    await speakLanguage("ar", ["ar-EG"]);
    expect([sizeOf(12_000_000), sizeOf(1_500_000_000)]).toEqual(["12 ميغابايت", "1.5 غيغابايت"]);
    await speakLanguage("en");
    expect(sizeOf(12_000_000)).toBe("12 MB");
  });
});

describe.each(INTERFACE_LANGUAGES.filter((lang) => lang !== "en"))("the interface in %s", (lang) => {
  it("is written, not left in English", async () => {
    const messages = await messagesOf(lang);
    const alike = KEYS.filter((key) => messages[key] === en[key] && /\p{L}{3}/u.test(en[key].replace(/\{[^}]*\}/g, "")));
    expect(alike.length / KEYS.length, alike.join(", ")).toBeLessThan(MOST_ALIKE);
  });
});

describe("a language that nobody wrote", () => {
  it("is English", async () => {
    expect(await speakLanguage("eo")).toBe("en");
    expect(words("header.open")).toBe(en["header.open"]);
  });
});
