import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** A rectangle of the screen, pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was, and whether it filled its screen. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

/** The least of a window that must be on a screen to be found and moved, pixels: its title and a few letters. */
const LEAST_SEEN = { width: 160, height: 60 } as const;

const isPlace = (value: unknown): value is WindowPlace =>
  typeof value === "object" &&
  value !== null &&
  ["x", "y", "width", "height"].every((name) => Number.isSafeInteger((value as Readonly<Record<string, unknown>>)[name])) &&
  typeof (value as { readonly maximized?: unknown }).maximized === "boolean";

/** The place that is kept in a file, null where there is none that can be believed. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a place, whole or not at all. Where it can't be kept, the window opens in its usual place: nobody needs to be told. */
export function keepPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place));
    renameSync(`${file}.new`, file);
  } catch {
    // A full disk is told of where something of the listener's is at stake.
  }
}

/**
 * Where a window opens that was here: within one of the screens that there are now, and no larger than it. Null: in the middle, as large as
 * usual, because its screen is gone.
 * @param screens what windows can cover of each
 */
export function placeOn(
  kept: WindowPlace | null,
  screens: readonly Rectangle[],
  least: { readonly width: number; readonly height: number },
): Rectangle | null {
  if (kept === null || kept.width < least.width || kept.height < least.height) return null;
  const seen = (screen: Rectangle): { readonly width: number; readonly height: number } => ({
    width: Math.min(kept.x + kept.width, screen.x + screen.width) - Math.max(kept.x, screen.x),
    height: Math.min(kept.y + kept.height, screen.y + screen.height) - Math.max(kept.y, screen.y),
  });
  const area = (screen: Rectangle): number => Math.max(0, seen(screen).width) * Math.max(0, seen(screen).height);
  const [screen] = [...screens].sort((one, other) => area(other) - area(one));
  if (!screen || seen(screen).width < LEAST_SEEN.width || seen(screen).height < LEAST_SEEN.height) return null;
  const width = Math.min(kept.width, screen.width);
  const height = Math.min(kept.height, screen.height);
  return {
    x: Math.min(Math.max(kept.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(kept.y, screen.y), screen.y + screen.height - height),
    width,
    height,
  };
}
