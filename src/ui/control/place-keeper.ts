import type { Reader } from "../../contract/index.ts";
import type { Place } from "../../model/index.ts";
import type { Reading } from "../state.ts";

/** How often the place is kept while the article sounds, seconds: a crash loses at most 5 s. */
const KEEP_EVERY = 3;

/** Keeps where the listener is. */
export interface PlaceKeeper {
  /** Now. */
  keep(): void;
  /** It was heard to its end: who opens it again hears it from the top. */
  keepTop(): void;
  /** Again and again while it plays. */
  beat(playing: boolean): void;
}

/** What it needs. */
export interface PlaceKeeperWorld {
  readonly keepPlace: Reader["keepPlace"];
  readonly reading: () => Reading | null;
  readonly place: () => Place | null;
  readonly top: () => Place | null;
  /** Whether somebody has begun to listen: who has not has no place. */
  readonly begun: () => boolean;
}

/** Makes it. */
export function createPlaceKeeper(world: PlaceKeeperWorld): PlaceKeeper {
  let timer: ReturnType<typeof setInterval> | undefined;
  const put = (here: Place | null): void => {
    const reading = world.reading();
    // Of a part the place is none of the article's.
    if (!reading || !here || reading.whole || !world.begun()) return;
    // A place that can't be kept now is kept again in a few seconds; the listener has nothing to do about it.
    world.keepPlace({ article: reading.article.id, place: here }).catch(() => {});
  };
  const keep = (): void => put(world.place());
  return {
    keep,
    keepTop: () => put(world.top()),
    beat(playing) {
      if (playing && timer === undefined) timer = setInterval(keep, KEEP_EVERY * 1000);
      if (playing) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
