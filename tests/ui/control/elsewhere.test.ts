import { expect, it } from "vitest";
import { DEFAULT_SETTINGS, type NewsEvent } from "../../../src/model/index.ts";
import { followElsewhere } from "../../../src/ui/control/elsewhere.ts";
import { createWindowState } from "../../../src/ui/state.ts";

it("asks anew for what a command changed, and takes on only the settings that differ", async () => {
  const done: unknown[] = [];
  let tell = (_event: NewsEvent): void => {};
  followElsewhere({
    reader: { settings: async () => ({ ...DEFAULT_SETTINGS, rate: 2, voices: { en: "tone:beep" as never } }) },
    store: createWindowState(),
    newsLine: {
      listen(listener) {
        tell = listener;
        return () => {};
      },
    },
    adopt: (change) => done.push(change),
    narrateAgain: async () => void done.push("narrated"),
    learnVoices: () => Promise.reject(new Error("The host is away.")),
    listRecent: () => done.push("recent"),
    askQueue: () => done.push("queue"),
  });
  for (const part of ["voices", "lexicon", "articles", "news", "settings"] as const) tell({ kind: "changed", part });
  tell({ kind: "new", count: 1, feeds: [] });
  await expect.poll(() => done).toEqual(["narrated", "recent", "queue", { rate: 2, voices: { en: "tone:beep" } }]);
});
