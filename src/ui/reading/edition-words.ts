import type { EditionJob } from "../../model/index.ts";
import { joined, leftToRight, sentencesOf, sizeOf, words } from "../../words/index.ts";

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
      const made = words("editions.made", { file: leftToRight(file), size: sizeOf(state.bytes), minutes });
      return missing === 0 ? made : sentencesOf([made, words("editions.missing", { count: missing })]);
    }
  }
}

/** What is told of one when it is done or has failed. */
export function editionNotice(job: EditionJob): string {
  const { title, file, state, missing } = job;
  if (state.kind === "failed") return words("editions.failed", { title, problem: words(`editions.problem.${state.problem}`) });
  return joined([
    words("editions.ready", { title, file: leftToRight(file) }),
    missing === 0 ? "" : words("editions.missing", { count: missing }),
  ]);
}
