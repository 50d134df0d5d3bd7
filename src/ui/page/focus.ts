/**
 * Gives the focus to any element. What is no control is made focusable for as long as it has the focus, no longer: screen readers
 * call focusable text clickable (heard with Orca 43), and a caret inside it is not believed while something else has the focus.
 */
export function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.setAttribute("tabindex", "-1");
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus({ preventScroll: true });
}
