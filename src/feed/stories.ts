/** What is compared of an item. */
export interface StoryItem {
  readonly id: number;
  readonly feed: number;
  /** Plain text. */
  readonly title: string;
  readonly link: string | null;
  /** The story that it was found to be before, null: none. */
  readonly story: number | null;
}

/** Share of their weighty words that two headlines of one story have (guess: rewritten headlines of one agency report share half). */
const ALIKE = 0.5;
/** Fewer common words are no evidence. */
const FEWEST_COMMON = 3;
/** A word that more headlines have is no evidence, and would cost time. */
const MOST_HEADLINES = 60;

/**
 * The stories that came from more than one feed: each group has the ids of one story, the oldest story's number first where one of
 * them had one. Works offline: by address, and by the words of the headline, rare ones weighing more. Linear in the number of items
 * but for words that many share, which are left out.
 */
export function groupStories(items: readonly StoryItem[]): readonly { readonly story: number; readonly items: readonly number[] }[] {
  const words = items.map(({ title }) => wordsOf(title));
  const byWord = new Map<string, number[]>();
  for (const [index, own] of words.entries())
    for (const word of own) {
      const list = byWord.get(word);
      if (list) list.push(index);
      else byWord.set(word, [index]);
    }
  const weight = (word: string): number => 1 / Math.log2(1 + Math.max(2, byWord.get(word)?.length ?? 0));
  const parent = items.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  const join = (one: number, other: number): void => {
    parent[root(one)] = root(other);
  };
  const byLink = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const link = plainLink(item.link);
    const before = link === null ? undefined : byLink.get(link);
    if (before !== undefined) join(index, before);
    else if (link !== null) byLink.set(link, index);

    const shared = new Map<number, number>();
    for (const word of words[index] ?? []) {
      const others = byWord.get(word) ?? [];
      if (others.length > MOST_HEADLINES) continue;
      for (const other of others) if (other < index && items[other]?.feed !== item.feed) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared)
      if (count >= FEWEST_COMMON && likeness(words[index] ?? new Set(), words[other] ?? new Set(), weight) >= ALIKE) join(index, other);
  }
  const groups = new Map<number, number[]>();
  for (const index of items.keys()) {
    const key = root(index);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()]
    .map((indexes) => indexes.map((index) => items[index]).filter((item) => item !== undefined))
    .filter((group) => new Set(group.map(({ feed }) => feed)).size > 1)
    .map((group) => ({
      story: Math.min(...group.map(({ story, id }) => story ?? id)),
      items: group.map(({ id }) => id),
    }));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: (word: string) => number): number {
  let common = 0;
  let all = 0;
  for (const word of new Set([...one, ...other])) {
    all += weight(word);
    if (one.has(word) && other.has(word)) common += weight(word);
  }
  return all === 0 ? 0 : common / all;
}

/** Words of a headline that carry it: long ones and numbers, cut to their stems' beginnings; signs of scripts without spaces in pairs. */
function wordsOf(title: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of title
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(word))
      for (let at = 0; at + 2 <= word.length; at++) found.add(word.slice(at, at + 2));
    else if (/\d/.test(word) || word.length >= 4) found.add(word.slice(0, STEM));
  }
  return found;
}

/** Letters that tell a word from others whatever its ending (guess). */
const STEM = 6;

/** An address without what tells readers' ways to it apart. */
function plainLink(link: string | null): string | null {
  if (link === null || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (!/^https?:$/.test(url.protocol) || (url.pathname === "/" && url.search === "")) return null;
  const query = url.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !/^(?:utm_\w+|fbclid|gclid|ref|source|cmpid|at_\w+|ns_\w+)(?:=|$)/i.test(part))
    .toSorted();
  return `${url.host.replace(/^(?:www|m|amp)\./, "")}${url.pathname.replace(/\/(?:amp\/?)?$/, "")}?${query.join("&")}`;
}
