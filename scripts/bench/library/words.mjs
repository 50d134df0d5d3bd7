// Made-up news, the same every time: words of made-up syllables with the frequencies that words have (Zipf), beside the small words of real
// languages, so that an index has rare words, common ones, names and beginnings as a library of news has them.

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32, public domain). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LATIN = {
  onsets: ["b", "br", "c", "ch", "d", "f", "g", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w"],
  vowels: ["a", "e", "i", "o", "u", "ea", "ou"],
  ends: ["", "", "n", "r", "s", "l", "t", "nd"],
};
const CYRILLIC = {
  onsets: ["б", "в", "г", "д", "к", "л", "м", "н", "п", "р", "с", "ст", "т", "ч"],
  vowels: ["а", "е", "и", "о", "у", "я"],
  ends: ["", "", "н", "р", "л", "й", "т"],
};
const ARABIC = {
  onsets: ["ب", "ت", "ج", "ح", "د", "ر", "س", "ش", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه"],
  vowels: ["ا", "و", "ي", ""],
  ends: ["", "", "ن", "ر", "ة"],
};
/** Han signs in use, so many of the block: each is a word to an index. */
const HAN = Array.from({ length: 2500 }, (_, n) => String.fromCodePoint(0x4e00 + n * 3));

/** The languages, how often each occurs, and their smallest words. */
const LANGUAGES = [
  {
    lang: "en",
    share: 0.5,
    seed: 11,
    sounds: LATIN,
    small: "the of to and a in is that for on was with as by at from has it an are this be said will".split(" "),
  },
  {
    lang: "de",
    share: 0.12,
    seed: 12,
    sounds: { ...LATIN, vowels: [...LATIN.vowels, "ä", "ö", "ü"] },
    small: "die der und in das von zu mit den ist auf für im dem nicht ein eine als auch sich".split(" "),
  },
  {
    lang: "es",
    share: 0.12,
    seed: 13,
    sounds: { ...LATIN, vowels: [...LATIN.vowels, "á", "í", "ó"] },
    small: "de la que el en y a los se del las un por con no una su para es al".split(" "),
  },
  { lang: "ru", share: 0.1, seed: 14, sounds: CYRILLIC, small: "и в не на что с по как из у к о за от для до это но".split(" ") },
  { lang: "ar", share: 0.08, seed: 15, sounds: ARABIC, small: "في من على إلى أن عن مع هذا التي كان قد ما لا".split(" ") },
  { lang: "zh", share: 0.08, seed: 16, sounds: null, small: [] },
];

/** Different words of a language beside the small ones: what 100,000 news articles have, names left out (guess). */
const VOCABULARY = 30_000;

function vocabularyOf({ sounds, small, seed }) {
  const next = chance(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const words = new Set(small);
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor(next() * 3.4);
    words.add(Array.from({ length: syllables }, () => one(sounds.onsets) + one(sounds.vowels)).join("") + one(sounds.ends));
  }
  return [...words];
}

const known = new Map();
function languageOf(pick) {
  const before = LANGUAGES.map((_, at) => LANGUAGES.slice(0, at + 1).reduce((sum, { share }) => sum + share, 0));
  const language = LANGUAGES[before.findIndex((sum) => pick < sum)] ?? LANGUAGES[0];
  if (!known.has(language.lang)) known.set(language.lang, language.sounds === null ? HAN : vocabularyOf(language));
  return { lang: language.lang, words: known.get(language.lang) };
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The n-th article: its language, headline, and paragraphs of about 3,000 signs together (a third of that in Han). */
export function newsOf(n) {
  const next = chance(1000 + n);
  const { lang, words } = languageOf(next());
  const isHan = lang === "zh";
  // The k-th word is as frequent as 1/k.
  const word = () => words[Math.min(words.length - 1, Math.floor(words.length ** next()) - 1)];
  const rare = () => words[Math.floor(next() * words.length)];
  const join = (list) => list.join(isHan ? "" : " ");
  const sentence = (length) => {
    const list = Array.from({ length }, () => (next() < 0.06 ? rare() : word()));
    return `${capital(join(list))}${isHan ? "。" : "."}`;
  };
  const title = capital(join(Array.from({ length: 6 + Math.floor(next() * 5) }, () => (next() < 0.5 ? rare() : word()))));
  const goal = (isHan ? 900 : 3000) * (0.5 + next());
  const paragraphs = [];
  for (let size = 0; size < goal; ) {
    const text = Array.from({ length: 2 + Math.floor(next() * 3) }, () => sentence(8 + Math.floor(next() * 18))).join(isHan ? "" : " ");
    paragraphs.push(text);
    size += text.length;
  }
  // One in a thousand has a word that no other thousand has.
  if (n % 1000 === 500) paragraphs[1] = `${paragraphs[1] ?? ""} Lighthousekeeper${n} was there.`;
  return { lang, dir: lang === "ar" ? "rtl" : "ltr", title, paragraphs, chance: next };
}

/** What is looked for, several of each kind: a word that two articles have, words that most have, phrases, beginnings, operators. */
export function searchesOf(count) {
  const english = languageOf(0).words;
  const of = (list, make) => list.map(make);
  const nth = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  return {
    rare: of(nth, (k) => `lighthousekeeper${500 + 1000 * (k % Math.max(1, Math.floor(count / 1000)))}`),
    common: of(nth, (k) => english[k + 5]),
    phrase: of(nth, (k) => `"${english[k]} ${english[(k * 7 + 1) % 10]}"`),
    prefix: of(nth, (k) => ["li", "sta", "bro", "cha", "me", "no", "pra", "tou", "we", "ga"][k]),
    operator: of(
      nth,
      (k) =>
        [
          `${english[k]} unread:`,
          `${english[k]} date:2026-10`,
          `feed:"number ${k}" ${english[k]}`,
          `${english[k + 20]} -${english[k]}`,
          "starred: after:2026-05",
        ][k % 5],
    ),
  };
}
