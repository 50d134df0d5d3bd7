import type { Page } from "playwright-core";

/**
 * What of a page's words can't be read: text that is cut off by a box or the window's edge, text that ends in dots, text that lies over
 * other text, and a page that must be moved from side to side. One line each, "" for none: what is wrong, and the words.
 */
export function cutsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** Less than a part of a letter, CSS pixels. */
    const SLACK = 2;
    const found = new Set<string>();
    const short = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 60);
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}${element.classList.length > 0 ? `.${[...element.classList].join(".")}` : ""}`;
    const root = document.querySelector("dialog[open]") ?? document.body;
    const page = document.scrollingElement;
    if (page && page.scrollWidth > innerWidth + SLACK) found.add(`the page is ${page.scrollWidth} wide in ${innerWidth}`);
    const isHidden = (element: Element): boolean => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { width, height } = box.getBoundingClientRect();
        const style = getComputedStyle(box);
        // Words for screen readers alone.
        if (style.position === "absolute" && (width <= 1 || height <= 1)) return true;
        if (style.clipPath !== "none" && width <= 1) return true;
      }
      return false;
    };
    /** The nearest box that is a layer of its own: what lies over the page on purpose. */
    const layerOf = (element: Element): Element => {
      let layer: Element = root;
      for (let box: Element | null = element; box && box !== root; box = box.parentElement)
        if (["fixed", "sticky", "absolute"].includes(getComputedStyle(box).position)) layer = box;
      return layer;
    };
    const scrolls = (value: string): boolean => value === "auto" || value === "scroll";
    const texts: { readonly text: string; readonly element: Element; readonly layer: Element; readonly box: DOMRect }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || (node.textContent ?? "").trim() === "" || isHidden(element)) continue;
      // The sentence in the captions line stands in the article above.
      if (element.matches(".caption")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const text = short(node.textContent ?? "");
      const layer = layerOf(element);
      for (const box of boxes) {
        let isShown = true;
        for (let outer: Element | null = element; outer && outer !== document.documentElement; outer = outer.parentElement) {
          const style = getComputedStyle(outer);
          const edge = outer.getBoundingClientRect();
          if (style.display === "inline" || style.display === "contents") continue;
          const isBeside = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
          const isAboveOrBelow = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
          if (isBeside && scrolls(style.overflowX)) isShown = false;
          else if (isBeside && style.overflowX !== "visible") found.add(`cut beside by ${nameOf(outer)}: ${text}`);
          if (isAboveOrBelow && scrolls(style.overflowY)) isShown = false;
          else if (isAboveOrBelow && style.overflowY !== "visible") found.add(`cut above or below by ${nameOf(outer)}: ${text}`);
          if (outer === element && isBeside && ["BUTTON", "SUMMARY", "LABEL", "TH", "TD", "A"].includes(outer.tagName))
            found.add(`stands out of ${nameOf(outer)}: ${text}`);
          if (style.textOverflow === "ellipsis" && outer.scrollWidth > outer.clientWidth + SLACK)
            found.add(`dots in ${nameOf(outer)}: ${text}`);
          if (!isShown) break;
        }
        if (!isShown) continue;
        if (box.left < -SLACK || box.right > innerWidth + SLACK) found.add(`beyond the window's edge, in ${nameOf(element)}: ${text}`);
        texts.push({ text, element, layer, box });
      }
    }
    for (const field of root.querySelectorAll("select, button, input[type=button], input[type=submit]"))
      if (field instanceof HTMLElement && !isHidden(field) && field.scrollWidth > field.clientWidth + SLACK && field.clientWidth > 0)
        found.add(`cut in ${nameOf(field)}: ${short(field.textContent ?? "")}`);
    texts.sort((one, other) => one.box.top - other.box.top);
    for (const [at, one] of texts.entries())
      for (let next = at + 1; next < texts.length; next += 1) {
        const other = texts[next];
        if (!other || other.box.top > one.box.bottom) break;
        if (other.element === one.element || other.layer !== one.layer) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines may touch: a font's box is higher than its letters.
        if (across > SLACK && down > Math.min(one.box.height, other.box.height) / 3)
          found.add(`over one another: ${one.text} (${nameOf(one.element)}) and ${other.text} (${nameOf(other.element)})`);
      }
    return [...found];
  });
}
