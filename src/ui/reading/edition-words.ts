import type { EditionJob } from "../../model/index.ts";
import { interfaceDirection, joined, sentencesOf, sizeOf, words } from "../../words/index.ts";

/** A path as it is read from left to right, also among words that are not. */
const pathWords = (path: string): string => (interfaceDirection() === "rtl" ? `\u2066${path}\u2069` : path);

/** How far an edition is, in words. */
export function editionWords({ state, file, missing }: EditionJob): string {
  switch (state.kind) {
    case "waiting":
    case "writing":
    case "paused":
      return words(`editions.${state.kind}`);
    case "gathering":
      return words("editions.gathering", { done: state.done, all: state.all });
    case "making":
      return words("editions.making", {
        // All of it is made when its file is written.
        done: Math.min(state.done, 0.99),
        left: state.left === null ? -1 : Math.max(1, Math.ceil(state.left / 60)),
      });
    case "failed":
      return words(`editions.problem.${state.problem}`);
    case "made": {
      const minutes = state.seconds === 0 ? 0 : Math.max(1, Math.round(state.seconds / 60));
      const made = words("editions.made", { file: pathWords(file), size: sizeOf(state.bytes), minutes });
      return missing === 0 ? made : sentencesOf([made, words("editions.missing", { count: missing })]);
    }
  }
}

/** What is told of one when it is done or has failed. */
export function editionNotice(job: EditionJob): string {
  const { title, file, state, missing } = job;
  if (state.kind === "failed") return words("editions.failed", { title, problem: words(`editions.problem.${state.problem}`) });
  return joined([
    words("editions.ready", { title, file: pathWords(file) }),
    missing === 0 ? "" : words("editions.missing", { count: missing }),
  ]);
}
