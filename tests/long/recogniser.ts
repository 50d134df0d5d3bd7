import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MODEL = "/usr/share/pocketsphinx/model/en-us";

/** The words of a text as a recogniser has them. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[^a-z' ]+/g, " ")
    .split(" ")
    .filter((word) => word !== "");

/** A model of which words these texts have and which follows which (ARPA's form): a recogniser of people does not take formant voices down else. */
function modelOf(texts: readonly string[], known: ReadonlySet<string>): string {
  const single = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const said = ["<s>", ...plainWords(text).filter((word) => known.has(word)), "</s>"];
    for (const [at, word] of said.entries()) {
      single.set(word, (single.get(word) ?? 0) + 1);
      const next = said[at + 1];
      if (next === undefined) continue;
      const after = pairs.get(word) ?? new Map<string, number>();
      after.set(next, (after.get(next) ?? 0) + 1);
      pairs.set(word, after);
    }
  }
  const all = [...single.values()].reduce((sum, count) => sum + count, 0);
  const log = (value: number): string => Math.log10(Math.max(value, 1e-4)).toFixed(4);
  // Half of each count is left for pairs that do not occur.
  const ones = [...single].map(([word, count]) => `${log(count / all)} ${word} ${log(((pairs.get(word)?.size ?? 0) * 0.5) / count)}`);
  const twos = [...pairs].flatMap(([word, after]) =>
    [...after].map(([next, count]) => `${log((count - 0.5) / (single.get(word) ?? 1))} ${word} ${next}`),
  );
  const head = `\\data\\\nngram 1=${ones.length}\nngram 2=${twos.length}`;
  return `${[head, `\\1-grams:\n${ones.join("\n")}`, `\\2-grams:\n${twos.join("\n")}`, "\\end\\"].join("\n\n")}\n`;
}

/** Hears words in sound. */
export interface Recogniser {
  /** @param samples 16-bit PCM, mono, 16 kHz */
  hear(samples: Uint8Array): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A recogniser that expects the words of some texts; which of them, and where, it does not know. */
export async function createRecogniser(texts: readonly string[]): Promise<Recogniser> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-hears-"));
  const dictionary = join(MODEL, "cmudict-en-us.dict");
  const wanted = new Set(texts.flatMap(plainWords));
  // Of all words only those that can be said: it is read anew for each sound. "read(2)" is another way to say "read".
  const entries = (await readFile(dictionary, "utf8")).split("\n").filter((line) => wanted.has(line.replace(/[( ].*/, "")));
  const words = join(folder, "words.dict");
  await writeFile(words, `${entries.join("\n")}\n`);
  await writeFile(join(folder, "model.arpa"), modelOf(texts, new Set(entries.map((line) => line.split(" ")[0] ?? ""))));
  return {
    async hear(samples) {
      const sound = join(folder, "sound.raw");
      // The recogniser needs a moment of silence at either end.
      await writeFile(sound, Buffer.concat([Buffer.alloc(9600), samples, Buffer.alloc(9600)]));
      const { stdout, status, stderr } = spawnSync("pocketsphinx_continuous", [
        ...["-hmm", join(MODEL, "en-us"), "-dict", words, "-lm", join(folder, "model.arpa")],
        ...["-infile", sound, "-logfn", "/dev/null", "-lw", "12"],
      ]);
      if (status !== 0) throw new Error(`the recogniser failed: ${String(stderr)}`);
      return plainWords(String(stdout));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** How many words two rows of words have in common, in their order. */
export function inCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [at, against] of other.entries())
      next.push(word === against ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
