export { joined } from "../model/index.ts";
export { checkWords } from "./checks.ts";
export { chordLabel, plainKey } from "./chord-label.ts";
export type { HelpName } from "./en/help.ts";
export type { MessageKey } from "./en/index.ts";
export { helpIn, helpTitles } from "./help.ts";
export {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceDirection,
  interfaceLanguage,
  interfaceLocale,
  speakLanguage,
  type Words,
  words,
} from "./interface.ts";
export { keyName } from "./key-names.ts";
export { languageName, ownLanguageName } from "./language-name.ts";
export { leftToRight } from "./left-to-right.ts";
export { licenceWords } from "./licence.ts";
export { minutesIn, plainDigits } from "./minutes.ts";
export { PSEUDO_LOCALES } from "./pseudo.ts";
export { readyWords } from "./ready.ts";
export { noticeWords, rescueWords } from "./rescue.ts";
export { safeWords } from "./safe.ts";
export { type SaidKey, said, saidLanguage } from "./said.ts";
export { saidChord } from "./said-keys.ts";
export { sampleOf } from "./samples.ts";
export { sentencesOf } from "./sentences.ts";
export { series } from "./series.ts";
export { sizeOf } from "./size.ts";
export { shareWords, syncFailure, syncWords } from "./sync.ts";
export { type Whereabouts, whereWords } from "./where.ts";
