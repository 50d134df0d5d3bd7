import type { Report } from "./hearing.ts";

/** What the page tells the audio thread. */
export type SpoolOrder =
  | { readonly kind: "push"; readonly samples: Float32Array }
  | { readonly kind: "cut"; readonly frame: number; readonly position: number /** Counts the cuts. */; readonly cut: number }
  | { readonly kind: "pause" | "resume" };

/** What the audio thread tells the page. `cut`: the last one that it obeyed. */
export type SpoolReport = Report & { readonly cut: number };

/** The processor's name. */
export const PROCESSOR = "lectern-spool";
