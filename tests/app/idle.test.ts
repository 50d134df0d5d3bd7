import { expect, it } from "vitest";
import { createIdle } from "../../src/app/idle.ts";
import type { VoiceId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const never = (): AbortSignal => new AbortController().signal;
const beep = (text: string) => createTone().synthesize({ text, voice: "tone:beep" as VoiceId, rate: 8, pitch: 1 }, never());

/** Has some text said, and answers with the length of its sound, seconds. */
async function said(idle: ReturnType<typeof createIdle>, text: string): Promise<number> {
  let length = 0;
  for await (const { samples, sampleRate } of idle.busy(beep(text))) length += samples.length / sampleRate;
  return length;
}

it("is quiet at once where nobody ever listened", async () => {
  await createIdle().quiet(never());
});

it("is quiet when all that was made can have been heard, and not before", async () => {
  const idle = createIdle(20);
  const start = performance.now();
  const length = (await said(idle, "Two short words.")) + (await said(idle, "And some more words after them."));
  expect(length).toBeGreaterThan(0.2);
  await idle.quiet(never());
  expect((performance.now() - start) / 1000).toBeGreaterThanOrEqual(length);
});

it("is not quiet while somebody waits for sound, and no longer waited for when its listener leaves", async () => {
  const idle = createIdle(20);
  const sound = idle.busy(beep("One word after the other."));
  await sound.next();
  const stop = new AbortController();
  const quiet = idle.quiet(stop.signal);
  stop.abort(new Error("no more"));
  await expect(quiet).rejects.toThrow();
  await sound.return();
  await idle.quiet(never());
});
