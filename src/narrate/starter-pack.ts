import type { LexiconEntry } from "../model/index.ts";

/** Names in the news that a voice made for English reads wrongly (heard with eSpeak NG), and what it reads better. */
const NAMES: Readonly<Record<string, string>> = {
  "Xi Jinping": "Shee Jin ping",
  Xi: "Shee",
  Zelenskyy: "Zelensky",
  Erdogan: "Airdowan",
  Erdoğan: "Airdowan",
  Macron: "Mackrawn",
  Houthi: "Hoothee",
  Houthis: "Hoothees",
  Taoiseach: "Teeshock",
  Dáil: "Doyle",
  "Sinn Fein": "Shin Fain",
  "Sinn Féin": "Shin Fain",
  Nguyen: "Win",
  Qatar: "Cuttar",
  Putin: "Pootin",
  Uyghur: "Weegur",
  Uyghurs: "Weegurs",
  Xinjiang: "Shin jyang",
  Guangzhou: "Gwahng joe",
  Zhejiang: "Juh jyang",
  Chongqing: "Chong ching",
  "al-Qaida": "al Kyda",
  "al-Qaeda": "al Kyda",
  Lviv: "Luh veev",
  Dnipro: "Duh neepro",
  Odesa: "Odessa",
  Mosul: "Moe sool",
  "Verkhovna Rada": "Verkovna Rahda",
  Mbappé: "Em bappay",
  Milei: "Mee lay",
  Duterte: "Doo tertay",
  "Shinzo Abe": "Shinzo Ah bay",
  Kagame: "Kah gah may",
  Tshisekedi: "Cheesa keddy",
  Museveni: "Moo sev enny",
  "Abiy Ahmed": "Ah bee Akmed",
  Tigray: "Tee gry",
  "N'Djamena": "Jah meh na",
  Reykjavik: "Rayk yavik",
  Reykjavík: "Rayk yavik",
  Versailles: "Vair sigh",
  Tucson: "Too sonn",
  Boise: "Boy see",
  Huawei: "Wah way",
  Hyundai: "Hun day",
  Xiaomi: "Shao mee",
  Nvidia: "En vidia",
  Idlib: "Idd lib",
};

/** What no listener needs of an address. */
const UNHEARD = ["https://www.", "http://www.", "https://", "http://", "www."];

const entry = (written: string, spoken: string, match: LexiconEntry["match"], lang: string | null): LexiconEntry => ({
  written,
  spoken,
  match,
  lang,
  site: null,
  voice: null,
  ignoreCase: match === "skip",
});

/**
 * The lexicon that a new listener begins with: a collection of its own, behind the listener's own entries, that can be switched off.
 * Names are respelled for voices that speak English.
 */
export const STARTER_PACK: readonly LexiconEntry[] = [
  ...UNHEARD.map((written) => entry(written, "", "skip", null)),
  ...Object.entries(NAMES).map(([written, spoken]) => entry(written, spoken, "word", "en")),
];
