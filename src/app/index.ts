export { type App, createApp } from "./app.ts";
export type { EditionProgress, EditionWish, MadeEdition } from "./edition/export-edition.ts";
export { existing, storageFailure, writeWhole } from "./edition/files.ts";
export { planArticles } from "./edition/plan-articles.ts";
export type { EditionMeans, EditionUses } from "./edition/uses.ts";
export { plainLibrary } from "./plain-library.ts";
export { type Recording, record } from "./record.ts";
export { shownBy } from "./shown.ts";
export type { Secrets, World } from "./world.ts";
