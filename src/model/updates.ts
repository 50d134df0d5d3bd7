/** What is done about newer Lecterns by itself: nothing, telling, or fetching and checking too. Nothing is ever put in place by itself. */
export const UPDATE_MANNERS = ["off", "tell", "fetch"] as const;
export type UpdateManner = (typeof UPDATE_MANNERS)[number];

/** Which Lecterns are offered: finished ones, or those to be tried too. */
export const UPDATE_CHANNELS = ["stable", "beta"] as const;
export type UpdateChannel = (typeof UPDATE_CHANNELS)[number];

/** Why a newer Lectern can't be had. */
export const UPDATE_FAULTS = ["offline", "nothing-there", "not-signed", "damaged", "disk", "reading", "not-installed"] as const;
/**
 * `nothing-there`: the place answers, and has no list. `not-signed`: the list is not of who made this Lectern. `damaged`: what came is not
 * what the list names. `reading`: something is being read, and nothing is put in place meanwhile. `not-installed`: it is here and checked, and the
 * system did not let Lectern put it in place.
 */
export type UpdateFault = (typeof UPDATE_FAULTS)[number];

/** What looking for a newer Lectern came to. */
export type UpdateFound =
  /** This build was told no place to look at. */
  | { readonly kind: "no-place" }
  /** It was put here by something else, which renews it: a folder, a distribution's package. */
  | { readonly kind: "elsewhere" }
  /** This is the newest. */
  | { readonly kind: "newest"; readonly version: string }
  /** `notes`: what is new, plain text. `fetched`: it is here and checked. */
  | { readonly kind: "newer"; readonly version: string; readonly notes: string; readonly fetched: boolean }
  /** It is not time to look again by itself. */
  | { readonly kind: "later" }
  | { readonly kind: "failed"; readonly fault: UpdateFault };
