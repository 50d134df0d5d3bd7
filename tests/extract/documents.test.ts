import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { runJob } from "../../src/extract/documents/run.ts";

const WORKER = new URL("../../out/document-worker.js", import.meta.url);

/** A PDF of one page that unpacks to so many pieces of text. */
function bomb(pieces: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(pieces * 32, "BT /F1 11 Tf 50 700 Td (x) Tj ET"));
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const head = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n${head}5 0 obj\n<</Filter/FlateDecode/Length ${content.length}>>stream\n`),
      content,
      Buffer.from("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n"),
    ]),
  );
}

it("a document that takes more memory than it may is given up, wherever the memory lies", async () => {
  const read = async (): Promise<void> => {
    for await (const part of runJob({ kind: "pdf", bytes: bomb(6_000_000) }, { worker: WORKER, memory: 120 })) void part;
  };
  await expect(read()).rejects.toMatchObject({ code: "too-large", message: expect.stringContaining("memory") });
});

it("a page of too many pieces of text is read as far as it goes", async () => {
  let pieces = 0;
  for await (const part of runJob({ kind: "pdf", bytes: bomb(200_000) }, { worker: null }))
    if (part.kind === "pdf-page") pieces += part.page.items.length;
  expect(pieces).toBeGreaterThan(10_000);
  expect(pieces).toBeLessThan(100_000);
});
