import type { ChildProcess } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDeb } from "../../scripts/package/deb.mjs";
import { makePackages } from "../../scripts/package.mjs";
import { publicHalf, writeLists } from "../../scripts/release.mjs";
import { soon } from "../journeys/eyes.ts";
import { ROOT } from "../journeys/harness.ts";
import { type CleanDebian, cleanDebian, missingForDebian, READER } from "./clean-debian.ts";

const ARTICLE = `The harbour opens again

The first ships came in on Monday morning. Hundreds of people had come to see them.
`;

const missing = missingForDebian();
if (missing !== null) console.log(`Not run: it needs ${missing}`);

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}

/** The processes of the installed program, as the system counts them. */
function processes(): readonly { readonly pid: string; readonly command: string; readonly status: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return command.startsWith("/opt/Lectern/") ? [{ pid, command, status: readFileSync(`/proc/${pid}/status`, "utf8") }] : [];
      } catch {
        return [];
      }
    });
}

describe.skipIf(missing !== null)("the package on a clean Debian", () => {
  const folder = mkdtempSync(join(tmpdir(), "lectern-package-"));
  const released = join(folder, "released");
  const { privateKey } = generateKeyPairSync("ed25519");
  let place: Server;
  let debian: CleanDebian;
  let deb = "";
  let newer = "";

  /** Puts a newer build to its place, with its signed list. */
  const release = (): void => {
    rmSync(released, { recursive: true, force: true });
    mkdirSync(released);
    copyFileSync(newer, join(released, basename(newer)));
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    writeLists({ folder: released, version: "9.9.9", channel: "latest", notes: "- A voice for the harbour.", date: "2026-01-01", key });
  };

  beforeAll(async () => {
    process.env.SOURCE_DATE_EPOCH ??= "1767225600";
    // The build is told where newer ones are before it is made.
    place = createServer((request, response) => {
      try {
        response.end(readFileSync(join(released, basename(new URL(request.url ?? "/", "http://127.0.0.1").pathname))));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => place.listen(0, "127.0.0.1", resolve));
    process.env.LECTERN_UPDATES_ADDRESS = `http://127.0.0.1:${(place.address() as AddressInfo).port}/`;
    process.env.LECTERN_UPDATES_KEY = publicHalf(privateKey);
    await makePackages({ output: join(folder, "first"), say: () => {} });
    const name = readdirSync(join(folder, "first")).find((one) => one.endsWith(".deb")) ?? "";
    deb = join(folder, "first", name);
    debian = cleanDebian();
  }, 1_800_000);
  afterAll(() => {
    debian?.close();
    place?.close();
    delete process.env.LECTERN_UPDATES_ADDRESS;
    delete process.env.LECTERN_UPDATES_KEY;
    rmSync(folder, { recursive: true, force: true });
  });

  it("is the same byte by byte when it is made again", async () => {
    await makePackages({ output: join(folder, "second"), say: () => {} });
    const asar = "linux-unpacked/resources/app.asar";
    expect(sha256(join(folder, "second", asar))).toBe(sha256(join(folder, "first", asar)));
    expect(sha256(join(folder, "second", basename(deb)))).toBe(sha256(deb));
    newer = makeDeb({
      folder: join(folder, "second/linux-unpacked"),
      out: folder,
      version: "9.9.9",
      architecture: process.arch === "x64" ? "amd64" : process.arch,
      description: "newer",
      icon: join(ROOT, "assets/icon.png"),
    });
  });

  it("is installed with what it needs, and nothing of it can be changed by others", () => {
    cpSync(deb, join(debian.root, "srv/lectern.deb"));
    debian.asRoot("apt-get", "-q", "update");
    debian.asRoot("apt-get", "-q", "install", "-y", "--no-install-recommends", "/srv/lectern.deb", "fonts-dejavu-core");
    rmSync(join(debian.root, "srv/lectern.deb"));
    expect(
      debian.asRoot("find", "/opt/Lectern", "/usr/bin/lectern", "(", "-perm", "/022", "-o", "!", "-user", "root", ")", "!", "-type", "l"),
    ).toBe("");
  });

  it("answers commands of an ordinary user, and finds everything well", async () => {
    writeFileSync(join(debian.root, "home", READER.name, "article.txt"), ARTICLE, { mode: 0o644 });
    const { out, code } = await ended(debian.asUser(["lectern", "narrate", "article.txt", "--text"]));
    expect({ code, out }).toEqual({
      code: 0,
      out: "The harbour opens again\nThe first ships came in on Monday morning.\nHundreds of people had come to see them.\n",
    });
    const doctor = await ended(debian.asUser(["lectern", "doctor", "--json"]));
    const { findings } = JSON.parse(doctor.out) as { readonly findings: readonly { readonly what: string; readonly state: string }[] };
    expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);
    expect(findings.find(({ what }) => what === "voices")?.state).toBe("fine");
  });

  /** Opens the window of the installed program for the ordinary user, and ends it when what is done in it is done. */
  async function inWindow(args: readonly string[], work: (page: Page) => Promise<void>): Promise<void> {
    const display = process.env.DISPLAY ?? "";
    const lectern = debian.asUser(["lectern", "--disable-gpu", "--remote-debugging-port=0", ...args], { env: { DISPLAY: display } });
    let said = "";
    let browser: Browser | null = null;
    try {
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
      const page: Page | undefined = context?.pages()[0] ?? (await context?.waitForEvent("page"));
      if (!page) throw new Error("there is no window");
      await work(page);
    } finally {
      await browser?.close();
      if (lectern.exitCode === null && lectern.signalCode === null) {
        const gone = new Promise((resolve) => lectern.once("close", resolve));
        lectern.kill();
        await gone;
      }
    }
  }

  it("opens its window for an ordinary user, with its sandbox on, and reads the article", () =>
    inWindow(["article.txt"], async (page) => {
      await soon(async () => expect(await page.locator("h1").first().textContent()).toBe("Who speaks?"));
      await page.keyboard.press("Escape");
      await soon(async () => expect(await page.locator("h1").first().textContent()).toBe("Which voice?"));
      await page.keyboard.press("Escape");
      await soon(async () => expect(await page.locator("article").textContent()).toContain("The first ships came in on Monday morning."));
      const all = processes();
      expect(all.map(({ command }) => command).filter((command) => command.includes("--no-sandbox"))).toEqual([]);
      const renderer = all.find(({ command }) => command.includes("--type=renderer"));
      expect(renderer?.status).toMatch(/^Uid:\s+1000\s/m);
      expect(renderer?.status).toMatch(/^Seccomp:\s+2$/m);
      expect(readlinkSync(`/proc/${renderer?.pid}/ns/user`)).not.toBe(readlinkSync("/proc/self/ns/user"));
      expect(readlinkSync(`/proc/${renderer?.pid}/ns/pid`)).not.toBe(readlinkSync("/proc/self/ns/pid"));
      // This machine has no sound, which is said; then it is read in step without it.
      await page.keyboard.press("Control+2");
      await soon(async () => expect(await page.locator(".problem h2").textContent()).toBe("There is no sound."));
      await page.keyboard.press("Control+2");
      await soon(async () => expect(await page.locator("[data-captions] .caption").textContent()).toContain("Hundreds of people"));
    }));

  it("finds a newer build, refuses what was changed, fetches and verifies it, and says what to do with it", () =>
    inWindow([], async (page) => {
      const text = page.locator("#update-text");
      const ask = async (): Promise<void> => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+Shift+p");
        await soon(async () => expect(await page.locator("dialog h2").textContent()).toBe("All commands"));
        await page.keyboard.type("newer Lectern");
        await page.keyboard.press("Enter");
      };
      const told = (message: string | RegExp): Promise<void> => soon(async () => expect(await text.textContent()).toMatch(message));
      await soon(async () => expect(await page.locator("article").textContent()).toContain("The first ships"));
      release();
      const list = join(released, "latest-linux.yml");
      writeFileSync(list, readFileSync(list, "utf8").replaceAll("9.9.9", "9.9.10"));
      await ask();
      await told(/^The list of newer Lecterns is not signed by who made this one/);
      release();
      const changed = readFileSync(join(released, basename(newer)));
      changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
      writeFileSync(join(released, basename(newer)), changed);
      await ask();
      await told("Lectern 9.9.9 is there.");
      await page.getByRole("button", { name: "Fetch and check it" }).press("Enter");
      await told(/^What came is not what was promised/);
      const pending = join(debian.root, "home", READER.name, ".cache/lectern-updater/pending");
      const fetched = (): readonly string[] => readdirSync(pending).filter((name) => name.endsWith(".deb"));
      expect(existsSync(pending) ? fetched() : []).toEqual([]);
      release();
      await ask();
      await told("Lectern 9.9.9 is there.");
      await page.getByRole("button", { name: "Fetch and check it" }).press("Enter");
      await told("Lectern 9.9.9 is here, and checked.");
      expect(fetched().map((name) => sha256(join(pending, name)))).toEqual([sha256(newer)]);
      // Nobody made this user an administrator.
      await page.getByRole("button", { name: "Put it in place and start again" }).press("Enter");
      await told(/^The system did not let Lectern put it in place\./);
    }));

  it("is renewed by the package manager with what was fetched, and runs", async () => {
    const pending = `/home/${READER.name}/.cache/lectern-updater/pending`;
    const [name] = readdirSync(join(debian.root, pending)).filter((one) => one.endsWith(".deb"));
    debian.asRoot("apt-get", "-q", "install", "-y", "--no-install-recommends", `${pending}/${name}`);
    expect(debian.asRoot("dpkg-query", "-W", "-f", "$".concat("{Version}"), "lectern")).toBe("9.9.9");
    const { code, out } = await ended(debian.asUser(["lectern", "narrate", "article.txt", "--text"]));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("The first ships came in") });
    await inWindow([], async (page) => {
      await soon(async () => expect(await page.locator("article").textContent()).toContain("The first ships"));
    });
  });

  it("leaves nothing behind but what is the listener's when it is removed", () => {
    debian.asRoot("apt-get", "-q", "purge", "-y", "lectern");
    const left = debian.asRoot(
      "find",
      "/",
      "-xdev",
      "(",
      "-path",
      "/proc",
      "-o",
      "-path",
      "/home",
      "-o",
      "-path",
      "/root",
      ")",
      "-prune",
      "-o",
      "-iname",
      "*lectern*",
      "-print",
    );
    expect(left.split("\n").filter((path) => path !== "" && !path.startsWith("/tmp"))).toEqual([]);
  });
});
