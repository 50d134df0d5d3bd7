import { describe, expect, it } from "vitest";
import { type BlockId, blockId, type Role, type Script, type SpeechRequest, standingOf, type VoiceId } from "../../src/model/index.ts";
import { createPlayer, type Manner, type Timbre } from "../../src/play/index.ts";
import { SAMPLE_RATE, say, scriptOf, virtualWorld } from "./world.ts";

/** A script of utterances, each a role and the block that it shows; null: words that are not on the page. */
const script = (...parts: readonly (readonly [Role, number | null])[]): Script => ({
  article: "a0000000000000000" as Script["article"],
  utterances: parts.map(([role, block], n) => ({
    role,
    lang: "en",
    pause: 0.1,
    pieces: [{ spoken: `w${n + 1}`, source: block === null ? null : { block: blockId(block) as BlockId, start: 0, end: 2 } }],
  })),
});

const standings = (told: Script): readonly string[] =>
  told.utterances.map((_, n) => {
    const standing = standingOf(told, n);
    return standing ? `${standing.kinds.join("+")}${standing.first ? " begins" : ""}` : "";
  });

describe("what sounds different", () => {
  it("is a description, a caption, or a photo of which only one is said", () => {
    expect(standings(script(["paragraph", 0], ["figure", null], ["figure", 1], ["figure", 1], ["figure", 2], ["figure", 2]))).toEqual([
      "",
      "photo begins",
      "caption begins",
      "caption",
      "photo+caption begins",
      "photo+caption",
    ]);
  });

  it("begins once for all the quotations that are announced as one, and with each heading", () => {
    expect(standings(script(["title", 0], ["heading", 1], ["quote", 2], ["quote", 3], ["announcement", null], ["quote", 4]))).toEqual([
      "heading begins",
      "heading begins",
      "quotation begins",
      "quotation",
      "",
      "quotation begins",
    ]);
  });
});

/** 0.25 s of a sample that is no word. */
const CUE = { samples: new Float32Array(250).fill(99), sampleRate: SAMPLE_RATE };
const manner = (change: Partial<Timbre>, pauses = 1): Manner => ({
  timbreOf: (kind) => (kind === "quotation" ? { pitch: 1, voice: null, cue: null, ...change } : null),
  pauses,
});

function begin(chosen: Manner, told: Script) {
  const world = virtualWorld();
  const asked: SpeechRequest[] = [];
  const player = createPlayer({
    ...world.options,
    manner: chosen,
    speak(request, signal) {
      asked.push(request);
      return say(request, signal);
    },
  });
  player.load(told, 0);
  return { ...world, player, asked };
}

describe("the player's manner", () => {
  const told = script(["paragraph", 0], ["quote", 1], ["quote", 1], ["paragraph", 2]);

  it("gives a quotation its pitch and its voice", async () => {
    const { player, clock, asked } = begin(manner({ pitch: 0.8, voice: "test:second" as VoiceId }), told);
    player.play();
    await clock.advance(10);
    expect(asked.map(({ text, pitch, voice }) => `${text} ${pitch} ${voice}`).toSorted()).toEqual([
      "w1 1 test:voice",
      "w2 0.8 test:second",
      "w3 0.8 test:second",
      "w4 1 test:voice",
    ]);
  });

  it("plays a sound where it begins, once, and not when it goes on in the middle", async () => {
    const { player, clock, ear } = begin(manner({ cue: CUE }), told);
    player.play();
    await clock.advance(10);
    expect(ear.heard().map(({ word }) => word)).toEqual([1, 99, 2, 3, 4].flatMap((word) => (word === 99 ? Array(250).fill(99) : [word])));
  });

  it("takes another one at once, in the middle of a sentence", async () => {
    const world = virtualWorld();
    const asked: SpeechRequest[] = [];
    const player = createPlayer({
      ...world.options,
      speak(request, signal) {
        asked.push(request);
        return say(request, signal);
      },
    });
    const long = scriptOf([8]);
    player.load({ ...long, utterances: long.utterances.map((utterance) => ({ ...utterance, role: "quote" as const })) }, 0);
    player.play();
    await world.clock.advance(0.3);
    player.setManner(manner({ pitch: 1.2 }));
    await world.clock.advance(10);
    expect(world.ear.heard().map(({ word }) => word)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(asked.filter(({ pitch, text }) => pitch === 1.2 && /^w[234] /.test(text))).not.toEqual([]);
  });

  it.each([0, 1, 3])("makes the pauses %d times as long", async (pauses) => {
    const { player, clock, ear } = begin(manner({}, pauses), scriptOf([1, 1, 1], 2, 0.2));
    player.play();
    await clock.advance(10);
    // w1 0.28, w2 0.36, w3 0.2; a pause after each but the last.
    expect(ear.length() / SAMPLE_RATE).toBeCloseTo(0.84 + 2 * 0.2 * pauses, 3);
  });
});
