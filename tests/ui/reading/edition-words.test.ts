import { afterEach, describe, expect, it } from "vitest";
import type { EditionJob, EditionJobId, EditionJobState } from "../../../src/model/index.ts";
import { editionNotice, editionWords } from "../../../src/ui/reading/edition-words.ts";
import { speakLanguage } from "../../../src/words/index.ts";

const job = (state: EditionJobState, missing = 0): EditionJob => ({
  id: "0000000000000001" as EditionJobId,
  title: "This morning",
  format: "mp3",
  articles: 3,
  missing,
  file: "/home/ana/Music/This morning.mp3",
  state,
});
const MADE = { kind: "made", bytes: 4_200_000, seconds: 750, ended: "2026-06-01T08:00:00Z", hasPlaces: true } as const;

afterEach(async () => {
  await speakLanguage("en");
});

describe("how far an edition is", () => {
  it.each<[EditionJobState, string]>([
    [{ kind: "waiting" }, "Waits for the one before"],
    [{ kind: "gathering", done: 2, all: 3 }, "Fetching articles: 2 of 3"],
    [{ kind: "making", done: 0.123, left: null }, "12% made"],
    [{ kind: "making", done: 0.5, left: 61 }, "50% made, about 2 minutes left"],
    // It is not made before its file is there.
    [{ kind: "making", done: 1, left: 0 }, "99% made, about 1 minute left"],
    [{ kind: "paused" }, "Paused"],
    [{ kind: "failed", problem: "disk-full" }, "The disk is full. Make room, or choose another folder, then go on."],
    [MADE, "Ready: /home/ana/Music/This morning.mp3, 4 MB, 13 minutes"],
    [{ ...MADE, seconds: 0 }, "Ready: /home/ana/Music/This morning.mp3, 4 MB"],
  ])("%j", (state, text) => expect(editionWords(job(state))).toBe(text));

  it("tells of what is missing, and what to do where it failed", () => {
    expect(editionNotice(job(MADE, 1))).toBe(
      "“This morning” is ready: /home/ana/Music/This morning.mp3. 1 article could not be had and is not in it.",
    );
    expect(editionNotice(job({ kind: "failed", problem: "no-folder" }))).toBe(
      "“This morning” is not made. The folder is gone. Put its disk back, or choose another folder.",
    );
  });

  it("keeps a path together among words from right to left", async () => {
    await speakLanguage("ar");
    expect(editionWords(job(MADE))).toContain("\u2066/home/ana/Music/This morning.mp3\u2069");
  });
});
