import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newKey, notesOf, publicHalf, writeLists } from "../../../scripts/release.mjs";
import { isSigned, plainName, readPlace } from "../../../src/shell/main/updates/place.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-updates-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const { privateKey } = generateKeyPairSync("ed25519");
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const place = async (content: unknown) => {
  const file = join(folder, "updates.json");
  await writeFile(file, JSON.stringify(content));
  return readPlace(file);
};
const key = publicHalf(privateKey);

describe("the place of newer Lecterns", () => {
  it("is the one that the build was told, with the key that signs there", async () => {
    expect((await place({ address: "https://example.org/lectern", key }))?.address.href).toBe("https://example.org/lectern/");
  });

  it.each([
    ["nothing", {}],
    ["no key", { address: "https://example.org/", key: null }],
    ["a key that is none", { address: "https://example.org/", key: "AAAA" }],
    ["an address without encryption", { address: "http://example.org/", key }],
    ["an address that is none", { address: "somewhere", key }],
    ["a file", { address: "file:///etc/", key }],
  ])("is none where it was told %s", async (_what, content) => {
    expect(await place(content)).toBeNull();
  });

  it("is none where there is no such file", () => {
    expect(readPlace(join(folder, "nothing.json"))).toBeNull();
  });
});

describe("a list of newer Lecterns", () => {
  it("names packages by plain names, in no folder", () => {
    expect(["Lectern-9.9.9-linux-x64.AppImage", "../../lectern_9.9.9~dev_amd64.deb", "C:\\x\\Lectern.exe"].map(plainName)).toEqual([
      "Lectern-9.9.9-linux-x64.AppImage",
      "lectern_9.9.9~dev_amd64.deb",
      "Lectern.exe",
    ]);
    for (const name of ["..", "", "a/", ".bashrc", "x';reboot;'.deb", "a b.deb", "x%2f..%2fy.deb", "-i.deb", "$(id).deb"])
      expect(() => plainName(name), name).toThrow("no name of a package");
  });

  it("is believed as it was signed, under its own name, and by this key", async () => {
    await writeFile(join(folder, "Lectern-9.9.9-linux-x64.AppImage"), "new");
    const [file = "", signed = ""] = writeLists({
      folder,
      version: "9.9.9",
      channel: "latest",
      notes: "- Better.",
      date: "2026-01-01",
      key: pem,
    });
    const text = await readFile(file, "utf8");
    const signature = await readFile(signed, "utf8");
    const trusted = (await place({ address: "https://example.org/", key }))?.key;
    const other = (await place({ address: "https://example.org/", key: publicHalf(generateKeyPairSync("ed25519").privateKey) }))?.key;
    if (!trusted || !other) throw new Error("there is no key");
    expect(isSigned(trusted, "latest-linux.yml", text, signature)).toBe(true);
    expect(isSigned(trusted, "latest-linux.yml", text.replace("9.9.9", "9.9.8"), signature)).toBe(false);
    expect(isSigned(trusted, "beta-linux.yml", text, signature)).toBe(false);
    expect(isSigned(other, "latest-linux.yml", text, signature)).toBe(false);
    expect(isSigned(trusted, "latest-linux.yml", text, "")).toBe(false);
  });

  it("tells what the change log says", () => {
    const log = "# Changelog\n\n## [Unreleased]\n\n- Soon.\n\n## [1.2.0]\n\n- A voice.\n\n## [1.1.0]\n\n- Old.\n";
    expect([notesOf(log, "1.2.0"), notesOf(log, "3.0.0")]).toEqual(["- A voice.", "- Soon."]);
  });

  it("is signed with a key that is never replaced", () => {
    const file = join(folder, "key.pem");
    expect(newKey(file)).toMatch(/^[\w+/=]{40,}$/);
    expect(() => newKey(file)).toThrow("is there already");
  });
});
