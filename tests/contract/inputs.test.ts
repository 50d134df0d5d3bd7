import { describe, expect, it } from "vitest";
import { inputs } from "../../src/contract/index.ts";

const ENTRY = { written: "Orla", spoken: "Or la", match: "word", lang: null, site: null, voice: null, ignoreCase: false } as const;

const good = {
  open: { kind: "address", address: "https://news.example/a", url: null, type: null, lang: null },
  recall: { article: "a0123456789abcdef" },
  articles: { limit: 20 },
  narrate: { article: "a0123456789abcdef", taste: { verbosity: "full", lang: "en" } },
  picture: { article: "a0123456789abcdef", block: "b12" },
  choose: { article: "a0123456789abcdef", text: "l3", stands: true },
  chooseAlways: { article: "a0123456789abcdef", text: "x-l3-0", always: true },
  siteRules: { article: "a0123456789abcdef" },
  dropSiteRule: { article: "a0123456789abcdef", rule: 4 },
  notices: {},
  voices: {},
  speak: { text: "Good morning.", voice: "espeak:en-us", rate: 1, pitch: 1 },
  settings: {},
  changeSettings: { textSize: 125, voice: null },
  keepPlace: { article: "a0123456789abcdef", place: { block: "title", offset: 0 } },
  lexicon: {},
  changeLexicon: { kind: "keep", entries: [ENTRY] },
  importLexicon: { text: "written,spoken" },
  exportLexicon: { format: "pls" },
  rehearse: { text: "Orla", lang: "en", article: null, voice: null, entry: ENTRY },
  explain: { article: "a0123456789abcdef", place: { block: "b1", offset: 3 } },
  spell: { text: "Orla", lang: "en", by: "letter" },
  shelf: {},
  getVoice: { name: "en_GB-alba-medium" },
  importVoice: { path: "/home/ana/Downloads/alba" },
  removeVoice: { name: "en_GB-alba-medium" },
  forgiveVoice: { name: "en_GB-alba-medium" },
  readVoices: { address: "https://voices.example/list.json" },
} as const;

const bad: Readonly<Record<keyof typeof good, readonly unknown[]>> = {
  open: [
    {},
    { kind: "address", address: "", url: null, type: null, lang: null },
    { ...good.open, extra: 1 },
    { ...good.open, lang: "$(x)" },
    null,
  ],
  recall: [{ article: "../../etc" }, { article: 1 }],
  articles: [{ limit: 0 }, { limit: 1.5 }, { limit: 1e9 }],
  narrate: [{ ...good.narrate, taste: { verbosity: "loud", lang: "en" } }],
  picture: [
    { ...good.picture, block: "b-1" },
    { ...good.picture, block: "__proto__" },
  ],
  choose: [
    { ...good.choose, text: "title" },
    { ...good.choose, text: "l3; DROP TABLE choice" },
    { ...good.choose, stands: 1 },
  ],
  chooseAlways: [{ ...good.chooseAlways, text: "x" }],
  siteRules: [{}],
  dropSiteRule: [{ ...good.dropSiteRule, rule: -1 }],
  notices: [{ all: true }],
  voices: [{ all: true }],
  speak: [
    { ...good.speak, rate: 9 },
    { ...good.speak, rate: Number.NaN },
    { ...good.speak, voice: "" },
    { ...good.speak, pitch: 3 },
  ],
  settings: [{ name: "theme" }],
  changeSettings: [{ theme: "pink" }, { textSize: "100" }, { rate: 0 }, { unknown: 1 }],
  keepPlace: [{ ...good.keepPlace, place: { block: "title", offset: -1 } }],
  lexicon: [{ all: true }],
  changeLexicon: [
    { kind: "keep", entries: [{ ...ENTRY, match: "shout" }] },
    { kind: "keep", entries: [{ ...ENTRY, written: "a".repeat(3000) }] },
    { kind: "move", id: 1, by: 2 },
    { kind: "remove", ids: ["1; DROP TABLE lexicon"] },
    { kind: "drop" },
  ],
  importLexicon: [{ path: "/etc/passwd" }],
  exportLexicon: [{ format: "exe" }],
  rehearse: [{ ...good.rehearse, lang: "$(x)" }],
  explain: [{ ...good.explain, place: { block: "b1", offset: 0.5 } }],
  spell: [{ ...good.spell, by: "shout" }],
  shelf: [{ all: true }],
  getVoice: [{ name: "../en_GB" }, { name: "" }, { name: ".hidden" }],
  importVoice: [{ path: "" }, { path: 3 }],
  removeVoice: [{ name: "a/b" }, { name: ".." }, { name: "a".repeat(100) }],
  forgiveVoice: [{ name: "a\\b" }],
  readVoices: [{ address: "" }],
};

describe("what the host believes", () => {
  it.each(Object.keys(inputs) as (keyof typeof good)[])("%s", (method) => {
    expect(inputs[method].parse.safeParse(good[method]).success).toBe(true);
    for (const input of bad[method]) expect(inputs[method].parse.safeParse(input).success, JSON.stringify(input)).toBe(false);
  });
});
