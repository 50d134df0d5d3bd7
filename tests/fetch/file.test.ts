import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { fetchSource } from "../../src/fetch/index.ts";
import type { SourceRequest } from "../../src/model/index.ts";

const folder = mkdtempSync(join(tmpdir(), "lectern-fetch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (address: string): SourceRequest => ({ kind: "address", address, typed: true, url: null, type: null, lang: null });
const file = (name: string, content = "The ferry is back."): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe("a file", () => {
  it.each([
    ["a.txt", "text/plain"],
    ["a.TEXT", "text/plain"],
    ["a.html", "text/html"],
    ["a.htm", "text/html"],
    ["a.xhtml", "application/xhtml+xml"],
    ["a.md", "text/markdown"],
    ["a.markdown", "text/markdown"],
    ["a.news", null],
    ["a", null],
    ["na me #1?.txt", "text/plain"],
  ])("%s by path and by address is %s", async (name, mediaType) => {
    const path = file(name);
    const address = pathToFileURL(path).href;
    for (const said of [path, address]) {
      const source = await fetchSource(at(said));
      expect(source).toMatchObject({ mediaType, charset: null, address, lang: null });
      expect(new TextDecoder().decode(source.bytes)).toBe("The ferry is back.");
    }
  });

  it("can be known by the address that it was saved from", async () => {
    const source = await fetchSource({ ...at(file("saved.html")), url: "https://www.example.org/ferry" });
    expect(source.address).toBe("https://www.example.org/ferry");
    await expect(fetchSource({ ...at(file("saved.html")), url: "ferry" })).rejects.toMatchObject({ code: "bad-input" });
  });

  it("that is missing is not found", async () => {
    for (const address of [join(folder, "none.txt"), `${pathToFileURL(folder).href}/none.txt`, "none.txt", join(file("b.txt"), "c")])
      await expect(fetchSource(at(address))).rejects.toMatchObject({ code: "no-file" });
  });

  it("has to be a regular one", async () => {
    mkdirSync(join(folder, "folder"), { recursive: true });
    symlinkSync(join(folder, "loop"), join(folder, "loop"));
    for (const address of [join(folder, "folder"), join(folder, "loop"), "file://elsewhere.example/a.txt", "a\0b"])
      await expect(fetchSource(at(address))).rejects.toMatchObject({ code: "bad-input" });
  });

  it.skipIf(process.platform === "win32")("is never a device or a pipe: both could be read for ever", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const address of [pipe, "/dev/zero"]) await expect(fetchSource(at(address))).rejects.toMatchObject({ code: "bad-input" });
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("that may not be read is refused", async () => {
    const path = file("secret.txt");
    execFileSync("chmod", ["000", path]);
    await expect(fetchSource(at(path))).rejects.toMatchObject({ code: "closed-file" });
  });

  it("may not be larger than the limit", async () => {
    const path = file("large.txt", "x".repeat(1001));
    await expect(fetchSource(at(path), { limits: { bytes: 1000 } })).rejects.toMatchObject({ code: "too-large" });
    expect((await fetchSource(at(path), { limits: { bytes: 1001 } })).bytes.byteLength).toBe(1001);
  });

  it("may be larger where it is a document, by its name or its bytes", async () => {
    const limits = { bytes: 1000, documentBytes: 2000 };
    const size = async (name: string, content: string): Promise<number> =>
      (await fetchSource(at(file(name, content)), { limits })).bytes.byteLength;
    expect(await size("a.pdf", "x".repeat(2000))).toBe(2000);
    expect(await size("book", `PK\x03\x04${"x".repeat(1996)}`)).toBe(2000);
    await expect(size("b.epub", "x".repeat(2001))).rejects.toMatchObject({ code: "too-large" });
    await expect(size("book.txt", "x".repeat(2000))).rejects.toMatchObject({ code: "too-large" });
  });

  it("that nothing can read is unsupported", async () => {
    await expect(fetchSource({ ...at(file("a.bin")), type: "application/vnd.ms-excel" })).rejects.toMatchObject({
      code: "unsupported",
      message: expect.stringContaining("Office"),
    });
  });

  it("of a name that looks like a host goes before the host; without a file the host is asked", async () => {
    await expect(fetchSource(at("news.invalid/ferry"))).rejects.toMatchObject({
      code: expect.stringMatching(/^(unknown-host|offline)$/),
    });
    for (const address of ["localhost:1/ferry", "127.0.0.1:1", "127.0.0.1:1/ferry"])
      await expect(fetchSource(at(address))).rejects.toMatchObject({ code: "unreachable" });
    await expect(fetchSource(at("nobody-here:8080/ferry"))).rejects.toMatchObject({
      code: expect.stringMatching(/^(unknown-host|offline)$/),
    });
  });

  it.skipIf(process.platform === "win32")("is found by its path in quotation marks, and as a terminal writes it", async () => {
    const path = file("two words.txt");
    for (const address of [`"${path}"`, `'${path}'`, `“${path}”`, ` ${path} `, path.replaceAll(" ", "\\ ")])
      expect(new TextDecoder().decode((await fetchSource(at(address))).bytes)).toBe("The ferry is back.");
    await expect(fetchSource(at('"none.txt"'))).rejects.toMatchObject({ code: "no-file" });
  });

  it("can be cancelled", async () => {
    const reason = new Error("no longer wanted");
    await expect(fetchSource(at(file("c.txt")), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("content", () => {
  const content = (text: string | Uint8Array): SourceRequest => ({ kind: "content", content: text, url: null, type: null, lang: null });

  it("is known by what it says", async () => {
    const first = await fetchSource(content("Rain."));
    expect(first).toMatchObject({ mediaType: null, charset: "utf-8", lang: null });
    expect(first.address).toMatch(/^lectern:pasted\/[0-9a-f]{16}$/);
    expect((await fetchSource(content(new TextEncoder().encode("Rain.")))).address).toBe(first.address);
    expect((await fetchSource(content("Sun."))).address).not.toBe(first.address);
  });

  it("takes what is said of it", async () => {
    const source = await fetchSource({
      ...content(new Uint8Array([0xe9])),
      url: "https://www.example.org/x",
      type: "text/plain; charset=latin1",
      lang: "fr",
    });
    expect(source).toMatchObject({ address: "https://www.example.org/x", mediaType: "text/plain", charset: "latin1", lang: "fr" });
  });

  it("may not be larger than the limit", async () => {
    await expect(fetchSource(content("é".repeat(501)), { limits: { bytes: 1000 } })).rejects.toMatchObject({ code: "too-large" });
  });
});
