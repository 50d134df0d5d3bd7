import { fold } from "../../model/index.ts";

/** What a search goes through: each stands for one thing that can be set or done. */
const ROWS = ".setting, .option, .actions, .colours";

/** What a row is found by: its own words, the names in its lists, and the heading that it stands under. */
function wordsOf(row: Element): string {
  const heading = row.closest("section, fieldset")?.querySelector("h3, legend")?.textContent ?? "";
  const names = [...row.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label") ?? "");
  return fold([heading, row.textContent ?? "", ...names].join(" ")).plain;
}

/**
 * Hides all rows of a form in which the words are not, and the sections that have none left; without words, nothing. Answers with how many
 * rows are left.
 */
export function filterRows(form: Element, text: string): number {
  const wanted = fold(text).plain.split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of form.querySelectorAll<HTMLElement>(ROWS)) {
    const said = wordsOf(row);
    row.hidden = wanted.length > 0 && !wanted.every((word) => said.includes(word));
    if (!row.hidden) count += 1;
  }
  // What is set of one thing is nothing without the choice of which one that is.
  for (const row of form.querySelectorAll<HTMLElement>("[data-of]")) {
    const chooser = row.hidden ? null : form.querySelector(`#${CSS.escape(row.dataset.of ?? "")}`)?.closest<HTMLElement>(ROWS);
    if (chooser) chooser.hidden = false;
  }
  for (const section of form.querySelectorAll<HTMLElement>("section, fieldset:not(.colours)"))
    section.hidden = wanted.length > 0 && [...section.querySelectorAll<HTMLElement>(ROWS)].every((row) => row.hidden);
  for (const hint of form.querySelectorAll<HTMLElement>(".hint")) hint.hidden = wanted.length > 0;
  return count;
}
