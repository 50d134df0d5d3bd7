import { blockId, type Script, type Utterance } from "../../src/model/index.ts";

/** A source of numbers in [0, 1) that gives the same ones for the same seed (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SUBJECTS = [
  "the harbour",
  "a council",
  "the ferry",
  "every farmer",
  "the night train",
  "an engineer",
  "the small museum",
  "their mayor",
];
const VERBS = ["opened", "carried", "measured", "repaired", "followed", "remembered", "left", "described", "promised", "counted"];
const OBJECTS = ["the old bridge", "forty boxes of salt", "a map of the coast", "the winter timetable", "nine letters", "the broken lamp"];
const PLACES = [
  "before sunrise",
  "near the river",
  "in the second week of May",
  "without a word",
  "under heavy rain",
  "at the far end of town",
];

/** How many sentences a paragraph has. */
const PARAGRAPH = 5;
/** Between two headings, paragraphs. */
const SECTION = 12;

/** An article of about so many words, Markdown, no two sentences of which sound alike. The same seed gives the same article. */
export function longStory(words: number, seed = 1): string {
  const next = random(seed);
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  const clause = (): string => `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} ${one(PLACES)}`;
  const blocks: string[] = ["# The long road"];
  let count = 0;
  for (let paragraph = 1; count < words; paragraph += 1) {
    if (paragraph % SECTION === 0) blocks.push(`## Part ${paragraph / SECTION}`);
    const sentences = Array.from({ length: PARAGRAPH }, () => {
      const text = Array.from({ length: 1 + Math.floor(next() * 3) }, clause).join(", and ");
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    });
    blocks.push(sentences.join(" "));
    count += sentences.join(" ").split(" ").length;
  }
  return `${blocks.join("\n\n")}\n`;
}

/** The same as a script, a paragraph a block: what an article of so many words would be narrated as. */
export function longScript(words: number, seed = 1): Script {
  const paragraphs = longStory(words, seed).split("\n\n");
  const utterances = paragraphs.flatMap((paragraph, block): readonly Utterance[] => {
    const text = paragraph.replace(/^#+ /, "").trim();
    const heading = text !== paragraph.trim();
    let at = 0;
    return text.split(/(?<=\.) /).map((sentence, index, all) => {
      const pieces = [...sentence.matchAll(/\S+\s*/g)].map((match) => ({
        spoken: match[0],
        source: { block: blockId(block), start: at + match.index, end: at + match.index + match[0].trimEnd().length },
      }));
      at += sentence.length + 1;
      return { role: heading ? "heading" : "paragraph", pieces, lang: "en", pause: index + 1 === all.length ? 0.6 : 0.35 };
    });
  });
  return { article: "a0000000000000000" as Script["article"], utterances };
}
