import { expect, it } from "vitest";
import { limitDepth } from "../../src/extract/html/limit-depth.ts";

it("leaves a page as it is that is not too deep", () => {
  const pages = [
    "<p>a<p>b".repeat(1000),
    "<ul><li>a<li>b<ul><li>c</ul></ul>".repeat(500),
    "<!-- <div> -->".repeat(500),
    `<script>"${"<div>".repeat(1000)}"</script>`,
    `<a title="${"<div>".repeat(1000)}">x</a>`,
    "<br><img><hr/>".repeat(500),
    "1 < 2 <3 <",
    "<div",
    '<div title="never ends',
  ];
  for (const page of pages) expect(limitDepth(page)).toBe(page);
});

it("takes the innermost tags away and no text", () => {
  const deep = `${"<div>".repeat(300)}text${"</div>".repeat(300)}<p>after</p>`;
  expect(limitDepth(deep)).toBe(`${"<div>".repeat(256)}text${"</div>".repeat(256)}<p>after</p>`);
});

it("holds against what is never closed and what was never opened", () => {
  const limited = limitDepth(`${"<b><i></p>".repeat(100_000)}text`);
  expect(limited.match(/<[bi]>/g)?.length).toBe(256);
  expect(limited.endsWith("text")).toBe(true);
});
