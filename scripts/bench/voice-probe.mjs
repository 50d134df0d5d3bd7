// One engine in a process of its own, asked for by the bench: `ENGINE` prints a JSON line of what it measured, then waits for its end.
// Bundled with the app's own sources by the bench.
import { join } from "node:path";
import { chooseVoice } from "../../src/model/index.ts";
import { createWorld } from "../../src/shell/world.ts";
import { createSpeaker } from "../../src/speak/index.ts";

const started = performance.now();
const [engine, temporary, ...sentences] = process.argv.slice(2);
const startNeural = () => {
  throw new Error("no neural voice is installed");
};
const world = createWorld({ library: {}, temporary, voices: join(temporary, "voices"), startNeural, log: () => {} });
const speaker = createSpeaker(world.engines.filter(({ name }) => name === engine));
const { voices, missing } = await speaker.voices();
const voice = chooseVoice(voices, null, "en-US");
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

/** Says a text: milliseconds to the first chunk and to the last, and seconds of sound. */
async function say(text) {
  const start = performance.now();
  let first = null;
  let seconds = 0;
  for await (const { samples, sampleRate } of speaker.synthesize(
    { text, voice: voice.id, rate: 1, pitch: 1 },
    new AbortController().signal,
  )) {
    first ??= performance.now() - start;
    seconds += samples.length / sampleRate;
  }
  return { first, all: performance.now() - start, seconds };
}

if (!voice || missing.length > 0) tell({ engine, missing: missing[0]?.message ?? "no voice" });
else {
  await say(sentences[0]);
  const cold = performance.now() - started;
  const said = [];
  const before = process.cpuUsage();
  for (const sentence of sentences) said.push(await say(sentence));
  const { user, system } = process.cpuUsage(before);
  tell({
    engine,
    voice: voice.id,
    cold,
    firsts: said.map(({ first }) => first),
    wall: said.reduce((sum, { all }) => sum + all, 0) / 1000,
    cpu: (user + system) / 1e6,
    seconds: said.reduce((sum, { seconds }) => sum + seconds, 0),
  });
}
// Its memory is taken while it lives.
process.stdin.on("data", () => {}).on("end", () => void speaker.close().then(() => process.exit(0)));
