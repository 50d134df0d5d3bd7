import { beforeEach, describe, expect, it } from "vitest";
import {
  type BreakingNews,
  DEFAULT_SETTINGS,
  type ItemId,
  type NewsEvent,
  type Settings,
  type VoiceMode,
} from "../../../src/model/index.ts";
import { type Announcer, createAnnouncer } from "../../../src/ui/control/announcer.ts";
import { tellBreaking } from "../../../src/ui/control/breaking.ts";
import { createWindowState } from "../../../src/ui/state.ts";

const CUE = { samples: new Float32Array(10), sampleRate: 48_000 };

let heard: string[];
let sounding: boolean;
let mode: VoiceMode;
let send: (event: NewsEvent) => void;
let set: (change: Partial<Settings>) => void;
let time: string;
let sentenceEnds: () => void;
let moment: () => void;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const news = (title: string, lang: string | null = null): BreakingNews => ({
  item: 1 as ItemId,
  source: "Harbour News",
  title,
  lang,
  found: "2026-03-02T08:00:00Z",
  article: null,
});
const tell = async (...all: readonly BreakingNews[]): Promise<void> => {
  for (const one of all) send({ kind: "breaking", news: one });
  await settled();
};

beforeEach(() => {
  heard = [];
  sounding = false;
  mode = "app";
  time = "2026-03-02T12:00:00";
  sentenceEnds = () => {};
  const store = createWindowState();
  set = (change) => store.set({ settings: { ...store.get().settings, ...change } });
  set({ ...DEFAULT_SETTINGS, breaking: "headline" });
  const announcer: Announcer = createAnnouncer({
    mode: () => mode,
    voice: {
      async say(text, how, lang) {
        heard.push(`${how?.cue ? "sound, " : ""}voice${lang ? ` ${lang}` : ""}: ${text}`);
      },
      hush: () => {},
    },
    region: { tell: (text) => heard.push(`reader: ${text}`) },
    sounding: () => sounding,
    hold: () => expect.unreachable(),
    show: () => {},
  });
  const listeners = new Set<(event: NewsEvent) => void>();
  send = (event) => {
    for (const listener of listeners) listener(event);
  };
  tellBreaking({
    store,
    announcer,
    newsLine: {
      listen(listener) {
        listeners.add(listener);
        return () => {};
      },
    },
    player: {
      halt(halted) {
        sentenceEnds = () => {
          sounding = false;
          heard.push("sentence ends");
          halted();
        };
      },
      play() {
        sounding = true;
        heard.push("next sentence");
      },
      subscribe(listener) {
        moment = () => listener({ state: "idle" });
        return () => {};
      },
    },
    sounding: () => sounding,
    mode: () => mode,
    cue: async () => CUE,
    now: () => new Date(time),
  });
});

describe("breaking news", () => {
  it("waits for the end of the sentence, and the reading goes on with the next", async () => {
    sounding = true;
    await tell(news("A ferry sinks"));
    expect(heard).toEqual([]);
    sentenceEnds();
    await settled();
    expect(heard).toEqual(["sentence ends", "sound, voice: A ferry sinks.", "next sentence"]);
  });

  it("is told at once when the listener pauses in between, and once", async () => {
    sounding = true;
    await tell(news("A ferry sinks"));
    sounding = false;
    moment();
    moment();
    await settled();
    expect(heard).toEqual(["sound, voice: A ferry sinks."]);
  });

  it.each([
    ["app", "headline", ["sound, voice: A ferry sinks."]],
    ["app", "sound", ["sound, voice: "]],
    ["shared", "headline", ["sound, voice: ", "reader: Breaking news: A ferry sinks."]],
    ["shared", "sound", ["sound, voice: "]],
    ["screen-reader", "headline", ["reader: Breaking news: A ferry sinks."]],
    ["screen-reader", "sound", ["reader: Breaking news: A ferry sinks."]],
    ["app", "off", []],
  ] as const)("beside the reading is told by who serves the interface: %s, %s", async (who, breaking, expected) => {
    mode = who;
    set({ breaking });
    await tell(news("A ferry sinks"));
    expect(heard).toEqual(expected);
  });

  it("of one round comes together, with the number of what is too much, in its own language", async () => {
    await tell(...[1, 2, 3, 4, 5].map((n) => news(`Meldung ${n}`, "de")));
    await tell(...[1, 2, 3, 4, 5].map((n) => news(`Number ${n}`, "en-GB")));
    expect(heard).toEqual([
      "sound, voice de: Meldung 1. Meldung 2. Meldung 3.",
      "sound, voice en-GB: Number 1. Number 2. Number 3. And 2 more.",
    ]);
  });

  it("is silent in quiet hours, and not told afterwards", async () => {
    time = "2026-03-02T23:30:00";
    await tell(news("A ferry sinks"));
    time = "2026-03-03T08:00:00";
    moment();
    await settled();
    expect(heard).toEqual([]);
    set({ quietHours: null });
    time = "2026-03-02T23:30:00";
    await tell(news("Another one"));
    expect(heard).toHaveLength(1);
  });
});
