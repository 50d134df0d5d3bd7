import { describe, expect, it } from "vitest";
import { isSameText, richHtml } from "../../../src/ui/reading/copied.ts";

describe("what was copied", () => {
  it.each([
    ["<h2>Head</h2>text", true],
    ["<p>One</p><p>Two</p>", true],
    ['see <a class="x" href="https://a.example">this</a>', true],
    ["<ul><li>one</li></ul>", true],
    ['<div style="color:red"><span>const</span> <span>x</span></div>', false],
    ["", false],
  ])("%j says more than its text: %s", (html, more) => {
    expect(richHtml({ text: "x", html })).toBe(more ? html : "");
  });

  it("is still what the field has, however lines end", () => {
    expect(isSameText("a\nb", "a\r\nb")).toBe(true);
    expect(isSameText("a\nc", "a\r\nb")).toBe(false);
  });
});
