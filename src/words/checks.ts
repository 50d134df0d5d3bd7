import type { FailureCode, Finding } from "../model/index.ts";
import type { MessageKey } from "./en/index.ts";
import { words } from "./interface.ts";

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
  return { message: words(says, values), next: next === undefined ? null : words(next, values) };
}
