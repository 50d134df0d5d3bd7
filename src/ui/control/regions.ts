import { focusOn, isShown } from "../page/focus.ts";

/** The parts of the window, in the order of F6, and what gets the focus in each: the first of these that is shown. */
const REGIONS: readonly { readonly region: string; readonly focus: readonly string[] }[] = [
  { region: "header.top", focus: ["header.top .tools button"] },
  { region: ".crumbs", focus: [".crumbs [aria-current='location']", ".crumbs button"] },
  {
    region: "nav.sections",
    focus: ["nav.sections [aria-current='true']", "nav.sections [data-list][tabindex='0']", "nav.sections button"],
  },
  { region: "main", focus: ["main [data-row][tabindex='0']", "main [data-hit][tabindex='0']", "main h1", "main"] },
  { region: "[data-player]", focus: ["[data-player] [data-play]"] },
];

/** Moves the focus to the next or previous part of the window. */
export function focusRegion(direction: 1 | -1): void {
  const active = document.activeElement;
  const inside = REGIONS.findIndex(({ region }) => active?.closest(region));
  const from = inside === -1 ? REGIONS.findIndex(({ region }) => region === "main") - direction : inside;
  for (let step = 1; step <= REGIONS.length; step += 1) {
    const index = (from + direction * step + REGIONS.length * 2) % REGIONS.length;
    const wanted = REGIONS[index]?.focus ?? [];
    const target = wanted.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]).find(isShown);
    if (!target) continue;
    focusOn(target);
    target.scrollIntoView({ block: "nearest" });
    return;
  }
}
