/** The button that follows a link: the main one, and the keys that stand for it. */
const MAIN_BUTTON = 0;

/** The buttons at a mouse's side. */
const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/** The button that opens a context menu. */
const MENU_BUTTON = 2;

/** Puts the caret where a context menu was asked for, as a click does: what the menu offers begins there. */
function putCaretAt(event: MouseEvent): void {
  const selection = getSelection();
  // A menu by key belongs to the caret, and a selection is what is to be copied.
  if (!selection?.isCollapsed || (event.button !== MENU_BUTTON && !event.ctrlKey)) return;
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  if (range) selection.collapse(range.startContainer, range.startOffset);
}

/** What the pointer does in the article. */
export interface PointerWorld {
  /** Plays from where the caret is. */
  readonly playHere: () => void;
  /** A link was followed. */
  readonly follow: (address: string, text: string) => void;
  /** Goes back or forward to where the person was. */
  readonly step: (direction: 1 | -1) => void;
}

/** Listens at the root: listeners on the article's own elements would make screen readers call its text clickable. */
export function listenToPointer({ playHere, follow, step }: PointerWorld): void {
  const inside = (target: EventTarget | null, selector: string): Element | null =>
    target instanceof Element ? target.closest(`[data-article] ${selector}`) : null;
  document.addEventListener("click", (event) => {
    const link = inside(event.target, "a[href]");
    if (!(link instanceof HTMLAnchorElement) || event.button !== MAIN_BUTTON) return;
    event.preventDefault();
    follow(link.href, link.textContent ?? "");
  });
  document.addEventListener("mouseup", (event) => {
    if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
    event.preventDefault();
    step(event.button === FORWARD_BUTTON ? 1 : -1);
  });
  document.addEventListener("contextmenu", (event) => {
    if (inside(event.target, "[data-block]")) putCaretAt(event);
  });
  document.addEventListener("dblclick", (event) => {
    if (inside(event.target, "[data-block]")) playHere();
  });
}
