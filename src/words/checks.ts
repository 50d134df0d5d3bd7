import type { FailureCode, Finding } from "../model/index.ts";
import type { MessageKey } from "./en/index.ts";
import { words } from "./interface.ts";
import { leftToRight } from "./left-to-right.ts";

/** Findings with something to do. */
const NEXT: { readonly [S in Finding["says"]]?: MessageKey } = {
  "check.full": "check.full.next",
  "check.no-write": "check.no-write.next",
  "check.root": "check.root.next",
  "check.no-sandbox": "check.no-sandbox.next",
};

/** Tells what was found, and what to do; null: nothing. */
export function checkWords({ says, values }: Finding): { readonly message: string; readonly next: string | null } {
  const code = says.startsWith("failure.") ? (says.slice("failure.".length) as FailureCode) : null;
  const next = code === null ? NEXT[says] : (`failure.${code}.next` as const);
  const folder = values.folder;
  const shown = typeof folder === "string" ? { ...values, folder: leftToRight(folder) } : values;
  return { message: words(says, shown), next: next === undefined ? null : words(next, values) };
}
