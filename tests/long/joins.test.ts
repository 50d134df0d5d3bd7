import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { median } from "../../scripts/bench/measure.mjs";
import { voiceId } from "../../src/model/index.ts";
import { expectArticle, expectPlaying, look } from "../journeys/eyes.ts";
import { launch, makeHome, ROOT } from "../journeys/harness.ts";
import { type Found, follow, RECORDED, record, type Stretch } from "./envelope.ts";
import { clicksIn, envelopeOfSound, type Join, joined, joinsIn, type Sound, soundOf } from "./joins.ts";
import { utterancesOf } from "./marks.ts";

/** No silence of more than was asked for by so much, seconds. */
const LONGER = 0.03;
/** An edge that is no steeper than the sound beside it. */
const EDGE = 1;
const node = promisify(execFile);

/** Ends on every kind of sound, and one sentence that is said in several breaths. */
const STORY = `# The bridge at Harl

The last boat left at six. Nobody waved. Its lamp was lit, as it always is! Was the band on board?

Five men took the ropes in. “We are off,” the captain said. The wind fell, the fog rose, and the town was gone.

## What comes next

Children asked for tickets to the far bank. They got cake. Old maps show a path along the ridge; few people know it.

The council, which had met three times in the spring and twice in the long dry summer, each time with the doors shut and the windows open, each
time for longer than it had meant to, and each time without a vote, found at last, to everybody's surprise and to nobody's delight, that
a bridge of oak would cost less than a bridge of steel, that it would stand for a hundred years, and that it could be built by the people
of the town. Work began at once.
`;

interface Heard {
  readonly expected: Sound;
  readonly recording: Sound;
  readonly said: readonly Stretch[];
  /** The pause after each utterance, seconds. */
  readonly asked: readonly number[];
}

const heardIn = ({ expected, recording, said }: Heard): readonly Found[] =>
  follow(envelopeOfSound(expected), envelopeOfSound(recording), said);

/** What the window sounds like, and what the command line writes for the same. */
async function listen(engine: string, voice: string, rate: number): Promise<Heard> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-joins-"));
  const home = await makeHome({ voice: voiceId(engine, voice), rate });
  try {
    const story = join(folder, "story.md");
    await writeFile(story, STORY);
    const [wav, marks] = [join(folder, "expected.wav"), join(folder, "marks.jsonl")];
    const env = { ...process.env, LECTERN_HOME: join(folder, "home") };
    const cli = join(ROOT, "out/cli.js");
    await node(
      process.execPath,
      [cli, "read", story, "--voice", `${engine}:${voice}`, "--rate", `${rate}`, "--out", wav, "--marks", marks],
      {
        env,
      },
    );
    const { stdout } = await node(process.execPath, [cli, "narrate", story, "--json"], { env });
    const { utterances } = JSON.parse(stdout) as { readonly utterances: readonly { readonly pause: number }[] };

    const lectern = await launch({ home, args: [story] });
    const chunks: Int16Array[] = [];
    const recorder = record("lectern", (samples) => chunks.push(samples));
    try {
      await expectArticle(lectern.page, "The bridge at Harl");
      await lectern.page.keyboard.press("Control+Digit2");
      await expectPlaying(lectern.page, true);
      while ((await look(lectern.page)).playing) await new Promise((resolve) => setTimeout(resolve, 500));
      await new Promise((resolve) => setTimeout(resolve, 1500));
    } finally {
      recorder.stop();
      await lectern.close();
    }
    return {
      expected: soundOf(await readFile(wav)),
      recording: joined(chunks),
      said: await utterancesOf(marks),
      asked: utterances.map(({ pause }) => pause / rate),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  }
}

/** How much longer than asked for each silence is, seconds. */
const longer = (joins: readonly Join[], asked: readonly number[]): readonly number[] =>
  joins.map(({ silence }, index) => silence - (asked[index] ?? 0));

it.each([
  ["espeak", "en-us", 1],
  ["espeak", "en-us", 2.4],
  ["espeak", "en-us+klatt4", 1],
  ["espeak", "en-us+klatt4", 2],
  ["flite", "slt", 1],
  ["flite", "slt", 2],
])("joins the sentences of %s:%s at %s without a gap or a click", { timeout: 300_000 }, async (engine, voice, rate) => {
  if (spawnSync("parec", ["--version"]).status !== 0 || process.platform !== "linux") {
    console.log("PulseAudio's parec is not here: nothing can be recorded");
    return;
  }
  const heard = await listen(engine, voice, rate);
  const found = heardIn(heard);
  expect(heard.asked.length).toBe(heard.said.length);
  const joins = joinsIn(heard.recording, found);
  const gaps = longer(joins, heard.asked);
  const clicks = clicksIn(heard.recording, heard.expected, heard.said, found);
  const ms = (seconds: number): string => (seconds * 1000).toFixed(1);
  console.log(
    [
      `${engine}:${voice} at ${rate}: ${joins.length} joins, least alike ${Math.min(...found.map(({ likeness }) => likeness)).toFixed(2)}`,
      `silence beyond the pause that was asked for: median ${ms(median(gaps))} ms, ${ms(Math.min(...gaps))} to ${ms(Math.max(...gaps))} ms`,
      `edges against their neighbourhood: median ${median(joins.map(({ edge }) => edge)).toFixed(2)}, most ${Math.max(...joins.map(({ edge }) => edge)).toFixed(2)}`,
      `clicks: ${clicks.length}${clicks.map((at) => ` ${at.toFixed(3)}`).join("")}`,
    ].join("\n"),
  );
  expect(Math.max(...gaps)).toBeLessThanOrEqual(LONGER);
  expect(Math.max(...joins.map(({ edge }) => edge))).toBeLessThanOrEqual(EDGE);
  expect(clicks).toEqual([]);

  // The same recording with a fault put in: the measure must hear it.
  const { samples } = heard.recording;
  const at = Math.round(((joins[3]?.at ?? 0) + 0.02) * RECORDED);
  const slow = joined([samples.subarray(0, at), new Int16Array(Math.round(0.05 * RECORDED)), samples.subarray(at)]);
  expect(Math.max(...longer(joinsIn(slow, heardIn({ ...heard, recording: slow })), heard.asked))).toBeGreaterThan(LONGER);
  const clicking = samples.slice();
  const middle = Math.round((((found[2]?.start ?? 0) + (found[2]?.end ?? 0)) / 2) * 0.01 * RECORDED);
  const loudest = samples.subarray(middle - 480, middle + 480).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  clicking[middle] = Math.min(0x7fff, (clicking[middle] ?? 0) + Math.max(2 * loudest, 4000));
  expect(clicksIn({ samples: clicking, sampleRate: RECORDED }, heard.expected, heard.said, found).length).toBeGreaterThan(0);
});
