export { narrate } from "./narrate.ts";
export { type Stretch, sentences } from "./sentences.ts";
export { shownText } from "./shown.ts";
