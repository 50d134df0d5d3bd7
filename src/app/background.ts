import type { Library } from "../library/index.ts";
import type { Line, RefreshHold } from "../model/index.ts";
import type { Rounds } from "./rounds.ts";
import { hindranceOf, holdOf, isMetered, isRoundDue } from "./schedule.ts";

/** What the computer says of its power. */
export interface Power {
  /** Null: not known. */
  readonly onBattery: boolean | null;
  /** It has just woken up. */
  readonly woke: boolean;
}

/** Asks for news by itself, at the times that the listener has set. */
export interface Background {
  /** Begins to look at the clock. */
  begin(rounds: Rounds): void;
  tellLine(line: Line): void;
  /** What it costs stays as it was told. */
  tellOnline(online: boolean): void;
  tellPower(power: Power): void;
  /** Why no round begins by itself. */
  hold(): RefreshHold | null;
  /** Why nothing else is fetched by itself now. */
  hindrance(): Exclude<RefreshHold, "off"> | null;
  /** Whether pictures may be fetched that nobody looks at yet. */
  mayFetchPictures(): boolean;
  end(): void;
}

/** How often it looks at the clock, milliseconds: a round begins so much late at most, and after a sleep no timer is late. */
const LOOK = 5_000;

/** Makes one that does not look yet. Until somebody says else, there is a line, and the power is not known. */
export function createBackground(library: Library, now: () => string): Background {
  const seconds = (): number => Date.parse(now()) / 1000;
  const started = seconds();
  let line: Line = { online: true, metered: null };
  let onBattery: boolean | null = null;
  let woke: number | null = null;
  let last: number | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let rounds: Rounds | null = null;

  const look = (): void => {
    if (!rounds || rounds.state().running) return;
    const { feeds, last: asked } = library.feeds.overview();
    if (feeds === 0) return;
    const times = [last, asked === null ? null : Date.parse(asked) / 1000].filter((time) => time !== null);
    const before = times.length === 0 ? null : Math.max(...times);
    const occasion = { now: seconds(), started, woke, last: before, lost: rounds.isLost(), settings: library.settings(), line, onBattery };
    if (!isRoundDue(occasion)) return;
    last = occasion.now;
    rounds.start(false);
  };
  return {
    begin(found) {
      rounds = found;
      // A library that can't be read now is asked again in a moment; its listener hears of it when they ask for something.
      timer ??= setInterval(() => {
        try {
          look();
        } catch {}
      }, LOOK);
    },
    tellLine(told) {
      line = told;
      rounds?.tell();
    },
    tellOnline(online) {
      if (online === line.online) return;
      line = { ...line, online };
      rounds?.tell();
    },
    tellPower(power) {
      onBattery = power.onBattery;
      if (power.woke) woke = seconds();
      rounds?.tell();
    },
    hold: () => holdOf({ settings: library.settings(), line, onBattery }),
    hindrance: () => hindranceOf({ settings: library.settings(), line, onBattery }),
    mayFetchPictures() {
      const settings = library.settings();
      return settings.offlinePictures === "always" || (settings.offlinePictures === "unmetered" && !isMetered(settings, line));
    },
    end() {
      if (timer !== null) clearInterval(timer);
    },
  };
}
