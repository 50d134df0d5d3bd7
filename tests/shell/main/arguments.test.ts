import { describe, expect, it } from "vitest";
import { addressesOf, handedOver, looksLikeCommand, userArguments } from "../../../src/shell/main/arguments.ts";

describe("what the person typed", () => {
  it.each([
    { argv: ["lectern", "news.html"], app: false, typed: ["news.html"] },
    { argv: ["lectern", "--no-sandbox", "--", "read", "x", "--type=text/html"], app: false, typed: ["read", "x", "--type=text/html"] },
    { argv: ["electron", "/checkout", "news.html"], app: true, typed: ["news.html"] },
    { argv: ["electron", "--no-sandbox", "--disable-gpu", "/checkout", "--", "read", "-"], app: true, typed: ["read", "-"] },
    { argv: ["electron", "/checkout"], app: true, typed: [] },
    { argv: ["lectern"], app: false, typed: [] },
  ])("$argv", ({ argv, app, typed }) => {
    expect(userArguments(argv, app)).toEqual(typed);
  });
});

it("resolves paths where they were typed and leaves addresses alone", () => {
  expect(
    addressesOf(["a.txt", "../b.html", "/c.md", "https://example.org/x", "example.org/x", "file:///d", "--switch", ""], "/home/ada/news"),
  ).toEqual(["/home/ada/news/a.txt", "/home/ada/b.html", "/c.md", "https://example.org/x", "example.org/x", "file:///d"]);
});

it("takes addresses alone of whoever says that it is another start", () => {
  for (const data of [undefined, null, "x", 1, {}, { addresses: "x" }, { addresses: { 0: "x" } }]) expect(handedOver(data)).toEqual([]);
  expect(handedOver({ addresses: ["https://a.example/", 1, null, "--no-sandbox", "", "x".repeat(9_000), "/b.txt"] })).toEqual([
    "https://a.example/",
    "/b.txt",
  ]);
  expect(handedOver({ addresses: Array.from({ length: 500 }, () => "x") })).toHaveLength(50);
});

it("takes only a bare word for a command", () => {
  expect(["read", "voices", "read.txt", "./read", "https://x", "-", undefined].map(looksLikeCommand)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
