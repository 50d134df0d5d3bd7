/** Letters that come later than this begin anew, milliseconds: as desktops have it. */
const PAUSE = 1000;

/** What somebody looks for by typing. */
export interface Typed {
  readonly text: string;
  /** One letter, or the same again and again: goes on to the next such title. Else the row in focus may be it already. */
  readonly goesOn: boolean;
}

/** Letters typed one after the other. */
export interface TypeAhead {
  /** Takes a key in; null: it is no sign that is typed, or a space that nothing stands before. */
  press(key: string, now: number): Typed | null;
}

/** Whether a key is one sign, of any script. */
const isSign = (key: string): boolean => [...key.normalize("NFC")].length === 1;

/** Begins with nothing typed. */
export function createTypeAhead(): TypeAhead {
  let text = "";
  let last = Number.NEGATIVE_INFINITY;
  return {
    press(key, now) {
      if (!isSign(key)) return null;
      const goesOn = now - last < PAUSE && text !== "";
      if (key === " " && !goesOn) return null;
      last = now;
      const before = goesOn ? text : "";
      const isSame = before !== "" && [...before].every((sign) => sign.toLowerCase() === key.toLowerCase());
      text = before + key;
      return isSame ? { text: key, goesOn: true } : { text, goesOn: before === "" };
    },
  };
}

/** The number that comes after another one, or is it where `inclusive`; from the end on from the beginning. Null: there are none. */
export function nextOf(numbers: readonly number[], from: number, inclusive: boolean): number | null {
  return numbers.find((one) => (inclusive ? one >= from : one > from)) ?? numbers[0] ?? null;
}
