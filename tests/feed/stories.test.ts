import { describe, expect, it } from "vitest";
import { groupStories, type StoryItem } from "../../src/feed/index.ts";

let next = 1;
const item = (feed: number, title: string, link: string | null = null, story: number | null = null): StoryItem => ({
  id: next++,
  feed,
  title,
  link,
  story,
});
const groups = (items: readonly StoryItem[]): readonly (readonly string[])[] =>
  groupStories(items).map(({ items: ids }) => ids.map((id) => items.find((one) => one.id === id)?.title ?? ""));

describe("the same story", () => {
  it("is found by its headline's words, across feeds alone", () => {
    const items = [
      item(1, "Ferry returns to the harbour after a month of repairs"),
      item(2, "After month of repairs, ferry returns to harbour"),
      item(1, "Ferry returns to the harbour after a month of repairs: the pictures"),
      item(3, "Bakers return to the harbour market"),
      item(4, "Storm closes the northern road"),
    ];
    expect(groups(items)).toEqual([[items[0]?.title, items[1]?.title, items[2]?.title]]);
    expect(groups([items[0], items[2]].filter((one) => one !== undefined))).toEqual([]);
  });

  it("is found by its address, whatever way led there", () => {
    const items = [
      item(1, "One headline", "https://www.news.example/a/1/?utm_source=feed&b=2"),
      item(2, "Quite another", "https://news.example/a/1?b=2"),
      item(3, "Third", "https://news.example/a/1?b=3"),
      item(4, "Home", "https://news.example/"),
      item(5, "Home again", "https://news.example/"),
    ];
    expect(groups(items)).toEqual([["One headline", "Quite another"]]);
  });

  it("is found in scripts without spaces", () => {
    expect(
      groups([item(1, "一个月维修之后渡轮重返港口"), item(2, "渡轮维修一个月之后重返港口"), item(3, "北方公路因风暴关闭")]),
    ).toHaveLength(1);
  });

  it("keeps the number that it had", () => {
    const old = item(1, "Ferry returns to the harbour after repairs", null, 7);
    expect(groupStories([item(2, "Ferry returns to harbour after repairs"), old])[0]?.story).toBe(7);
  });

  it("of ten thousand headlines is found in moments", () => {
    const words = Array.from({ length: 3000 }, (_, n) => `word${n}x`);
    const many = Array.from({ length: 10_000 }, (_, n) =>
      item(n % 50, Array.from({ length: 9 }, (_, k) => words[(n * 7 + k * 131) % 3000]).join(" ")),
    );
    expect(Array.isArray(groupStories(many))).toBe(true);
  });
});
