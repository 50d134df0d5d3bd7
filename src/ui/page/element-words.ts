import { joined, series, words } from "../../words/index.ts";

const ROLES: Readonly<Record<string, () => string>> = {
  A: () => words("role.link"),
  BUTTON: () => words("role.button"),
  SELECT: () => words("role.choice"),
  TEXTAREA: () => words("role.field"),
  SUMMARY: () => words("role.button"),
};

function roleOf(element: Element): string {
  if (element instanceof HTMLInputElement) {
    if (element.type === "radio") return words("role.radio");
    if (element.type === "range") return words("role.slider");
    if (element.type === "checkbox") return words("role.checkbox");
    return words("role.field");
  }
  return ROLES[element.tagName]?.() ?? "";
}

function nameOf(element: Element): string {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return joined(labelled.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? ""));
  const own = element.getAttribute("aria-label");
  if (own) return own;
  if ("labels" in element && element.labels instanceof NodeList && element.labels[0])
    return joined([...element.labels].map((label) => label.textContent ?? ""));
  return element.textContent ?? "";
}

/** What is chosen in an element, and how it stands: "ticked", the line of a list of choices. */
export function stateOf(element: Element): string {
  const states: string[] = [];
  if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox"))
    states.push(words(element.checked ? "state.checked" : "state.unchecked"));
  else if (element instanceof HTMLSelectElement) states.push(element.selectedOptions[0]?.textContent ?? "");
  else if (element instanceof HTMLInputElement) states.push(element.getAttribute("aria-valuetext") ?? element.value);
  const expanded = element.getAttribute("aria-expanded");
  if (expanded) states.push(words(expanded === "true" ? "state.expanded" : "state.collapsed"));
  const pressed = element.getAttribute("aria-pressed");
  if (pressed) states.push(words(pressed === "true" ? "state.pressed" : "state.notPressed"));
  if (element.getAttribute("aria-current") === "true") states.push(words("state.current"));
  return series(states);
}

/** What Lectern's own voice says of an element that has the focus: its name, what it is and its state. */
export const elementWords = (element: Element): string =>
  series([nameOf(element), roleOf(element), stateOf(element)].map((part) => part.replace(/\s+/g, " ").trim()));
