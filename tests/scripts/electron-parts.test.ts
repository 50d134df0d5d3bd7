import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asarOf } from "../../scripts/electron/asar.mjs";
import { setFuses } from "../../scripts/electron/fuses.mjs";
import { eachZipEntry } from "../../scripts/electron/zip.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-parts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** CRC-32 of "hello hello hello": computed with Python's zlib. */
const HELLO = { text: "hello hello hello", crc: 0xe5f98880 };

/** A zip file of one entry. */
function zipOf({ deflate, crc = HELLO.crc }: { readonly deflate: boolean; readonly crc?: number }): string {
  const name = Buffer.from("a/hello.txt");
  const whole = Buffer.from(HELLO.text);
  const body = deflate ? deflateRawSync(whole) : whole;
  const common = Buffer.alloc(22);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(deflate ? 8 : 0, 4);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(whole.length, 18);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, lengths, name, body]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((0o755 << 16) >>> 0, 6);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), common, lengths, rest, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  const file = join(folder, `${deflate}-${crc}.zip`);
  writeFileSync(file, Buffer.concat([local, directory, Buffer.from("PK\x05\x06"), end]));
  return file;
}
const readAll = (file: string): string[] => {
  const found: string[] = [];
  eachZipEntry(file, ({ name, mode, read }: { name: string; mode: number; read: () => Buffer }) =>
    found.push(`${name} ${(mode & 0o777).toString(8)} ${read().toString()}`),
  );
  return found;
};

describe("zip files", () => {
  it.each([true, false])("are read (deflated: %s)", (deflate) => {
    expect(readAll(zipOf({ deflate }))).toEqual([`a/hello.txt 755 ${HELLO.text}`]);
  });

  it("are refused when an entry is damaged", () => {
    expect(() => readAll(zipOf({ deflate: true, crc: 1 }))).toThrow(/damaged/);
  });

  it("are refused when they are none, or cut off", () => {
    const none = join(folder, "none.zip");
    writeFileSync(none, "no zip at all");
    expect(() => readAll(none)).toThrow(/not a zip/);
    const whole = readFileSync(zipOf({ deflate: false }));
    writeFileSync(none, whole.subarray(20));
    expect(() => readAll(none)).toThrow();
  });
});

describe("fuses", () => {
  const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
  const binary = (wire: string, version = 1): Buffer =>
    Buffer.concat([
      Buffer.from("machine code"),
      Buffer.from(SENTINEL),
      Buffer.from([version, wire.length]),
      Buffer.from(wire),
      Buffer.from("more"),
    ]);
  const wireOf = (bytes: Buffer, length: number): string =>
    bytes.toString("latin1", 12 + SENTINEL.length + 2, 12 + SENTINEL.length + 2 + length);

  it("are set, but for those that were removed", () => {
    const bytes = binary("01r0");
    setFuses(bytes, [true, false, true, true]);
    expect(wireOf(bytes, 4)).toBe("10r1");
    expect(bytes.toString("latin1")).toMatch(/more$/);
  });

  it("of another kind are left alone", () => {
    expect(() => setFuses(binary("01"), [true])).toThrow(/2 fuses, not 1/);
    expect(() => setFuses(binary("0", 2), [true])).toThrow(/version 2/);
    expect(() => setFuses(Buffer.from("none"), [true])).toThrow(/no fuses/);
    expect(() => setFuses(Buffer.concat([binary("0"), binary("0")]), [true])).toThrow(/more than one/);
  });
});

describe("asar archives", () => {
  it("are what electron-builder's own tool reads", () => {
    const file = join(folder, "x.asar");
    writeFileSync(file, asarOf({ "a.json": '{"ü":1}', "b.js": "export {};" }));
    const asar = join(import.meta.dirname, "../../node_modules/@electron/asar/bin/asar.js");
    const listed = spawnSync(process.execPath, [asar, "list", file], { encoding: "utf8" });
    expect(listed.stdout.trim().split(/\r?\n/)).toEqual(["/a.json", "/b.js"]);
    const out = join(folder, "out");
    spawnSync(process.execPath, [asar, "extract", file, out]);
    expect(readFileSync(join(out, "a.json"), "utf8")).toBe('{"ü":1}');
  });
});
