import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";
import { COPIED_HTML } from "../../src/model/index.ts";
import { describeArticle } from "./expectation.ts";
import { expectSound } from "./sound.ts";

async function paste(html: string): Promise<string> {
  const source = {
    bytes: new TextEncoder().encode(html),
    mediaType: COPIED_HTML,
    charset: "utf-8",
    address: "lectern:pasted/1",
    lang: "en",
  };
  const article = await extractArticle(source);
  expectSound(article);
  return describeArticle(article);
}

describe("a copied piece of a page", () => {
  it("is all content, with its headings, lists, links and photos", async () => {
    const html = `<meta charset="utf-8"><h1 style="color: red">The wheel</h1><p>It hung <a href="https://a.example/mill">in the mill</a>.</p>
<ul><li>iron</li><li>oak</li></ul><div class="related-newsletter"><p>Read also what was found next to it.</p></div>
<img src="https://a.example/wheel.jpg" alt="The wheel on its wall"><img src="data:image/png;base64,AAAA"><a href="javascript:alert(1)">Press</a><span style="display:none">no</span>`;
    expect(await paste(html)).toBe(`---
title: The wheel
lang: en
dir: ltr
address: lectern:pasted/1
---

It hung [in the mill](https://a.example/mill).

- iron

- oak

Read also what was found next to it.

![The wheel on its wall](https://a.example/wheel.jpg)

Press

---

Left, hidden: no
`);
  });

  it("is a page where all of one was copied", async () => {
    const text = "The wheel was found behind the mill, where nobody had looked for it in two hundred years of looking for it.";
    const html = `<nav><a href="/">Home</a></nav><article><h1>The wheel</h1><p>${text}</p><p>${text.replace("wheel", "door")}</p></article><footer>Imprint and terms of use</footer>`;
    const found = await paste(html);
    expect(found).toContain(`${text}\n\n`);
    expect(found).toContain("Left, navigation: Home");
  });

  it("can be a heading alone", async () => {
    expect(await paste("<h2>The wheel</h2>")).toContain("title: The wheel\n");
  });
});
