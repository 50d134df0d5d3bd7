import type { Page } from "playwright-core";

/** Smallest side of what is pressed, CSS pixels (WCAG 2.2, 2.5.5). */
const TARGET = 44;

/**
 * What of the page that is shown is too small to be pressed, wider than the window, or cut off. A line each, "" for nothing. What is meant to
 * be cut: the player's sentence, which the article has whole, and the chosen line of a list of choices, which is whole when the list is open.
 * Wide tables and enlarged photos scroll in a frame of their own (WCAG 2.2, 1.4.10).
 */
export const roomFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const faults: string[] = [];
    const nameOf = (element: Element): string => {
      const text = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}.${[...element.classList].join(".")} “${text}”`;
    };
    const isSeen = (element: Element): boolean => element.checkVisibility() && element.closest(".for-screen-readers, .skip-links") === null;
    const FRAMES = ".wide, .photo-frame";

    for (const control of top.querySelectorAll("button, a[href], input, select, textarea, summary, [role='option']")) {
      if (!isSeen(control)) continue;
      // A link inside of a sentence is as high as its line.
      if (control.matches("a[href]") && control.closest("p, li, dd, figcaption, td")) continue;
      const target = control.closest("label.option") ?? control;
      const { width, height } = target.getBoundingClientRect();
      if (width < least - 0.5 || height < least - 0.5)
        faults.push(`target of ${width.toFixed(0)}×${height.toFixed(0)}: ${nameOf(control)}`);
    }

    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
    for (const element of top.querySelectorAll("*")) {
      if (!isSeen(element) || element.closest("svg")) continue;
      const style = getComputedStyle(element);
      const { left, right } = element.getBoundingClientRect();
      if ((right > innerWidth + 1 || left < -1) && !element.closest(FRAMES) && style.position !== "fixed")
        faults.push(`from ${left.toFixed(0)} to ${right.toFixed(0)} in a window of ${innerWidth}: ${nameOf(element)}`);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      if (element.matches(`${FRAMES}, .caption, .notice, select, input, textarea`)) continue;
      const isScroller = style.overflowY === "auto" || style.overflowY === "scroll";
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`scrolls sideways: ${nameOf(element)}`);
      if (!isScroller && element.scrollHeight > element.clientHeight + 1 && style.contentVisibility !== "auto")
        faults.push(`cut below: ${nameOf(element)}`);
    }

    // Words that lie over other words: the lines of one text against those of its neighbours.
    const lines: { readonly rect: DOMRect; readonly text: string; readonly parent: Element }[] = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        !node.textContent?.trim() ||
        !isSeen(parent) ||
        parent.closest("select, textarea, svg, .player, .giant, .top, .dialog-head")
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects())
        if (rect.width > 2) lines.push({ rect, text: node.textContent.trim().slice(0, 30), parent });
    }
    lines.sort((one, other) => one.rect.top - other.rect.top);
    for (const [at, one] of lines.entries())
      for (let next = at + 1; next < lines.length; next += 1) {
        const other = lines[next];
        if (!other || other.rect.top > one.rect.bottom - 3) break;
        if (one.parent === other.parent || one.parent.contains(other.parent) || other.parent.contains(one.parent)) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        // Letters fill the middle of their lines.
        if (across > 2 && down > 0.4 * Math.min(one.rect.height, other.rect.height)) faults.push(`“${one.text}” lies on “${other.text}”`);
      }
    return [...new Set(faults)];
  }, TARGET);

/** The spacing that a reader may ask for without losing anything (WCAG 2.2, 1.4.12), put on and taken off. */
export const spaceOut = (page: Page, on: boolean): Promise<void> =>
  page.evaluate(async (isOn) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets = isOn ? [sheet] : [];
    // What measures itself does so with the next picture.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, on);

/** What has the focus, in words that tell it from the rest. */
const focused = (page: Page): Promise<{ readonly name: string; readonly at: number; readonly hasParts: boolean }> =>
  page.evaluate(() => {
    const active = document.activeElement;
    const all = [...document.querySelectorAll("*")];
    return {
      name: `${active?.tagName.toLowerCase()} “${(active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim().slice(0, 40)}”`,
      at: active === document.body || active === null ? -1 : all.indexOf(active),
      // A time has a stop for each of its parts.
      hasParts: active?.matches("input[type=time], input[type=date]") ?? false,
    };
  });

/** How many presses of Tab are too many for one view. */
const MOST = 400;

/**
 * Goes through the page with Tab until it begins anew, and one step back: what stands still, or goes against the order of reading, a line
 * each.
 */
export async function orderFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const wanted = await page.evaluate(() => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const groups = new Set<string>();
    return [...top.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [tabindex]")].filter((one) => {
      if (one.tabIndex < 0 || !one.checkVisibility() || one.matches(":disabled")) return false;
      // What giant text lies over can't be seen, and is not come to.
      if (document.querySelector(".giant") && !one.closest(".giant, [data-player], dialog")) return false;
      if (!one.matches("input[type=radio]")) return true;
      // One stop for a group of which one is chosen.
      const group = (one as HTMLInputElement).name;
      const isFirst = !groups.has(group);
      groups.add(group);
      return isFirst;
    }).length;
  });
  await page.evaluate(() => {
    const top = [...document.querySelectorAll<HTMLElement>("dialog[open]")].at(-1);
    if (top) {
      top.tabIndex = -1;
      top.focus();
    } else {
      // From the top of the page: Tab goes on from what had the focus last, though it has it no more.
      const first = document.createElement("span");
      first.tabIndex = -1;
      document.body.prepend(first);
      first.focus();
      first.remove();
    }
    getSelection()?.removeAllRanges();
  });
  const seen: number[] = [];
  let last = "";
  for (let presses = 0; presses < Math.min(MOST, wanted + 2); presses += 1) {
    await page.keyboard.press("Tab");
    const { name, at, hasParts } = await focused(page);
    if (at === seen.at(-1) && hasParts) {
      presses -= 1;
      continue;
    }
    if (at === seen.at(-1) && wanted > 1) {
      faults.push(`Tab stays at ${name}`);
      break;
    }
    // It begins anew.
    if (at === -1 || seen.includes(at)) break;
    if (seen.length >= wanted && at < (seen[0] ?? 0)) break;
    if (at < (seen.at(-1) ?? -1)) faults.push(`Tab goes back from ${last} to ${name}`);
    seen.push(at);
    last = name;
  }
  if (seen.length < Math.min(MOST, wanted)) faults.push(`Tab comes to ${seen.length} of ${wanted}, the last is ${last}`);
  if (seen.length > 1) {
    const before = await focused(page);
    await page.keyboard.press("Shift+Tab");
    const after = await focused(page);
    if (after.at === before.at && !before.hasParts) faults.push(`Shift+Tab stays at ${after.name}`);
  }
  const upwards = await page.evaluate(() => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const all = [...top.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary")].filter(
      // What keeps its place while the rest scrolls is above all of it.
      (one) => one.tabIndex >= 0 && one.checkVisibility() && !one.closest(".skip-links, .return, .dialog-head"),
    );
    return all.flatMap((one, index) => {
      const next = all[index + 1];
      if (!next) return [];
      const here = one.getBoundingClientRect();
      const there = next.getBoundingClientRect();
      const across = Math.min(here.right, there.right) - Math.max(here.left, there.left);
      return across > 0 && there.bottom <= here.top ? [`“${next.textContent}” comes after “${one.textContent}” and stands above it`] : [];
    });
  });
  return [...faults, ...upwards];
}

const LETTERS = "qwertzuiopasdfghjklyxcvbnm0123456789.,;/[]'";

/** Types each letter, digit and mark where no field and no row has the focus: what that changes, "" for nothing (WCAG 2.2, 2.1.4). */
export async function letterFaults(page: Page): Promise<string> {
  const state = (): Promise<string> =>
    page.evaluate(() =>
      JSON.stringify([
        document.querySelectorAll("dialog[open]").length,
        document.querySelector("dialog[open] h2")?.textContent,
        document.querySelector("[data-view]:not([hidden])")?.getAttribute("data-view"),
        document.querySelector(".notice")?.textContent,
        document.querySelector(".rate")?.textContent,
        document.documentElement.dataset.theme,
        document.documentElement.style.fontSize,
        CSS.highlights.has("sentence"),
        document.querySelector("[data-phrase]")?.textContent,
      ]),
    );
  await page.evaluate(() => {
    const place = [...document.querySelectorAll<HTMLElement>("dialog[open]")].at(-1) ?? document.querySelector<HTMLElement>(".giant");
    if (place) {
      place.tabIndex = -1;
      place.focus();
    } else (document.activeElement as HTMLElement | null)?.blur();
  });
  const before = await state();
  for (const letter of LETTERS) await page.keyboard.press(letter);
  const after = await state();
  return before === after ? "" : `${before} became ${after}`;
}
