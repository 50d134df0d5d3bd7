import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRuntime, IS_ROOT, type Lectern, launch, ROOT } from "./harness.ts";

let lectern: Lectern;
let folder: string;
let server: Server;
let outside: string;
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-window-"));
  const article = (title: string): string =>
    `${title}\n\nThe first ships came in on Monday morning. Hundreds of people had come to see them.\n`;
  await writeFile(join(folder, "first.txt"), article("The harbour opens again"));
  await writeFile(join(folder, "second.txt"), article("The bridge is closed"));
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("<title>Elsewhere</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  lectern = await launch({ args: ["first.txt"], cwd: folder });
});

afterAll(async () => {
  await lectern?.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const shown = (): Promise<string | null> => lectern.page.locator("body").textContent();
const answersOf = (answer: unknown): Readonly<Record<string, unknown>> => answer as Readonly<Record<string, unknown>>;

/** Catches the next line to the host before the page sees it, and calls the reader through it once. */
async function askReader(method: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
  await lectern.page.evaluate(
    ([name, value]) => {
      const answer = new Promise<unknown>((resolve) => {
        const take = (event: MessageEvent): void => {
          const [port] = event.ports;
          if (event.data !== "connect" || !port) return;
          removeEventListener("message", take, { capture: true });
          event.stopImmediatePropagation();
          port.onmessage = (message) => {
            // The page asks again on a new line what it had asked on the old one.
            if (message.data.id !== 0) return;
            resolve(message.data);
            port.close();
          };
          port.postMessage({ id: 0, method: name, input: value });
        };
        addEventListener("message", take, { capture: true });
      });
      Object.assign(window, { answer });
    },
    [method, input] as const,
  );
  // As if the page had been loaded again.
  await lectern.app.evaluate(({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    ipcMain.emit("ready", { sender: contents, senderFrame: contents?.mainFrame });
  });
  return answersOf(await lectern.page.evaluate(() => (window as unknown as { answer: Promise<unknown> }).answer));
}

describe("the window", () => {
  it("opens what the command line names, as seen from where it was typed", async () => {
    await expect.poll(shown).toContain("The harbour opens again");
    expect(await lectern.page.title()).toContain("Lectern");
  });

  it("has no Node in its page, and a sandbox around it", async () => {
    const settings = await lectern.app.evaluate(({ BrowserWindow }) => {
      // Electron has it, its types do not.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    expect(settings).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(await lectern.page.evaluate(() => ["require", "process", "module", "Buffer"].filter((name) => name in window))).toEqual([]);
  });

  it.skipIf(IS_ROOT || process.platform !== "linux")("runs its page under seccomp", async () => {
    const { readFile } = await import("node:fs/promises");
    const pid = await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
    expect(await readFile(`/proc/${pid}/status`, "utf8")).toMatch(/^Seccomp:\s*2$/m);
  });

  it("hands what a second Lectern was given over to the first", async () => {
    const { executable } = await findRuntime();
    const second = spawn(executable, [...(IS_ROOT ? ["--no-sandbox"] : []), "--disable-gpu", ROOT, "second.txt"], {
      cwd: folder,
      env: { ...process.env, LECTERN_HOME: lectern.home },
      stdio: "ignore",
    });
    expect(await new Promise((resolve) => second.once("close", resolve))).toBe(0);
    await expect.poll(shown).toContain("The bridge is closed");
  });
});

describe("the line to the host", () => {
  it("answers the page", async () => {
    expect(await askReader("settings", {})).toMatchObject({ id: 0, done: true, result: { textSize: 100 } });
  });

  it("refuses what does not parse", async () => {
    expect(await askReader("settings", { more: 1 })).toMatchObject({ failure: { code: "bad-input" } });
    expect(await askReader("constructor", {})).toMatchObject({ failure: { code: "bad-input" } });
  });

  it("is made again, and its page told, when the host is killed", async () => {
    const before = await lectern.hostPid();
    if (before === null) throw new Error("there is no host");
    await lectern.page.evaluate(() => {
      const lines = { count: 0 };
      Object.assign(window, { lines });
      addEventListener("message", (event) => {
        if (event.data === "connect") lines.count += 1;
      });
    });
    process.kill(before, "SIGKILL");
    await expect.poll(() => lectern.page.evaluate(() => (window as unknown as { lines: { count: number } }).lines.count)).toBe(1);
    await expect.poll(lectern.hostPid).not.toBe(before);
    expect(await askReader("articles", { limit: 5 })).toMatchObject({ done: true });
  });
});

describe("when the page is loaded again", () => {
  it("has a line again, and nothing to complain about", async () => {
    const complaints: string[] = [];
    const note = (message: { type(): string; text(): string }): void => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    };
    lectern.page.on("console", note);
    await lectern.page.reload();
    await expect.poll(shown).toContain("ships came in on Monday");
    lectern.page.off("console", note);
    expect(complaints).toEqual([]);
  });
});

describe("the page can't leave", () => {
  const page = (): Lectern["page"] => lectern.page;
  const refused = (script: string): Promise<unknown> =>
    page().evaluate(`Promise.resolve().then(() => ${script}).then(() => "allowed", (error) => "refused: " + error.name)`);

  it.each(["OUTSIDE", "file:///etc/passwd", "app://elsewhere/index.html", "data:text/plain,x"])("fetching %s", async (address) => {
    expect(await refused(`fetch(${JSON.stringify(address === "OUTSIDE" ? `${outside}/fetched` : address)})`)).toMatch(/^refused/);
  });

  it.each(["../main.js", "..%2fmain.js", "..%5cmain.js", "main.js", "%2e%2e%2fhost.js", "../../package.json"])(
    "its own folder by %s",
    async (path) => {
      expect(await page().evaluate(async (name) => (await fetch(`app://lectern/${name}`)).status, path)).toBe(404);
    },
  );

  it("by a picture, a frame, a socket or a beacon", async () => {
    await page().evaluate(async (address) => {
      const loaded = (element: HTMLElement): Promise<void> =>
        new Promise((resolve) => {
          element.addEventListener("load", () => resolve());
          element.addEventListener("error", () => resolve());
          setTimeout(resolve, 1000);
        });
      const image = new Image();
      const frame = document.createElement("iframe");
      const ends = [loaded(image), loaded(frame)];
      image.src = `${address}/picture`;
      frame.src = `${address}/frame`;
      document.body.append(image, frame);
      navigator.sendBeacon(`${address}/beacon`, "x");
      try {
        new WebSocket(address.replace("http", "ws"));
      } catch {
        // Refused at once is as good.
      }
      await Promise.all(ends);
      image.remove();
      frame.remove();
    }, outside);
    expect(asked).toEqual([]);
  });

  it("by opening a window", async () => {
    expect(await page().evaluate((address) => window.open(`${address}/window`) === null, outside)).toBe(true);
    expect(await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(asked).toEqual([]);
  });

  it.each(["/navigated", "file"])("by going to %s", async (where) => {
    const before = page().url();
    await page().evaluate(
      (address) => {
        location.href = address;
      },
      where === "file" ? "file:///etc/passwd" : `${outside}${where}`,
    );
    await page().waitForTimeout(300);
    expect(page().url()).toBe(before);
    expect(asked).toEqual([]);
  });

  it("nor run a script from a string", async () => {
    const ran = await page().evaluate(async () => {
      try {
        const script = document.createElement("script");
        script.textContent = "window.ranFromString = true";
        document.body.append(script);
      } catch {
        // Trusted Types refuse it before the policy does.
      }
      try {
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ranFromString = true'>");
      } catch {
        // As above.
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return "ranFromString" in window;
    });
    expect(ran).toBe(false);
  });

  it("nor be given a permission, but the microphone's for notes", async () => {
    const states = await page().evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "clipboard-read", "midi"] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(["denied"]));
    const asked = (what: MediaStreamConstraints): Promise<string> =>
      page().evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            () => "given",
            (thrown: Error) => thrown.name,
          ),
        what,
      );
    expect(await asked({ video: true })).not.toBe("given");
    expect(await asked({ audio: true, video: true })).not.toBe("given");
  });
});

describe("when the page's own process dies", () => {
  it("comes back with a line to the host", async () => {
    const other = await launch({ args: ["first.txt"], cwd: folder });
    try {
      await other.app.evaluate(({ BrowserWindow, ipcMain }) => {
        const seen = { readies: 0 };
        Object.assign(globalThis, { seen });
        ipcMain.on("ready", () => {
          seen.readies += 1;
        });
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents) process.kill(contents.getOSProcessId(), "SIGKILL");
      });
      await expect
        .poll(() => other.app.evaluate(() => (globalThis as unknown as { seen: { readies: number } }).seen.readies), { timeout: 20_000 })
        .toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });
});
