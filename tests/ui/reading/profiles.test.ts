import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, isProfiles, type Settings } from "../../../src/model/index.ts";
import { broughtBack, changeOf, profileAfter, profileOf, withProfile } from "../../../src/ui/reading/profiles.ts";

const evening: Settings = { ...DEFAULT_SETTINGS, theme: "sepia", rate: 0.9, voiceMode: "app" };

describe("a profile", () => {
  it("has how text looks and sounds, and nothing else", () => {
    const profile = profileOf("evening", evening);
    expect(isProfiles([profile])).toBe(true);
    const change = changeOf(profile);
    expect(change).toMatchObject({ theme: "sepia", rate: 0.9, lineSpacing: 1.6 });
    for (const name of ["voiceMode", "keys", "profiles", "mediaKeys"]) expect(change).not.toHaveProperty(name);
  });

  it("leaves out what can't be believed", () => {
    expect(changeOf({ name: "odd", settings: { theme: "pink", rate: 2, keys: {}, unknown: 1 } })).toEqual({ rate: 2 });
    expect(isProfiles([{ name: "odd", settings: { keys: {} } }])).toBe(false);
    expect(isProfiles([{ name: " ", settings: {} }])).toBe(false);
    expect(isProfiles([profileOf("a", evening), profileOf("a", evening)])).toBe(false);
  });

  it("takes the place of the one of its name", () => {
    const first = withProfile([], profileOf("evening", DEFAULT_SETTINGS));
    const second = withProfile(first, profileOf("evening", evening));
    expect(second).toHaveLength(1);
    expect(changeOf(second[0] ?? profileOf("", DEFAULT_SETTINGS))).toMatchObject({ theme: "sepia" });
  });

  it("comes after the one that is set, round and round", () => {
    const profiles = [profileOf("day", DEFAULT_SETTINGS), profileOf("evening", evening)];
    expect(profileAfter(profiles, DEFAULT_SETTINGS)?.name).toBe("evening");
    expect(profileAfter(profiles, { ...DEFAULT_SETTINGS, ...evening })?.name).toBe("day");
    expect(profileAfter(profiles, { ...DEFAULT_SETTINGS, rate: 3 })?.name).toBe("day");
    expect(profileAfter([], DEFAULT_SETTINGS)).toBeNull();
  });
});

it("brings a deleted profile back to its place, and leaves those of since alone", () => {
  const [train, night, desk, later] = ["Train", "Night", "Desk", "Later"].map((name) => ({ name, settings: { rate: 1 } }));
  if (!train || !night || !desk || !later) throw new Error("too few");
  const before = [train, night, desk];
  const after = [train, desk];
  expect(broughtBack(after, before, after)).toEqual(before);
  expect(broughtBack([...after, later], before, after)).toEqual([...before, later]);
  // Twice is as once.
  expect(broughtBack(before, before, after)).toEqual(before);
  const replaced = withProfile(before, { name: "Night", settings: { rate: 2 } });
  expect(broughtBack(replaced, before, replaced)).toEqual(before);
});
