/** A word of Flite's own division of a text. */
export interface FliteToken {
  /** Where it begins in the text: ASCII characters. */
  readonly offset: number;
  /** When its first sound begins, seconds from the utterance's first. */
  readonly time: number;
}

/** An utterance of Flite's as it lies in its memory. */
export interface FliteUtterance {
  readonly tokens: readonly FliteToken[];
  /** Seconds. */
  readonly duration: number;
  /** When its first sound begins and its last one ends, without the silence around them. Seconds. */
  readonly from: number;
  readonly to: number;
  /** How much of the text it is, characters. */
  readonly length: number;
}

/** More of anything than this is no list of Flite's but a wrong guess at one. */
const MOST = 20_000;
/** Flite's type numbers of a value (cst_val.h, 2.3). */
const FLOAT = 3;
const STRING = 5;
/** The name of a sound that is none. */
const SILENCE = "pau";
/** A heap may begin within the page that the program's own data ends in, bytes. */
const PAGE = 65_536;

/**
 * Flite prints when each of its sounds ends, but not which word it belongs to. Its memory has both: while it prints, the utterance is a
 * graph of tokens, words, syllables and sounds, laid out as in its sources (cst_item.h, cst_relation.h and cst_val.h of 2.3, 32 bit; seen
 * in 0.1.1 of the package). Everything is checked on the way: null for anything that is not exactly that.
 * @param initial the memory's size when the program began, bytes: the heap is behind it
 * @param printed the ends of all sounds as printed: what is found must have the same number
 */
export function utteranceIn(memory: ArrayBuffer, initial: number, printed: number): FliteUtterance | null {
  const bytes = Buffer.from(memory);
  const from = Math.max(0, initial - PAGE);
  try {
    for (const name of places(bytes, Buffer.from("Token\0"), from)) {
      const pointer = Buffer.alloc(4);
      pointer.writeUInt32LE(name);
      for (const relation of places(bytes, pointer, from)) {
        const found = relation % 4 === 0 ? read(bytes, relation) : null;
        if (found?.sounds === printed) return found.utterance;
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  return null;
}

function* places(bytes: Buffer, wanted: Buffer, from: number): Generator<number, void, void> {
  for (let at = bytes.indexOf(wanted, from); at >= 0; at = bytes.indexOf(wanted, at + 1)) yield at;
}

/** Reads the utterance of a token relation; null: it is none. */
function read(bytes: Buffer, relation: number): { readonly utterance: FliteUtterance; readonly sounds: number } | null {
  const word = (at: number): number => bytes.readUInt32LE(at);
  const text = (at: number): string => {
    const end = bytes.indexOf(0, at);
    if (end < 0 || end - at > MOST) throw new RangeError("no text");
    return bytes.toString("latin1", at, end);
  };
  /** Items of a list: each has contents, relation, next, previous, up, down. */
  function* items(first: number): Generator<number, void, void> {
    let count = 0;
    for (let item = first; item !== 0; item = word(item + 8)) {
      if (++count > MOST) throw new RangeError("no list");
      yield item;
    }
  }
  /** The value of a feature; `at` is where the list of them begins. 0: there is none. */
  const feature = (at: number, wanted: string): number => {
    let count = 0;
    for (let pair = word(at); pair !== 0; pair = word(pair + 8)) {
      if (++count > MOST) throw new RangeError("no features");
      if (text(word(pair)) === wanted) return word(pair + 4);
    }
    return 0;
  };
  const own = (item: number, wanted: string): number => feature(word(word(item)), wanted);
  const string = (value: number): string => (value !== 0 && bytes.readUInt16LE(value) === STRING ? text(word(value + 4)) : "");
  const seconds = (value: number): number => {
    if (value === 0 || bytes.readUInt16LE(value) !== FLOAT) throw new RangeError("no time");
    return bytes.readFloatLE(value + 4);
  };
  const down = (item: number): number => word(item + 20);
  /** The same thing in another relation. */
  const as = (item: number, wanted: string): number => {
    const value = feature(word(word(item) + 4), wanted);
    return value === 0 ? 0 : word(value + 4);
  };

  const head = word(relation + 12);
  if (head === 0 || word(head + 4) !== relation) return null;
  const tokens: FliteToken[] = [];
  let offset = 0;
  let sound = 0;
  for (const token of items(head)) {
    const before = string(own(token, "whitespace")).length;
    const start = offset + before;
    offset = start + string(own(token, "prepunctuation")).length + string(own(token, "name")).length + string(own(token, "punc")).length;
    for (const said of items(down(token))) {
      const syllables = as(said, "SylStructure");
      const first = syllables === 0 || down(syllables) === 0 ? 0 : down(down(syllables));
      if (first === 0) continue;
      sound = as(first, "Segment");
      const previous = sound === 0 ? 0 : word(sound + 12);
      tokens.push({ offset: start, time: previous === 0 ? 0 : seconds(own(previous, "end")) });
      break;
    }
  }
  if (sound === 0) return null;
  let first = sound;
  for (let count = 0; word(first + 12) !== 0; first = word(first + 12)) if (++count > MOST) return null;
  let sounds = 0;
  let duration = 0;
  let from: number | null = null;
  let to = 0;
  for (const segment of items(first)) {
    sounds++;
    const begin = duration;
    duration = seconds(own(segment, "end"));
    if (string(own(segment, "name")) === SILENCE) continue;
    from ??= begin;
    to = duration;
  }
  return { utterance: { tokens, duration, from: from ?? 0, to, length: offset }, sounds };
}
