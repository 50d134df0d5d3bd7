import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/extract/decode-text.ts";
import type { Source } from "../../src/model/index.ts";

const source = (bytes: Uint8Array | string, charset: string | null = null, mediaType: string | null = "text/html"): Source => ({
  bytes: typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "latin1")) : bytes,
  mediaType,
  charset,
  address: "https://www.courier.example/",
  lang: null,
});
const utf8 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

describe("the charset", () => {
  it.each([
    ["a byte order mark goes before the header", `\xef\xbb\xbf${utf8("café")}`, "windows-1252", "café"],
    ["UTF-16 by its mark", "\xff\xfec\0a\0f\0\xe9\0", null, "café"],
    ["the header goes before the page", '<meta charset="utf-8">caf\xe9', "iso-8859-1", '<meta charset="utf-8">café'],
    ["latin1 is windows-1252", "\x93caf\xe9\x94 \x80", "latin1", "“café” €"],
    ["the page's meta element", "<meta charset=koi8-r>\xd0\xc1\xd2\xcf\xcd", null, "<meta charset=koi8-r>паром"],
    ["a meta element in a comment is none", `<!-- <meta charset=koi8-r> -->${utf8("é")}`, null, "<!-- <meta charset=koi8-r> -->é"],
    ["a page in ASCII can't be UTF-16", "<meta charset=utf-16>ferry", null, "<meta charset=utf-16>ferry"],
    [
      "an XML declaration",
      '<?xml version="1.0" encoding="windows-1251"?>\xef\xe0\xf0\xee\xec',
      null,
      '<?xml version="1.0" encoding="windows-1251"?>паром',
    ],
    ["UTF-8 that says nothing", utf8("паром café 渡轮"), null, "паром café 渡轮"],
    ["UTF-8 that is called Latin-1", utf8("Café du Nord – “ici”"), "iso-8859-1", "Café du Nord – “ici”"],
    ["UTF-8 that its own page calls Latin-1", `<meta charset=latin1>${utf8("café")}`, null, "<meta charset=latin1>café"],
    ["UTF-8 cut in its last letter", utf8("naïve café").slice(0, -1), "iso-8859-1", "naïve caf\ufffd"],
    ["Latin-1 that is called UTF-8", "L'\xe9t\xe9 \x96 enfin", "utf-8", "L'été – enfin"],
    ["UTF-8 with one broken byte stays UTF-8", `${utf8("été, café")} \xe9.`, "utf-8", "été, café \ufffd."],
    ["UTF-16 without a mark", Buffer.from("Le maire a été réélu.", "utf16le").toString("latin1"), null, "Le maire a été réélu."],
    ["UTF-16 of the other order", Buffer.from("The ferry", "utf16le").swap16().toString("latin1"), "utf-8", "The ferry"],
    ["an unknown name is nobody's", utf8("café"), "klingon", "café"],
  ])("%s", (_, bytes, charset, text) => {
    expect(decodeText(source(bytes, charset))).toBe(text);
  });

  it("is guessed from the letters at last", () => {
    const german = "Die F\xe4hre f\xe4hrt wieder \xfcber den Flu\xdf, und am Anleger h\xf6rte man am Montag fr\xfch Gel\xe4chter.";
    expect(decodeText(source(german, null, "text/plain"))).toBe(Buffer.from(german, "latin1").toString("latin1"));
  });
});

describe("what is not text", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n", "picture"],
    ["abc\0def\0ghi", "not a text"],
    ["\x01\x02\x03\x04\x05abc", "not a text"],
  ])("%j is unsupported and named", (bytes, name) => {
    for (const type of ["text/plain", null])
      expect(() => decodeText(source(bytes, null, type))).toThrow(
        expect.objectContaining({ code: "unsupported", message: expect.stringContaining(name) }),
      );
  });

  it("loses the NULs of a broken page, not the page", () => {
    expect(decodeText(source("<p>fer\0ry</p>"))).toBe("<p>ferry</p>");
  });
});
