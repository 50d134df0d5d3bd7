import { asciiOf } from "./ascii.ts";
import { type Command, plainText, type SayPlatform } from "./say-platform.ts";
import { isSayable } from "./words.ts";

/** Prints a line a voice: its name, language and dialect. */
const LIST = `(mapcar (lambda (v) (let ((d (car (cdr (voice.description v)))))
  (format t "%l\\t%l\\t%l\\n" v (get_param 'language d "") (get_param 'dialect d "")))) (voice.list))`;

/** Festival's names of languages that it has voices for. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: "en",
  "english american": "en-US",
  "english british": "en-GB",
  "english scottish": "en-GB",
  british_english: "en-GB",
  americanenglish: "en-US",
  spanish: "es",
  catalan: "ca",
  czech: "cs",
  finnish: "fi",
  italian: "it",
  welsh: "cy",
  german: "de",
};

/** A voice's name, and nothing that Scheme could read as more. */
const NAME = /^[A-Za-z0-9_]+$/;

/**
 * Festival on Linux, by its own `text2wave`: the text is its standard input, which it reads as text and never as Scheme. What goes into
 * the one Scheme expression is a listed voice's name, letters and digits only.
 */
export const festival: SayPlatform = {
  list: { program: "festival", args: ["-b", LIST], stdin: new Uint8Array(0), environment: {} },
  parse: (printed) =>
    printed.split("\n").flatMap((line) => {
      const [name = "", language = "", dialect = ""] = line.split("\t").map((field) => field.replaceAll('"', "").trim().toLowerCase());
      return NAME.test(name) ? [{ name, lang: LANGUAGES[`${language} ${dialect}`] ?? LANGUAGES[language] ?? "und" }] : [];
    }),
  speak(text, voice, file): Command | null {
    const latin = latinOf(text, voice.lang);
    if (!NAME.test(voice.name) || !isSayable(latin)) return null;
    const args = ["-eval", `(voice_${voice.name})`, "-otype", "riff", "-o", file];
    return { program: "text2wave", args, stdin: Buffer.from(latin, "latin1"), environment: {} };
  },
  missing: "Festival is not installed: install the packages festival and festvox-kallpc16k (sudo apt install festival festvox-kallpc16k)",
};

/** Marks that stand alone, or only with quotation marks: a sentence of nothing else makes Festival 2.5 crash (measured). */
const LONE_PUNCTUATION = /(?<!\S)[^\p{L}\p{N}\s&%$+=@#*]+(?!\S)/gu;

/** "AM" behind a number, and "PM": Festival takes the first for the verb and spells neither evenly, unless the letters stand apart. */
const HALF_OF_DAY = /(?<=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty) )AM\b|\bPM\b/g;

/**
 * Festival reads Latin-1, its English voices plain ASCII: accents are taken off, and what it can't say becomes a space.
 */
export function latinOf(text: string, lang: string): string {
  const english = lang.startsWith("en");
  return plainText(text)
    .normalize("NFC")
    .replace(/[\u2013\u2014]/g, ", ")
    .replace(english ? /[^ -~]/gu : /[^ -~\u00c0-\u00ff]/gu, (letter) => asciiOf(letter) || (/\p{Mn}/u.test(letter) ? "" : " "))
    .replace(/"/g, " ")
    .replace(LONE_PUNCTUATION, " ")
    .replace(HALF_OF_DAY, (half) => (english ? `${half.charAt(0)} M` : half));
}
