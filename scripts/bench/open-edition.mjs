// Makes an edition in the window that is open: `HOME PID FORMAT VOICE OUT LOOKS FIRST FILE…`, where PID is the window's, LOOKS whether its memory is looked at
// (`looks`), which takes time, and FIRST a text for an
// edition before it, which is thrown away. Tells in JSON how long it took, and what. Bundled with the app's own sources by the bench.
import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { knock } from "../../src/shell/door/index.ts";
import { family, memory, sleep } from "./measure.mjs";

const [home, pid, format, voice, out, looks, first, ...files] = process.argv.slice(2);
/** Linux counts in hundredths of a second. */
const TICKS = 100;
const LOOK = 200;
/** Until nobody can be listening any more to what the window says of the first one, milliseconds. */
const SAID = 10_000;

/** The processor seconds of the window, of all that it runs and of what it ran. */
const work = () =>
  family(Number(pid)).reduce((sum, one) => {
    try {
      const stat = readFileSync(`/proc/${one}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return sum + [11, 12, 13, 14].reduce((all, at) => all + Number(fields[at]), 0) / TICKS;
    } catch {
      return sum;
    }
  }, 0);

const line = await knock(join(home, "library.sqlite"), __VERSION__);
if (!line) throw new Error("no window is open");

/** Makes one of articles that are there. Its seconds, processor seconds, and the memory that it took beyond what the window had, MB. */
async function make(paths) {
  const picks = [];
  for (const path of paths) {
    const { article } = await line.reader.open({ kind: "address", address: path, typed: true, url: null, type: null, lang: null });
    picks.push({ kind: "article", article: article.id });
  }
  await rm(out, { force: true });
  const [idle, before] = [memory(Number(pid)), work()];
  let most = idle;
  const look = looks === "looks" ? setInterval(() => (most = Math.max(most, memory(Number(pid)))), LOOK) : undefined;
  const start = performance.now();
  const { job } = await line.reader.startEdition({
    picks,
    title: basename(out),
    format,
    target: { kind: "file", file: out },
    voice,
    rate: 1,
    taste: { verbosity: "normal", lang: "en" },
  });
  while (!existsSync(out)) await sleep(5);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(look);
  for (;;) {
    const { state } = (await line.reader.editions({})).jobs.find(({ id }) => id === job);
    if (state.kind === "made") return { seconds, work: work() - before, most: most - idle, sound: state.seconds };
    if (state.kind === "failed") throw new Error(state.problem);
    await sleep(20);
  }
}

await make([first]);
await sleep(SAID);
console.log(JSON.stringify(await make(files)));
line.close();
