import { beforeEach, describe, expect, it } from "vitest";
import type { VoiceMode } from "../../../src/model/index.ts";
import { type Announcer, createAnnouncer } from "../../../src/ui/control/announcer.ts";

/** What a person hears and sees, in order. */
let heard: string[];
let sounding: boolean;
let mode: VoiceMode;
let finish: () => void;
let announcer: Announcer;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  heard = [];
  sounding = false;
  mode = "shared";
  finish = () => {};
  announcer = createAnnouncer({
    mode: () => mode,
    voice: {
      say: (text) =>
        new Promise((resolve) => {
          finish();
          heard.push(`voice: ${text}`);
          finish = resolve;
        }),
      hush: () => finish(),
    },
    region: { tell: (text) => heard.push(`reader: ${text}`) },
    sounding: () => sounding,
    hold() {
      heard.push("article waits");
      sounding = false;
      return () => {
        heard.push("article goes on");
        sounding = true;
      };
    },
    show: () => {},
  });
});

describe("a status", () => {
  it.each([
    ["app", "voice: Dark"],
    ["shared", "reader: Dark"],
    ["screen-reader", "reader: Dark"],
  ] as const)("is said by the voice that serves the interface (%s)", (chosen, expected) => {
    mode = chosen;
    announcer.status("Dark");
    expect(heard).toEqual([expected]);
  });

  it("is not said over the article", () => {
    sounding = true;
    announcer.status("Dark");
    expect(heard).toEqual([]);
  });
});

describe("an answer", () => {
  it.each([
    ["app", "voice: Section 1"],
    ["shared", "voice: Section 1"],
    ["screen-reader", "reader: Section 1"],
  ] as const)("is said by the voice that reads the article (%s)", (chosen, expected) => {
    mode = chosen;
    announcer.answer("Section 1");
    expect(heard).toEqual([expected]);
  });

  it("lets the article wait, and go on when it was heard", async () => {
    sounding = true;
    announcer.answer("Section 1");
    expect(heard).toEqual(["article waits", "voice: Section 1"]);
    finish();
    await settled();
    expect(heard).toEqual(["article waits", "voice: Section 1", "article goes on"]);
  });

  it("lets the article wait for the last of several", async () => {
    sounding = true;
    announcer.answer("one");
    announcer.answer("two");
    await settled();
    expect(heard).toEqual(["article waits", "voice: one", "voice: two"]);
    finish();
    await settled();
    expect(heard.at(-1)).toBe("article goes on");
  });

  it("does not start an article that was silent", async () => {
    announcer.answer("Section 1");
    finish();
    await settled();
    expect(heard).toEqual(["voice: Section 1"]);
  });

  it("leaves the article to whoever hushed it", async () => {
    sounding = true;
    announcer.answer("Section 1");
    announcer.hush();
    await settled();
    expect(heard).toEqual(["article waits", "voice: Section 1"]);
  });
});

describe("an error", () => {
  it("is said even while something else is", () => {
    mode = "app";
    announcer.answer("Section 1");
    announcer.error("It broke.");
    expect(heard).toEqual(["voice: Section 1", "voice: It broke."]);
  });

  it("goes to the screen reader where our voice has no sound", () => {
    mode = "app";
    announcer.error("There is no sound.", true);
    expect(heard).toEqual(["reader: There is no sound."]);
  });
});

describe("the focus", () => {
  it("is ours to say only in the mode where our voice says everything", () => {
    announcer.focus("Play, button");
    mode = "app";
    announcer.focus("Play, button");
    expect(heard).toEqual(["voice: Play, button"]);
  });
});
