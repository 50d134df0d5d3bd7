import { expect, it } from "vitest";
import { DEFAULT_SETTINGS, FILED_SETTINGS, SETTING_CHECKS } from "../../../src/model/index.ts";
import { settingLabel, settingValue } from "../../../src/ui/reading/setting-words.ts";
import { en } from "../../../src/words/en/index.ts";

it("has a name for every setting, and words for its value", () => {
  for (const name of FILED_SETTINGS) {
    expect(settingLabel(name)).toMatch(/\w/);
    expect(settingValue({ name }, DEFAULT_SETTINGS[name]), name).toMatch(/\S/);
  }
});

it("has words for each value that is one of a list", () => {
  const values = new Set(Object.keys(en).map((key) => key.split(".").slice(1).join(".")));
  for (const name of FILED_SETTINGS)
    for (const value of values)
      if (name !== "voice" && SETTING_CHECKS[name](value)) expect(settingValue({ name }, value), `${name} ${value}`).toMatch(/\S/);
});
