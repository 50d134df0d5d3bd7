import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure, type SpeechEngine } from "../../src/model/index.ts";
import { createSpeaker, createTone } from "../../src/speak/index.ts";
import { wordsOf } from "../../src/speak/words.ts";
import { hear, marked, misplaced, never, request } from "./collect.ts";

describe("the tone engine", () => {
  const tone = createTone();

  it("beeps once a word, always alike, in tune with the request", async () => {
    const text = "Two words – or\u00a0four?";
    const heard = await hear(tone, request(text, "tone:beep"));
    expect(marked(text, heard.marks)).toEqual(["Two", "words", "–", "or", "four?"]);
    expect(misplaced(heard)).toEqual([]);
    expect((await hear(tone, request(text, "tone:beep"))).samples).toEqual(heard.samples);
    const twice = await hear(tone, request(text, "tone:beep", { rate: 2 }));
    expect(twice.duration).toBeCloseTo(heard.duration / 2, 3);
  });

  it("is silent for an empty text", async () => {
    expect((await hear(tone, request(" \n", "tone:beep"))).chunks).toEqual([]);
  });

  it("ends at once when it is aborted", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    let chunks = 0;
    const reading = (async () => {
      for await (const _ of tone.synthesize(request("one two three", "tone:beep"), abort.signal)) {
        chunks++;
        abort.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
    expect(chunks).toBe(1);
  });

  it("marks every word of any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), fc.double({ min: 0.5, max: 8, noNaN: true }), async (text, rate) => {
        const heard = await hear(tone, request(text, "tone:beep", { rate }));
        expect(heard.marks.map(({ start, end }) => ({ start, end }))).toEqual(wordsOf(text));
        expect(misplaced(heard)).toEqual([]);
      }),
    );
  });
});

describe("the speaker", () => {
  const absent: SpeechEngine = {
    name: "say",
    timing: "estimate",
    voices: async () => {
      throw new Failure("no-voice", "install it");
    },
    synthesize: () => {
      throw new Error("not asked");
    },
    close: async () => {},
  };

  it("lists the voices with their timing, and the engines that have none with what to do", async () => {
    const { voices: found, missing } = await createSpeaker([absent, createTone()]).voices();
    expect(found).toEqual([{ id: "tone:beep", name: "Tones", lang: "zxx", engine: "tone", timing: "engine" }]);
    expect(missing).toEqual([{ engine: "say", message: "install it" }]);
  });

  it("asks only the engine that an id names for its voices, and all where none is named", async () => {
    const speaker = createSpeaker([absent, createTone()]);
    for (const asked of ["tone:beep", "tone:other"]) expect((await speaker.voices(asked)).missing, asked).toEqual([]);
    for (const asked of ["Tones", "nobody:beep", ""]) expect((await speaker.voices(asked)).missing, asked).toHaveLength(1);
  });

  it("speaks with the engine that the voice's id names", async () => {
    const speaker = createSpeaker([absent, createTone()]);
    expect((await hear(speaker, request("hello", "tone:beep"))).marks.length).toBe(1);
    for (const voice of ["tone:other", "nobody:beep", "tone", ""])
      await expect(hear(speaker, request("hello", voice))).rejects.toMatchObject({ code: "no-voice" });
    await speaker.close();
  });

  it("does not begin what is aborted already", async () => {
    const reason = new Error("changed my mind");
    await expect(hear(createTone(), request("hello", "tone:beep"), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(never().aborted).toBe(false);
  });
});
