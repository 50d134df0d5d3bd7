import type { Locator, Page } from "playwright-core";
import { expect, vi } from "vitest";

/** A busy machine takes its time; what never comes still fails. Milliseconds. */
const PATIENCE = 30_000;

/** Checks again and again until it holds. Also outside of a test, where `expect.poll` may not be called. */
export const soon = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: PATIENCE, interval: 40 });

/** What a person sees of the reading, at one moment. */
export interface Seen {
  /** The captions line. */
  readonly caption: string;
  /** The answer that stands in the captions line's place, "" where there is none. */
  readonly notice: string;
  /** Whether the play button offers to pause. */
  readonly playing: boolean;
  /** The marked sentence and word, "" where none is marked; `held` when they are marked as what sounded last. */
  readonly sentence: string;
  readonly word: string;
  readonly held: boolean;
  /** The text of the article from the caret on, to the end of its block; null where the caret is not in the article. */
  readonly caret: string | null;
  /** Whether the selection is more than a caret. */
  readonly selected: boolean;
  /** What has the focus. */
  readonly focus: string;
}

/** Looks once. */
export function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const marked = (...names: readonly string[]): string =>
      names
        .flatMap((name) => [...(CSS.highlights.get(name) ?? [])])
        .map((range) => (range as Range).toString())
        .join(" | ");
    const text = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? "";
    const selection = getSelection();
    const node = selection?.anchorNode ?? null;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest("[data-block]");
    let caret: string | null = null;
    if (selection && node && block) {
      const rest = document.createRange();
      rest.setStart(node, selection.anchorOffset);
      rest.setEndAfter(block);
      caret = rest.toString();
    }
    const active = document.activeElement;
    return {
      caption: text("[data-captions] .caption"),
      notice: text("[data-captions] .notice"),
      playing: text("[data-play]") === "Pause",
      sentence: marked("sentence", "held-sentence"),
      word: marked("word", "held-word"),
      held: CSS.highlights.has("held-sentence"),
      caret,
      selected: selection !== null && !selection.isCollapsed,
      focus: active?.id || active?.tagName || "",
    };
  });
}

/** Waits until the captions line reads so. */
export async function expectCaption(page: Page, caption: string): Promise<void> {
  await soon(async () => expect((await look(page)).caption).toBe(caption));
}

/** Waits until the reading sounds, or is silent. */
export async function expectPlaying(page: Page, playing: boolean): Promise<void> {
  await soon(async () => expect((await look(page)).playing).toBe(playing));
}

/** A word that was marked as sounding. */
export interface Heard {
  readonly word: string;
  readonly sentence: string;
  /** How many characters of the article stand before the word. */
  readonly at: number;
  /** Milliseconds, of the page's clock. */
  readonly time: number;
}

/** From now on every marked word is noted; the notes so far are forgotten. */
export function watchWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    const notes: unknown[] = [];
    const known = Object.hasOwn(window, "notes");
    Object.assign(window, { notes });
    if (known) return;
    const set = CSS.highlights.set.bind(CSS.highlights);
    CSS.highlights.set = (name, highlight) => {
      if (name === "word") {
        const [range] = [...highlight] as Range[];
        const article = document.querySelector("[data-article]");
        const sentence = [...(CSS.highlights.get("sentence") ?? [])].map((one) => (one as Range).toString()).join(" | ");
        if (range && article) {
          const before = document.createRange();
          before.setStart(article, 0);
          before.setEnd(range.startContainer, range.startOffset);
          const note = { word: range.toString(), sentence, at: before.toString().length, time: performance.now() };
          (window as unknown as { notes: unknown[] }).notes.push(note);
        }
      }
      return set(name, highlight);
    };
  });
}

/** The words that were marked since `watchWords`, in order. */
export const heardWords = (page: Page): Promise<readonly Heard[]> =>
  page.evaluate(() => (window as unknown as { notes: readonly Heard[] }).notes);

/** Waits until so many words were marked since `watchWords`. */
export async function expectWords(page: Page, count: number): Promise<readonly Heard[]> {
  await soon(async () => expect((await heardWords(page)).length).toBeGreaterThanOrEqual(count));
  return heardWords(page);
}

/** The open dialog. */
export const dialogOf = (page: Page): Locator => page.getByRole("dialog");

/** Waits until a dialog of this name is open, or, for null, none is. */
export async function expectDialog(page: Page, name: string | null): Promise<void> {
  await soon(async () =>
    expect(await dialogOf(page).getByRole("heading", { level: 2 }).allTextContents()).toEqual(name === null ? [] : [name]),
  );
}

/** The article's headline as the page shows it; "" where there is no article. */
export const headline = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector("[data-article] h1")?.textContent ?? "");

/** Waits until an article of this headline is shown and can be played. */
export async function expectArticle(page: Page, title: string): Promise<void> {
  await soon(async () => expect(await headline(page)).toBe(title));
  await soon(async () => expect((await look(page)).caption).not.toBe(""));
}

/** Opens an address as a person with a keyboard does. */
export async function openAddress(page: Page, address: string): Promise<void> {
  await page.keyboard.press("Control+o");
  await expectDialog(page, "Open");
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
  await expectDialog(page, null);
}
