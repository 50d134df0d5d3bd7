import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openData } from "../../src/speak/opened-data.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-data-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file system of one package with two files, as emscripten lays them out. */
function packaged() {
  const path = join(folder, "voice.data");
  writeFileSync(path, "firstsecond");
  const data = openData(path);
  const files = { first: new Uint8Array(data.bytes, 0, 5), second: new Uint8Array(data.bytes, 5, 6) };
  const nodes = Object.entries(files).map(([name, contents]) => ({ name, contents }));
  const system = {
    open(name: unknown) {
      const node = nodes.find((one) => one.name === name);
      if (!node) throw new Error("no such file");
      return { node };
    },
  };
  data.fill(system);
  const heard = (file: Uint8Array): string => Buffer.from(file).toString();
  return { path, system, first: () => heard(files.first), second: () => heard(files.second) };
}

describe("the data of a package", () => {
  it("is read when it is opened, and no more of it", () => {
    const { system, first, second } = packaged();
    expect([first(), second()]).toEqual(["\0".repeat(5), "\0".repeat(6)]);
    system.open("second");
    expect([first(), second()]).toEqual(["\0".repeat(5), "second"]);
  });

  it("fails where its file became shorter, and where there is no such file in it", () => {
    const { path, system } = packaged();
    truncateSync(path, 8);
    expect(() => system.open("second")).toThrow("shorter");
    expect(() => system.open("third")).toThrow("no such file");
  });
});
