import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePackages } from "../../scripts/package.mjs";
import { toyFolder } from "../speak/toy-voice.ts";
import { IS_ROOT } from "./harness.ts";

/** The first sentence of the article is spoken while this is seen. */
const ARTICLE = `The harbour opens again

The first ships came in on Monday morning. Hundreds of people had come to see them.

The second paragraph says what happens next.
`;

let folder: string;
let packed: string;
let article: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-packed-"));
  article = join(folder, "article.txt");
  await writeFile(article, ARTICLE);
  await makePackages({ targets: ["--linux", "dir"], output: join(folder, "dist"), say: () => {} });
  packed = join(folder, "dist/linux-unpacked");
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function runPacked(
  args: readonly string[],
  input = "",
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(join(packed, "lectern"), args, { cwd: folder, env: { LECTERN_HOME: join(folder, "cli-home"), ...env } });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** The names in an asar archive: its header is JSON behind 16 bytes, the last four its length. */
async function filesInAsar(file: string): Promise<readonly string[]> {
  const archive = await open(file);
  try {
    const lengths = Buffer.alloc(16);
    await archive.read(lengths, 0, 16, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    await archive.read(header, 0, header.length, 16);
    type Folder = { readonly files?: Readonly<Record<string, Folder>> };
    const walk = (folder: Folder, path: string): string[] =>
      Object.entries(folder.files ?? {}).flatMap(([name, entry]) => [`${path}/${name}`, ...walk(entry, `${path}/${name}`)]);
    return walk(JSON.parse(header.toString("utf8")) as Folder, "");
  } finally {
    await archive.close();
  }
}

describe.runIf(process.platform === "linux")("the packaged Lectern", () => {
  it("has its fuses as they should be", async () => {
    const wire = await getCurrentFuseWire(join(packed, "lectern-bin"));
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      cookieEncryption: true,
      asarIntegrity: true,
      onlyAsar: true,
      fileProtocol: false,
    });
  });

  it("carries no sources, no other platform's code and nothing of the Electron that was copied", async () => {
    const files = (await readdir(packed, { recursive: true })).map(String);
    expect(files.filter((file) => /default_app|\.lectern-electron|^version$|(win32|darwin)-|musl/.test(file))).toEqual([]);
    const inside = await filesInAsar(join(packed, "resources/app.asar"));
    expect(inside.filter((file) => /^\/(src|scripts|tests|docs|assets)\b|(win32|darwin)-|\.map$/.test(file))).toEqual([]);
    expect(inside).toEqual(expect.arrayContaining(["/out/main.js", "/out/ui/index.html", "/node_modules/node-gyp-build/package.json"]));
  });

  it("carries the notices of others, and a list of what it is made of", async () => {
    const bill = JSON.parse(await readFile(join(packed, "resources/sbom.cdx.json"), "utf8"));
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "lectern" } } });
    expect(await readFile(join(packed, "resources/NOTICES.md"), "utf8")).toContain("## The licences");
    expect(await readFile(join(packed, "LICENSES.chromium.html"), "utf8")).toContain("The Chromium Authors");
    const { code, out } = await runPacked(["narrate", "lectern:help/notices", "--text"]);
    expect(code).toBe(0);
    expect(out).toContain("GNU GENERAL PUBLIC LICENSE");
  });

  it("answers a command without a window or a display", async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const narrated = await runPacked(["narrate", article, "--text"], "", env);
    expect(narrated).toMatchObject({ code: 0 });
    expect(narrated.out.trim().split("\n")).toEqual([
      "The harbour opens again",
      "The first ships came in on Monday morning.",
      "Hundreds of people had come to see them.",
      "The second paragraph says what happens next.",
    ]);
  });

  it.each(["mp3", "opus"])("takes an article along as %s: the encoders are found in the archive", async (format) => {
    const file = join(folder, `taken.${format}`);
    const { code, err } = await runPacked(["export", article, "--format", format, "--out", file, "--voice", "espeak:en-us"]);
    expect(code, err).toBe(0);
    expect((await stat(file)).size).toBeGreaterThan(10_000);
  });

  it("keeps everything in the folder beside it that makes it portable, and nothing where others keep theirs", async () => {
    const beside = join(packed, "Lectern data");
    const person = join(folder, "person");
    for (const one of [beside, person]) await mkdir(one);
    const { code, err } = await runPacked(["library", "list", "all"], "", {
      ...process.env,
      LECTERN_HOME: "",
      HOME: person,
      XDG_CONFIG_HOME: person,
    });
    expect(code, err).toBe(0);
    expect(await readdir(beside)).toContain("library.sqlite");
    expect((await readdir(person, { recursive: true })).filter((name) => String(name).endsWith(".sqlite"))).toEqual([]);
    await rm(beside, { recursive: true });
  });

  it("reads standard input, and leaves a command's own --type to it", async () => {
    const { code, out } = await runPacked(
      ["extract", "-", "--type=text/markdown", "--json"],
      "# A title\n\nSome *words* of text, enough for a paragraph.\n",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ title: "A title" });
  });

  it("passes on that a command failed", async () => {
    const { code, err } = await runPacked(["narrate", join(folder, "nothing-here.txt")]);
    expect(code).toBe(1);
    expect(err).toMatch(/no-file: /);
  });

  it.each(["espeak:en-us", "flite:slt"])("speaks to a file with the voice %s that is in it", async (voice) => {
    const out = join(folder, "spoken.wav");
    const marks = join(folder, "spoken.jsonl");
    expect(await runPacked(["read", article, "--voice", voice, "--out", out, "--marks", marks, "--force"])).toMatchObject({ code: 0 });
    const wav = await readFile(out);
    expect(wav.subarray(0, 4).toString()).toBe("RIFF");
    const words = (await readFile(marks, "utf8")).trim().split("\n");
    expect(words.map((line) => JSON.parse(line).text).join(" ")).toContain("first ships came in on Monday");
    // Something is heard: not all samples are silent.
    const samples = new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) >> 1);
    expect(samples.some((sample) => Math.abs(sample) > 1000)).toBe(true);
  });
});

describe.runIf(process.platform === "linux")("a voice that is added to the packaged Lectern", () => {
  it("is tried in a process of its own, without a display, and speaks", async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const toy = await toyFolder(join(folder, "toy"));
    expect(await runPacked(["voices", "add", toy], "", env)).toMatchObject({
      code: 0,
      out: "neural:en_GB-toy-low: Toy (British English) can speak now.\n",
    });
    const out = join(folder, "toy.wav");
    expect(await runPacked(["read", article, "--voice", "neural:en_GB-toy-low", "--out", out], "", env)).toMatchObject({ code: 0 });
    expect((await readFile(out)).length).toBeGreaterThan(100_000);
  });
});

describe.runIf(process.platform === "linux")("the packaged window", () => {
  let lectern: ChildProcess;
  let browser: Browser;
  let page: Page;
  let said = "";

  beforeAll(async () => {
    // What was chosen the last time: the system's dialog can't be answered here.
    await mkdir(join(folder, "window-home/edition-jobs"), { recursive: true });
    await writeFile(join(folder, "window-home/edition-jobs/last.json"), JSON.stringify({ folder, format: "opus" }));
    lectern = spawn(
      join(packed, "lectern-bin"),
      ["--disable-gpu", "--remote-debugging-port=0", ...(IS_ROOT ? ["--no-sandbox"] : []), article],
      {
        cwd: folder,
        env: { ...process.env, LECTERN_HOME: join(folder, "window-home") },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    // The fuses keep Playwright's own way in shut: it comes through Chromium's door.
    const address = await new Promise<string>((resolve, reject) => {
      for (const stream of [lectern.stdout, lectern.stderr])
        stream?.on("data", (chunk) => {
          said += chunk;
          const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
          if (found) resolve(found);
        });
      lectern.once("close", (code) => reject(new Error(`Lectern ended with ${code}: ${said}`)));
    });
    browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (!context) throw new Error("there is no window");
    page = context.pages()[0] ?? (await context.waitForEvent("page"));
  });

  afterAll(async () => {
    await browser?.close();
    if (lectern?.exitCode === null) {
      const closed = new Promise((resolve) => lectern.once("close", resolve));
      lectern.kill();
      await closed;
    }
  });

  it("asks its first questions, and shows the article that it was given", async () => {
    await expect.poll(() => page.locator("h1").textContent()).toBe("Who speaks?");
    // The suggestions stand.
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("h1").textContent()).toBe("Which voice?");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("article").textContent()).toContain("The first ships came in on Monday morning.");
  });

  it("reads: the words that sound move on", async () => {
    await page.keyboard.press("Control+2");
    const highlighted = (): Promise<string> =>
      page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())).join(" | "),
      );
    const seen = new Set<string>();
    await expect
      .poll(async () => {
        const now = await highlighted();
        if (now !== "") seen.add(now);
        return seen.size;
      })
      .toBeGreaterThan(2);
  });

  it("takes an article along: its voices and encoders are found in the archive", async () => {
    await page.keyboard.press("Control+Shift+s");
    await page.getByRole("button", { name: "Make it" }).press("Enter");
    await expect.poll(() => readdir(folder)).toContain("The harbour opens again.opus");
  });
});
