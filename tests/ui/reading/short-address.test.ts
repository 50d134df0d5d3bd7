import { describe, expect, it } from "vitest";
import { shortAddress } from "../../../src/ui/reading/short-address.ts";

describe("an address to be read", () => {
  it("is as it is while it is short", () => {
    expect(shortAddress("https://harbour.example/news/bridge?from=home")).toBe("https://harbour.example/news/bridge?from=home");
  });

  it("keeps its site and its last name, and parts no letter", () => {
    const short = shortAddress(`https://harbour.example/${"😀".repeat(200)}/what-was-built.html`);
    expect([...short]).toHaveLength(120);
    expect(short).toMatch(/^https:\/\/harbour\.example\/(😀)+…(😀)+\/what-was-built\.html$/u);
  });
});
