import type { KeyboardEvent } from "react";

/** Arrow keys go along a list of buttons; Tab leaves it as always. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  // In a check box or a choice arrows have their own meaning.
  if (event.target instanceof HTMLElement && event.target.matches("input, select")) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const from = buttons.findIndex((button) => button.matches(":focus"));
  const target = buttons[from + (event.key === "ArrowDown" ? 1 : -1)];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
