export { createEspeak, type EspeakOptions } from "./espeak.ts";
export { createFlite, type FliteOptions } from "./flite.ts";
export { createSay, type SayOptions } from "./say.ts";
export { createSpeaker, type Speaker } from "./speaker.ts";
export { createTone } from "./tone.ts";
