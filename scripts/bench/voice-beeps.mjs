// The window read by beeps, whose lengths are known to the sample: when a change of rate is heard, and how long the gaps are.
import { join } from "node:path";
import { median, sleep } from "./measure.mjs";
import { epoch, RATE } from "./recorder.mjs";
import { openWindow } from "./window.mjs";

/** What counts as sound, of full scale: -40 dB; beeps peak at -17. */
const AUDIBLE = 0.01;
/** A beep's wave is silent for less than this, seconds; words are parted by more. */
const WITHIN = 0.008;
/** Sentences of four equal words: all beeps are as long as each other. */
const WORDS = 4;
const SENTENCES = 16;
/** The pause after a sentence of a paragraph, seconds at rate 1: as narrated. */
const PAUSE = 0.35;
const CHANGES = 6;
/** Words that are said in one breath: longer sentences are cut into breaths, with a silence of their own. */
const FLOW = 100;
/** A silence that parts sentences, not words, seconds. */
const PARTS = 0.2;

/** Where beeps begin and end, seconds. */
function beepsOf(samples) {
  const found = [];
  let last = Number.NEGATIVE_INFINITY;
  samples.forEach((sample, n) => {
    if (Math.abs(sample) < AUDIBLE) return;
    const time = n / RATE;
    if (time - last > WITHIN) found.push({ start: time, end: time });
    found.at(-1).end = time;
    last = time;
  });
  return found.filter(({ start, end }) => end - start > WITHIN);
}

export async function measureBeeps({ executable, recorder, root, folder, write }) {
  const story = join(folder, "beeps.md");
  const sentence = Array(WORDS).fill("tone").join(" ");
  const flow = Array(FLOW).fill("tone").join(" ");
  await write(
    story,
    `# Tone\n\n${Array(SENTENCES)
      .fill(`${sentence.replace("tone", "Tone")}.`)
      .join(" ")}\n\n${flow}.\n`,
  );
  const env = { ...recorder.env, LECTERN_HOME: join(folder, "beeps") };
  const { electron, page } = await openWindow(executable, root, env, [story]);
  try {
    await sleep(2000);
    const from = epoch();
    await page.keyboard.press("Control+2");
    await sleep((SENTENCES * (WORDS * 0.35 + PAUSE) + 3) * 1000);
    const until = epoch();
    await recorder.reached(until);
    const beeps = beepsOf(recorder.between(from, until));
    const silences = beeps.slice(1).map((beep, n) => beep.start - beeps[n].end);
    const wordGap = median(silences.filter((gap) => gap < PARTS));
    // The first is the one after the headline, which is longer.
    const gaps = beeps
      .flatMap((beep, n) => (beeps[n + 1] && beeps[n + 1].start - beep.end > PARTS ? [beeps[n + 1].start - beep.end] : []))
      .slice(1, SENTENCES)
      .map((gap) => (gap - wordGap - PAUSE) * 1000);
    // Now it is in the long run of words: every beep is as far from the next.
    const rates = [];
    let silence = 0;
    for (let n = 0; n < CHANGES; n += 1) {
      const at = epoch();
      await page.keyboard.press(n % 2 === 0 ? "Control+Shift+Period" : "Control+Shift+Comma");
      await sleep(1500);
      await recorder.reached(at + 1500);
      const heard = beepsOf(recorder.between(at - 700, at + 1500));
      const lengths = heard.map((beep, index) => ({ at: beep.start, length: (heard[index + 1]?.start ?? Number.NaN) - beep.start }));
      const usual = lengths[1]?.length ?? Number.NaN;
      const changed = lengths.find((beep) => beep.at > 0.7 && Math.abs(beep.length - usual) > usual * 0.04);
      if (changed) rates.push((changed.at - 0.7) * 1000);
      for (const [index, beep] of heard.entries()) if (heard[index + 1]) silence = Math.max(silence, heard[index + 1].start - beep.end);
    }
    return { gaps, rates, asked: CHANGES, silence: silence * 1000, wordGap: wordGap * 1000 };
  } finally {
    await electron.close();
  }
}
