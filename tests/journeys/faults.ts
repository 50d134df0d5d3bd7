import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of contrast alone. */
export const CONTRAST: readonly string[] = ["color-contrast", "color-contrast-enhanced"];

/** The rules that look at colours: all that can come to another end in another theme. */
export const COLOURS: readonly string[] = [...CONTRAST, "link-in-text-block"];

/** What axe finds, a line each. `rules`: only these. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page: page as never }).setLegacyMode(true);
  const runOnly = rules ? { type: "rule" as const, values: [...rules] } : { type: "tag" as const, values: TAGS };
  const { violations } = await builder.options({ runOnly, resultTypes: ["violations"] }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`),
  );
  // What lies half behind the player's edge is scrolled out of it; that no focus stays there is tested with the looks.
  return found.filter((fault) => !(fault.startsWith("target-size:") && fault.includes("partially obscured")));
}
