import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalOf } from "../../../src/ui/control/arriving.ts";
import { answerDrop } from "../../../src/ui/control/dropping.ts";

describe("what another program hands over", () => {
  it.each([
    ["https://example.org/a", { kind: "open", address: "https://example.org/a" }],
    ["/home/ada/news.html", { kind: "open", address: "/home/ada/news.html" }],
    ["lectern:https://example.org/a?b=c", { kind: "ask", address: "https://example.org/a?b=c" }],
    ["lectern://https://example.org/a", { kind: "ask", address: "https://example.org/a" }],
    ["web+lectern:https://example.org/", { kind: "ask", address: "https://example.org/" }],
    ["LECTERN:open?address=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d", { kind: "ask", address: "https://example.org/a?b=c&d" }],
    ["lectern://open/?address=https%3A%2F%2Fexample.org%2F", { kind: "ask", address: "https://example.org/" }],
    ["lectern:subscribe?address=https%3A%2F%2Fexample.org%2Ffeed", { kind: "subscribe", address: "https://example.org/feed" }],
    ["feed:https://example.org/feed.xml", { kind: "subscribe", address: "https://example.org/feed.xml" }],
    ["feed://example.org/feed.xml", { kind: "subscribe", address: "https://example.org/feed.xml" }],
    ["feed:http://example.org/feed.xml", { kind: "subscribe", address: "http://example.org/feed.xml" }],
  ])("%s", (given, arrival) => {
    expect(arrivalOf(given)).toEqual(arrival);
  });

  it.each([
    "lectern:",
    "lectern:/etc/passwd",
    "lectern:file:///etc/passwd",
    "lectern:open?address=file%3A%2F%2F%2Fetc%2Fpasswd",
    "lectern:open?address=%2Fetc%2Fpasswd",
    "lectern:javascript:alert(1)",
    "lectern:delete?address=https%3A%2F%2Fexample.org",
    "lectern:lectern:https://example.org/",
    "lectern:https://ada:secret@example.org/",
    "feed:file:///etc/passwd",
    "feed:javascript:alert(1)",
    `lectern:https://example.org/${"a".repeat(9000)}`,
  ])("refuses %s", (given) => {
    expect(arrivalOf(given)).toEqual({ kind: "wrong" });
  });

  it("is the page that a browser shows, where the bookmark of the README sends it", () => {
    const [, code = ""] = /^ {4}javascript:(.+)$/m.exec(readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8")) ?? [];
    for (const address of ["https://example.org/a?b=c&d=%C3%BC#e", "http://127.0.0.1:8000/x y"]) {
      const location = { href: address };
      runInNewContext(code, { location, encodeURIComponent });
      expect(arrivalOf(location.href)).toEqual({ kind: "ask", address: new URL(address).href });
    }
  });

  it("never takes a link for what a person chose, and never names anything but the web", () => {
    fc.assert(
      fc.property(fc.constantFrom("lectern:", "LECTERN://", "web+lectern:", "feed:", "feed://"), fc.string(), (scheme, rest) => {
        const arrival = arrivalOf(scheme + rest);
        expect(arrival.kind).not.toBe("open");
        if ("address" in arrival) expect(arrival.address).toMatch(/^https?:\/\//);
      }),
    );
  });
});

describe("what is let go over the window", () => {
  const nothing = { paths: [], links: "", text: "", html: "" };
  it.each([
    [
      { ...nothing, paths: ["/a.html", "/b.html", "/c.html"], links: "file:///a.html" },
      { kind: "address", address: "/a.html", typed: true, others: 2 },
    ],
    [
      { ...nothing, links: "# a comment\r\nhttps://example.org/a\r\n", text: "https://example.org/a", html: "<a>A</a>" },
      { kind: "address", address: "https://example.org/a", typed: false, others: 0 },
    ],
    [
      { ...nothing, text: "example.org/news" },
      { kind: "address", address: "https://example.org/news", typed: false, others: 0 },
    ],
    [
      { ...nothing, text: "A ferry sails.", html: "<p>A ferry sails.</p>" },
      { kind: "text", text: "A ferry sails.", html: "<p>A ferry sails.</p>" },
    ],
    [{ ...nothing, links: "javascript:alert(1)", text: " " }, { kind: "nothing" }],
  ])("%o", (dropped, answer) => {
    expect(answerDrop(dropped)).toEqual(answer);
  });
});
