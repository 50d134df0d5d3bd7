import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeName } from "../../src/app/edition/target.ts";

describe("the name of an edition's file", () => {
  it.each([
    ["../../.bashrc", "bashrc"],
    ["/etc/passwd", "etc passwd"],
    ["-rf ~", "rf ~"],
    ["Two\nlines\u0000and\u001b[2J", "Two lines and [2J"],
    ["A book\u202egpj.exe", "A book gpj.exe"],
    ["C:\\Windows\\x", "C Windows x"],
    ["con", "Lectern con"],
    ["CON.tar", "Lectern CON.tar"],
    ["com1 .x", "Lectern com1 .x"],
    ["Lpt¹", "Lectern Lpt¹"],
    ["Console", "Console"],
    ["...", "Lectern"],
  ])("of %j is %j", (title, name) => {
    expect(safeName(title)).toBe(name);
  });

  it("names a file in its folder on every system, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
        const name = safeName(title);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^[.\s-]|[.\s]$|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(130);
      }),
    );
  });
});
