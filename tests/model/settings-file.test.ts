import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_SETTINGS,
  differencesOf,
  Failure,
  FILED_SETTINGS,
  firstOf,
  LONGEST_SETTINGS,
  nowOf,
  readSettings,
  SETTING_CHECKS,
  SETTING_SECTIONS,
  type SettingSection,
  type Settings,
  writeSettings,
} from "../../src/model/index.ts";

const mine: Settings = {
  ...DEFAULT_SETTINGS,
  theme: "yellow-on-black",
  rate: 2.5,
  keys: { faster: [{ mod: true, by: "key", key: "j" }] },
  profiles: [{ name: "evening", settings: { theme: "sepia" } }],
  quietHours: { from: "22:00", to: "07:00" },
  voiceMode: "app",
};
const codeOf = (text: string): string => {
  try {
    readSettings(text);
    return "read";
  } catch (thrown) {
    return thrown instanceof Failure ? thrown.code : "thrown";
  }
};

describe("a file of settings", () => {
  it("has everything, and gives it back", () => {
    const csv = "written,spoken\nSDF,S D F\n";
    const read = readSettings(writeSettings(mine, csv));
    const { ownServers, ...filed } = mine;
    expect(read.change).toEqual(filed);
    expect(read.refused).toEqual([]);
    expect(`${read.pronunciations}\n`).toBe(csv);
    expect(differencesOf(mine, read.change)).toEqual([]);
    expect(differencesOf(DEFAULT_SETTINGS, read.change).map(({ name }) => name)).toEqual(
      FILED_SETTINGS.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(DEFAULT_SETTINGS[name])),
    );
  });

  it("can be read by a person: a line for each setting", () => {
    const lines = writeSettings(mine, "").split("\n");
    expect(lines).toContain('    "theme": "yellow-on-black",');
    expect(lines).toContain('    "rate": 2.5,');
  });

  it("is not believed where it says what no window could say", () => {
    const odd = `{"lectern":"settings","settings":{"theme":"pink","rate":1e9,"voices":{"en\\u0000":"x"},"keys":{"play":"Ctrl+2"},"dark":true,
      "__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"pitch":1.2}}`;
    const { change, refused } = readSettings(odd);
    expect(change).toEqual({ pitch: 1.2 });
    expect(refused.toSorted()).toEqual(["__proto__", "constructor", "dark", "keys", "rate", "theme", "voices"]);
    expect(Object.getPrototypeOf(change)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("allows nothing that a person allows one by one, and gives none of it away", () => {
    const allowed = { ...mine, ownServers: ["http://nas.local:8080"] };
    expect(writeSettings(allowed, "")).not.toContain("nas.local");
    const file = JSON.stringify({ lectern: "settings", settings: { ownServers: ["http://192.168.0.1"] } });
    expect(readSettings(file)).toMatchObject({ change: {}, refused: ["ownServers"] });
  });

  it("does not ask again who speaks", () => {
    expect(readSettings(writeSettings(DEFAULT_SETTINGS, "")).change).not.toHaveProperty("voiceMode");
  });

  it.each([
    ["", "bad-input"],
    ["not json", "bad-input"],
    ["[]", "bad-input"],
    ["null", "bad-input"],
    ['{"settings":{}}', "bad-input"],
    ['{"lectern":"settings"}', "bad-input"],
    ['{"lectern":"settings","settings":[]}', "bad-input"],
    ["[".repeat(100_000), "bad-input"],
    [" ".repeat(LONGEST_SETTINGS + 1), "too-large"],
  ])("is refused where it is none (%#)", (text, code) => expect(codeOf(text)).toBe(code));

  it("tells only some of what it refuses, however much there is", () => {
    const settings = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}${"x".repeat(500)}`, 1]));
    const { refused } = readSettings(JSON.stringify({ lectern: "settings", settings }));
    expect(refused).toHaveLength(20);
    expect(Math.max(...refused.map(({ length }) => length))).toBe(60);
  });

  it("never gives what its checks refuse, whatever is in it", () => {
    const settings = fc.dictionary(fc.constantFrom<string>(...FILED_SETTINGS, "__proto__", "x"), fc.jsonValue());
    fc.assert(
      fc.property(settings, fc.jsonValue(), (found, pronunciations) => {
        const { change } = readSettings(JSON.stringify({ lectern: "settings", settings: found, pronunciations }));
        for (const name of FILED_SETTINGS) if (change[name] !== undefined) expect(SETTING_CHECKS[name](change[name])).toBe(true);
        expect(Object.keys(change).every((name) => name in DEFAULT_SETTINGS)).toBe(true);
      }),
    );
  });
});

describe("a section of the settings", () => {
  it.each(Object.keys(SETTING_SECTIONS) as SettingSection[])("%s is as at first, and comes back by undoing", (section) => {
    const change = firstOf(section) as Partial<Settings>;
    expect(Object.keys(change).length).toBeGreaterThan(0);
    expect({ ...mine, ...change, ...nowOf(mine, change) }).toEqual(mine);
    expect(differencesOf({ ...mine, ...change }, change)).toEqual([]);
  });

  it("is no one's twice", () => {
    const names = Object.values(SETTING_SECTIONS).flat();
    expect(new Set(names).size).toBe(names.length);
  });
});
