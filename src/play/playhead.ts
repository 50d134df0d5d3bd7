/** Where the ear is, by the clock on the wall: what a device must have played of what it was given. */
export interface Playhead {
  /** The device has everything up to this second of sound. */
  feed(until: number): void;
  /** The device plays, beginning after a delay (seconds). */
  start(delay: number): void;
  /** The device stops after it has played so much more (seconds). */
  stop(carry: number): void;
  /** Goes to a later second, or to an earlier one that is not heard yet. */
  seek(at: number): void;
  /** The device itself says where it is. */
  correct(at: number): void;
  /** What has been heard, seconds of sound; never goes back but by `seek`, and waits where nothing more was fed. */
  position(): number;
}

/** Makes a playhead at 0 that stands still. `now`: seconds. `delay`: what a device that ran dry takes until it sounds again. */
export function createPlayhead(now: () => number, delay: number): Playhead {
  let at = 0;
  let fed = 0;
  let running = false;
  /** When the device was, or will be, at `at`. */
  let since = 0;
  /** The most that was ever told. */
  let told = 0;
  const move = (): number => {
    const time = now();
    if (running && time > since) {
      at = Math.min(fed, at + time - since);
      since = time;
    }
    return at;
  };
  const position = (): number => {
    told = Math.max(told, move());
    return told;
  };
  return {
    position,
    feed(until) {
      const wasDry = move() >= fed;
      fed = Math.max(fed, until);
      if (running && wasDry && since <= now()) since = now() + delay;
    },
    start(wait) {
      move();
      running = true;
      since = now() + wait;
    },
    stop(carry) {
      at = Math.min(fed, move() + (running && since <= now() ? carry : 0));
      running = false;
    },
    seek(to) {
      at = to;
      fed = to;
      told = to;
      since = now();
    },
    correct(to) {
      if (!running) return;
      at = Math.min(fed, to);
      since = now();
    },
  };
}
