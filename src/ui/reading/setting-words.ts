import type { Difference, FiledSetting } from "../../model/index.ts";
import { interfaceLanguage, type MessageKey, series, sizeOf, words } from "../../words/index.ts";

/** What a setting is called, and how its values begin in the messages where they are words. */
interface SettingWords {
  readonly label: MessageKey;
  readonly values?: string;
}

const SETTINGS: Readonly<Record<FiledSetting, SettingWords>> = {
  textSize: { label: "settings.textSize" },
  theme: { label: "settings.theme", values: "theme" },
  textFace: { label: "looks.face", values: "face" },
  lineSpacing: { label: "looks.lineSpacing" },
  letterSpacing: { label: "looks.letterSpacing" },
  wordSpacing: { label: "looks.wordSpacing" },
  paragraphSpacing: { label: "looks.paragraphSpacing" },
  columnWidth: { label: "looks.columnWidth" },
  alignment: { label: "looks.alignment", values: "alignment" },
  ruler: { label: "looks.ruler", values: "ruler" },
  markParts: { label: "looks.markParts", values: "markParts" },
  markStyle: { label: "looks.markStyle", values: "markStyle" },
  ownColours: { label: "looks.own" },
  pictures: { label: "looks.pictures", values: "pictures" },
  pictureColours: { label: "looks.pictureColours", values: "pictureColours" },
  rate: { label: "settings.rate" },
  voice: { label: "voices.title" },
  voices: { label: "settings.voiceLanguage" },
  dialects: { label: "settings.dialects" },
  pitch: { label: "settings.pitch" },
  verbosity: { label: "settings.verbosity", values: "verbosity" },
  voiceMode: { label: "settings.voiceMode", values: "mode" },
  starterPack: { label: "lexicon.starter" },
  resume: { label: "settings.resume", values: "resume" },
  language: { label: "settings.language" },
  pauses: { label: "settings.pauses" },
  headingStyle: { label: "settings.style.heading", values: "style" },
  photoStyle: { label: "settings.style.photo", values: "style" },
  captionStyle: { label: "settings.style.caption", values: "style" },
  quotationStyle: { label: "settings.style.quotation", values: "style" },
  mediaKeys: { label: "settings.mediaKeysReach", values: "mediaKeys" },
  keys: { label: "help.title" },
  profiles: { label: "profile.title" },
  refreshTime: { label: "settings.refreshTime", values: "refreshTime" },
  refreshOnBattery: { label: "settings.refreshOnBattery" },
  refreshOnMetered: { label: "settings.refreshOnMetered" },
  refreshClosed: { label: "settings.refreshClosed" },
  lineCost: { label: "settings.lineCost", values: "lineCost" },
  offlinePictures: { label: "settings.offlinePictures", values: "offlinePictures" },
  breaking: { label: "settings.breakingManner", values: "breakingManner" },
  breakingWords: { label: "settings.breakingWords" },
  quietHours: { label: "settings.quiet" },
  libraryBudget: { label: "settings.libraryBudget", values: "libraryBudget" },
  keepRead: { label: "settings.keepRead", values: "keepRead" },
  readyBudget: { label: "settings.readyBudget" },
  readyQueue: { label: "settings.readyQueue" },
  readyFolders: { label: "settings.readyFolders" },
  newsOrder: { label: "settings.newsOrder", values: "order" },
  rowParts: { label: "settings.rowParts" },
  caretFollows: { label: "settings.caretFollows" },
  sleepHalts: { label: "settings.sleepHalts" },
  updates: { label: "settings.updateManner", values: "updateManner" },
  updateChannel: { label: "settings.updateChannel", values: "updateChannel" },
  notify: { label: "settings.notify" },
  offerCopied: { label: "settings.offerCopied" },
};

/** What a setting is called where it is set. */
export const settingLabel = (name: FiledSetting): string => words(SETTINGS[name].label);

/** A value of a setting in a few words: that of a list as the list has it, of many things how many they are. */
export function settingValue({ name }: Pick<Difference, "name">, value: unknown): string {
  const { values } = SETTINGS[name];
  if (values && value !== null) return words(`${values}.${String(value)}` as MessageKey);
  if (typeof value === "boolean") return words(value ? "settingsFile.on" : "settingsFile.off");
  if (name === "textSize" && typeof value === "number") return words("size.plain", { size: value });
  if (typeof value === "number") return new Intl.NumberFormat(interfaceLanguage()).format(value);
  if (name === "readyBudget") return sizeOf(Number(value) * 1_000_000);
  if (typeof value === "string") return value;
  if (name === "columnWidth") return words("looks.wholeWindow");
  if (value === null) return "–";
  if (name === "ownColours" || name === "quietHours") return series(Object.values(Object(value)).map(String));
  return words("settingsFile.entries", { count: Object.keys(Object(value)).length });
}
