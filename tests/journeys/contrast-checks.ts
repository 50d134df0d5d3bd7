import type { Page } from "playwright-core";

/** Least contrast of text, of large text and of what is no text (WCAG 2.2, 1.4.6; the rest stricter than 1.4.11 asks). */
const LEAST = { text: 7, large: 4.5, other: 4.5 };

/**
 * What in the window is drawn with too little contrast, a line each: each line of text, each icon, and the edge of each field and box. Taken
 * from the pixels themselves, so that marks, grounds, forced colours and what lies over what count as they are seen. What can't be used at the
 * moment is left out.
 */
export async function contrastFaults(page: Page): Promise<readonly string[]> {
  const shot = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  return page.evaluate(
    async ({ bytes, least }) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      if (!brush) return ["no canvas"];
      brush.drawImage(image, 0, 0);
      const scale = image.width / innerWidth;
      const part = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const luminance = (rgb: number): number => 0.2126 * part(rgb >> 16) + 0.7152 * part((rgb >> 8) & 255) + 0.0722 * part(rgb & 255);
      const ratio = (one: number, other: number): number => {
        const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
        return (high + 0.05) / (low + 0.05);
      };
      const hex = (rgb: number): string => `#${rgb.toString(16).padStart(6, "0")}`;
      /** The colours in a part of the picture, and how many pixels have each. */
      const coloursIn = (left: number, top: number, right: number, bottom: number): ReadonlyMap<number, number> => {
        const [x, y] = [Math.max(0, Math.floor(left * scale)), Math.max(0, Math.floor(top * scale))];
        const width = Math.min(image.width, Math.ceil(right * scale)) - x;
        const height = Math.min(image.height, Math.ceil(bottom * scale)) - y;
        const found = new Map<number, number>();
        if (width < 1 || height < 1) return found;
        const { data } = brush.getImageData(x, y, width, height);
        for (let at = 0; at < data.length; at += 4) {
          const rgb = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
          found.set(rgb, (found.get(rgb) ?? 0) + 1);
        }
        return found;
      };
      /** The colour that most of it has, and the one that stands out most from it. */
      const standsOut = (colours: ReadonlyMap<number, number>): { ground: number; mark: number; ratio: number } => {
        const [ground = 0] = [...colours].sort((one, other) => other[1] - one[1])[0] ?? [];
        let best = { ground, mark: ground, ratio: 1 };
        for (const colour of colours.keys()) {
          const found = ratio(ground, colour);
          if (found > best.ratio) best = { ground, mark: colour, ratio: found };
        }
        return best;
      };
      const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
      const isSeen = (element: Element, rect: DOMRect): boolean => {
        if (!element.checkVisibility() || rect.width < 2 || rect.height < 2) return false;
        // What is scrolled out of a list or a dialog lies, to the pointer, on the dialog: its backdrop is part of it.
        let [above, below] = [0, innerHeight];
        for (let one: Element | null = element; one; one = one.parentElement) {
          if (one !== top && getComputedStyle(one).overflowY === "visible") continue;
          const frame = one.getBoundingClientRect();
          if (one !== document.body) [above, below] = [Math.max(above, frame.top), Math.min(below, frame.bottom)];
        }
        if (rect.top < above || rect.bottom > below) return false;
        if (rect.left < 0 || rect.right > innerWidth) return false;
        const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
        return [
          [x, y],
          [x, rect.top + 1],
          [x, rect.bottom - 1],
        ].every(([across = 0, down = 0]) => {
          const there = document.elementFromPoint(across, down);
          return there !== null && (there === element || element.contains(there) || there.contains(element)) && top.contains(there);
        });
      };
      const isOff = (element: Element): boolean => element.closest(":disabled, [aria-disabled='true'], .for-screen-readers") !== null;
      const faults: string[] = [];
      const complain = (what: string, found: { ground: number; mark: number; ratio: number }, wanted: number): void => {
        faults.push(`${what}: ${hex(found.mark)} on ${hex(found.ground)} is ${found.ratio.toFixed(2)}, not ${wanted}`);
      };

      const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? "";
        // A comma alone has too few pixels to be measured.
        if (!element || !/[\p{L}\p{N}]/u.test(text) || isOff(element) || element.closest("select, option, textarea, svg")) continue;
        const style = getComputedStyle(element);
        const size = Number.parseFloat(style.fontSize);
        const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? least.large : least.text;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
          if (rect.width < 4 || !isSeen(element, rect)) continue;
          const found = standsOut(coloursIn(rect.left, rect.top, rect.right, rect.bottom));
          if (found.ratio < wanted) complain(`“${text.slice(0, 40)}”`, found, wanted);
        }
      }
      for (const icon of top.querySelectorAll("svg.icon")) {
        const rect = icon.getBoundingClientRect();
        if (isOff(icon) || !isSeen(icon, rect)) continue;
        const found = standsOut(coloursIn(rect.left, rect.top, rect.right, rect.bottom));
        if (found.ratio < least.other) complain(`icon of “${icon.parentElement?.textContent}”`, found, least.other);
      }
      for (const field of top.querySelectorAll("input, select, textarea")) {
        const rect = field.getBoundingClientRect();
        if (isOff(field) || !isSeen(field, rect) || field === document.activeElement) continue;
        const name = `${field.tagName.toLowerCase()}#${field.id}`;
        // Across its left edge, in the middle of its height.
        const middle = (rect.top + rect.bottom) / 2;
        const edge = standsOut(coloursIn(rect.left - 2, middle - 1, rect.left + 4, middle + 1));
        if (edge.ratio < least.other) complain(`edge of ${name} ${(field as HTMLInputElement).type}`, edge, least.other);
        if (field.matches("[type=checkbox], [type=radio], [type=color]") || (field as HTMLInputElement).value === "") continue;
        const inside = standsOut(coloursIn(rect.left + 6, rect.top + 6, rect.right - 6, rect.bottom - 6));
        if (inside.ratio < least.text) complain(`text of ${name}`, inside, least.text);
      }
      return [...new Set(faults)];
    },
    { bytes: shot, least: LEAST },
  );
}

/** Least part of a control's edge, two pixels thick, that the focus changes, with a contrast of three (WCAG 2.2, 2.4.13). */
const CHANGE = { thickness: 2, ratio: 3 };

/** What a control is to the style sheets: those of the same kind have the same ring. */
const KIND = "data-kind-for-test";

/**
 * Gives each kind of control in the window the focus, once (the chosen one of a list to choose from, which never has it, looks as text does): whose look changes too little for that, a line each. `known` holds the kinds that were
 * looked at before, and grows.
 */
export async function focusFaults(page: Page, known: Set<string>): Promise<readonly string[]> {
  const kinds = await page.evaluate((attribute) => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const found: string[] = [];
    for (const one of top.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [tabindex]")) {
      if (one.matches(":disabled, main, dialog, .giant, [role='option']") || !one.checkVisibility()) continue;
      // What giant text lies over can't be come to.
      if (document.querySelector(".giant") && !one.closest(".giant, [data-player], dialog")) continue;
      const within = one.closest("[class]:not(button, input, select)")?.className ?? "";
      const kind = [one.tagName, one.getAttribute("type"), one.className, within, one.getAttribute("aria-current")].join(" ");
      one.setAttribute(attribute, kind);
      if (!found.includes(kind)) found.push(kind);
    }
    return found;
  }, KIND);
  const faults: string[] = [];
  for (const kind of kinds) {
    if (known.has(kind)) continue;
    known.add(kind);
    const fault = await page.evaluate(
      ({ attribute, wanted }) => {
        const one = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)].find(
          (element) => element.getAttribute(attribute) === wanted && element.checkVisibility(),
        );
        one?.scrollIntoView({ block: "center", behavior: "instant" });
        (document.activeElement as HTMLElement | null)?.blur();
        return one ? null : "is gone";
      },
      { attribute: KIND, wanted: kind },
    );
    if (fault) continue;
    const before = (await page.screenshot({ animations: "disabled" })).toString("base64");
    await page.evaluate(
      ({ attribute, wanted }) => {
        const one = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)].find(
          (element) => element.getAttribute(attribute) === wanted && element.checkVisibility(),
        );
        one?.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
      },
      { attribute: KIND, wanted: kind },
    );
    const after = (await page.screenshot({ animations: "disabled" })).toString("base64");
    const told = await page.evaluate(
      async ({ one, other, thickness, least }) => {
        const pixels = async (bytes: string): Promise<ImageData | undefined> => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))]));
          const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
          brush?.drawImage(image, 0, 0);
          return brush?.getImageData(0, 0, image.width, image.height);
        };
        const [first, second] = [await pixels(one), await pixels(other)];
        const active = document.activeElement;
        if (!first || !second || !active || active === document.body) return "takes no focus";
        const part = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        const luminance = (data: Uint8ClampedArray, at: number): number =>
          0.2126 * part(data[at] ?? 0) + 0.7152 * part(data[at + 1] ?? 0) + 0.0722 * part(data[at + 2] ?? 0);
        let changed = 0;
        for (let at = 0; at < first.data.length; at += 4) {
          if (
            first.data[at] === second.data[at] &&
            first.data[at + 1] === second.data[at + 1] &&
            first.data[at + 2] === second.data[at + 2]
          )
            continue;
          const [low = 0, high = 0] = [luminance(first.data, at), luminance(second.data, at)].sort((low, high) => low - high);
          if ((high + 0.05) / (low + 0.05) >= least) changed += 1;
        }
        const scale = first.width / innerWidth;
        const { width, height } = active.getBoundingClientRect();
        const [wide, high] = [Math.min(width, innerWidth), Math.min(height, innerHeight)];
        const needed = 2 * thickness * (wide + high) - 4 * thickness * thickness;
        const area = changed / scale / scale;
        return area >= needed ? "" : `changes ${area.toFixed(0)} of ${needed.toFixed(0)} square pixels`;
      },
      { one: before, other: after, thickness: CHANGE.thickness, least: CHANGE.ratio },
    );
    if (told) faults.push(`${kind}: the focus ${told}`);
  }
  return faults;
}
