import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractSource } from "../../src/extract/index.ts";
import { withoutCampaigns } from "../../src/model/index.ts";

const PAGE = "https://a.example/ferry";

describe("an address", () => {
  it.each([
    [`${PAGE}?utm_source=mail&utm_medium=x`, PAGE],
    [`${PAGE}?id=5&utm_source=mail#top`, `${PAGE}?id=5#top`],
    [`${PAGE}?fbclid=abc&page=2&gclid=1`, `${PAGE}?page=2`],
    [`${PAGE}?UTM_Campaign=a`, PAGE],
    // What only looks like it, or is written in another way, stays.
    [`${PAGE}?futm_source=1&q=utm_source`, `${PAGE}?futm_source=1&q=utm_source`],
    [`${PAGE}?a=%20b&&c`, `${PAGE}?a=%20b&&c`],
    [`${PAGE}#?utm_source=1`, `${PAGE}#?utm_source=1`],
    ["file:///home/a?utm_source=1", "file:///home/a?utm_source=1"],
    ["lectern:welcome", "lectern:welcome"],
  ])("%s", (address, plain) => {
    expect(withoutCampaigns(address)).toBe(plain);
  });

  it("is left alone the second time", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = withoutCampaigns(address);
        expect(withoutCampaigns(once)).toBe(once);
        expect(URL.canParse(once)).toBe(true);
      }),
    );
  });

  it("names one article, whatever way led to it", async () => {
    const read = async (address: string) => {
      const bytes = new TextEncoder().encode(
        "<!doctype html><title>Ferry</title><article><h1>Ferry</h1><p>The ferry left at noon, and it carried nine people to the island.</p></article>",
      );
      const { article } = await extractSource({ bytes, mediaType: "text/html", charset: "utf-8", address, lang: "en" });
      return [article.id, article.address];
    };
    expect(await read(`${PAGE}?utm_source=mail`)).toEqual(await read(PAGE));
    expect((await read(`${PAGE}?id=2`))[0]).not.toBe((await read(PAGE))[0]);
  });
});
