import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SafeMode } from "../../contract/index.ts";

/** Chromium's switch, and what a person types. */
export const SAFE_SWITCH = "safe-mode";
/** How often in a row Lectern may end as it begins before it begins safely. */
const MOST = 2;
/** How long a window stands before it has begun well, milliseconds: what breaks a start breaks it within its first seconds (guess). */
export const BEGUN_WELL = 8_000;

const fileOf = (home: string): string => join(home, "starts.json");

/** How many starts in a row did not end well, up to now. */
function badStarts(home: string): number {
  try {
    const { bad } = JSON.parse(readFileSync(fileOf(home), "utf8")) as { readonly bad?: unknown };
    return typeof bad === "number" && bad > 0 ? bad : 0;
  } catch {
    return 0;
  }
}

function keep(home: string, bad: number): void {
  try {
    writeFileSync(fileOf(home), JSON.stringify({ bad }), { mode: 0o600 });
  } catch {
    // A disk that takes nothing is told of elsewhere.
  }
}

/** The start of a window. */
export interface Start {
  readonly safe: SafeMode;
  /** It stands, or ends as a person wished: nothing is wrong. Not called by a start that something broke. */
  wentWell(): void;
}

/**
 * Counts this start until it went well, and decides whether it is a safe one.
 * @param asked whether the person asked for safe mode
 */
export function beginStart(home: string, asked: boolean): Start {
  const bad = badStarts(home);
  keep(home, bad + 1);
  return { safe: asked ? "asked" : bad >= MOST ? "crashes" : "no", wentWell: () => keep(home, 0) };
}

/** The arguments for starting again, with safe mode or without. */
export const argumentsFor = (argv: readonly string[], safe: boolean): readonly string[] => [
  ...(safe ? [`--${SAFE_SWITCH}`] : []),
  ...argv.slice(1).filter((argument) => argument !== `--${SAFE_SWITCH}`),
];
