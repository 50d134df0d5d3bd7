import { languageOf } from "./voices.ts";

/**
 * What eSpeak NG's data of the pinned version speaks, by `languageOf`; a test compares it with the engine. It is written down here so
 * that an article in one of these languages needs no engine to be asked for its voices.
 */
const EMBEDDED: ReadonlySet<string> = new Set(
  (
    "af am an ar art as az ba be bg bn bpy bs ca chr cs cv cy da de el en eo es et eu fa fi fo fr ga gd gn grc gu hak haw he hi hr ht hu " +
    "hy hyw ia id io is it ja jbo ka kaa kk kl kn ko kok ku ky la lb lfn lt ltg lv mi mk ml mr ms mt mto my nb nci ne nl nog om or pa " +
    "pap pl pt qdb qu quc qya ro ru sd shn si sjn sk sl smj sq sr sv sw ta te th ti tk tlh tn tr tt ug uk ur uz vi yue zh"
  ).split(" "),
);

/** Whether the engine that is always there speaks a language. @param lang BCP 47 */
export const isEmbedded = (lang: string): boolean => EMBEDDED.has(languageOf(lang));

/** The languages of `isEmbedded`. */
export const EMBEDDED_LANGUAGES: readonly string[] = [...EMBEDDED];
