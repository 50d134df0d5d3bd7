/** The numbers that people say, as far as they are asked for. */
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const HOURS = /^(?:h|hr|hrs|hour|hours)$/;
const MINUTES = /^(?:m|min|mins|minute|minutes|’|')$/;
/** More is a day. */
const MOST_MINUTES = 24 * 60;

/** The minutes that somebody asks for: "12", "twelve minutes", "half an hour", "1 hour 20", "1:30", "twenty-five". Null: not understood. */
export function minutesIn(text: string): number | null {
  const clock = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  if (text.trim().startsWith("-")) return null;
  const tokens = text
    .toLowerCase()
    .replace(/(\d)([a-z])/g, "$1 $2")
    .replace(/([a-z])(\d)/g, "$1 $2")
    .replace(/(\d),(\d)/g, "$1.$2")
    .split(/[\s-]+/)
    .filter((token) => token !== "" && token !== "and" && token !== "about");
  let minutes = 0;
  let number: number | null = null;
  let unit: "hours" | "minutes" | null = null;
  for (const token of tokens) {
    const value = Object.hasOwn(NUMBERS, token) ? NUMBERS[token] : /^\d+(?:\.\d+)?$/.test(token) ? Number(token) : undefined;
    const isArticle = (token === "a" || token === "an") && number !== null;
    if (isArticle) continue;
    if (value !== undefined) {
      // "Twenty five"; two numbers without a word between them mean nothing else.
      if (number !== null && !(number >= 20 && number % 10 === 0 && value < 10)) return null;
      number = (number ?? 0) + value;
    } else if (token === "half" || token === "quarter")
      number = (number === null || number === 1 ? 0 : number) + (token === "half" ? 0.5 : 0.25);
    else if (token === "of") continue;
    else if (HOURS.test(token)) {
      if (number === null) return null;
      minutes += number * 60;
      number = null;
      unit = "hours";
    } else if (MINUTES.test(token)) {
      if (number === null) return null;
      minutes += number;
      number = null;
      unit = "minutes";
    } else return null;
  }
  // "An hour and a half": what follows hours without a word is a part of one, or minutes.
  if (number !== null) minutes += unit === "hours" && number < 1 ? number * 60 : number;
  return within(minutes);
}

const within = (minutes: number): number | null => (minutes > 0 && minutes <= MOST_MINUTES ? minutes : null);
