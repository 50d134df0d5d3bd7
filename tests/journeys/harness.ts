import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { electronRuntime } from "../../scripts/electron-runtime.mjs";
import { openLibrary } from "../../src/library/index.ts";
import { type SettingsChange, voiceId } from "../../src/model/index.ts";

/** The checkout. */
export const ROOT = join(import.meta.dirname, "../..");

/** Root has no sandbox to run in. */
export const IS_ROOT = process.getuid?.() === 0;

let runtime: ReturnType<typeof electronRuntime> | null = null;

/** The Electron that journeys run on, looked for once. */
export function findRuntime(): ReturnType<typeof electronRuntime> {
  runtime ??= electronRuntime({ say: (line: string) => console.error(line) });
  return runtime;
}

/** Beeps: words of known length, the same on every machine. */
export const BEEPS = voiceId("tone", "beep");

/** The home of somebody who has never opened Lectern. */
export const makeNewHome = (): Promise<string> => mkdtemp(join(tmpdir(), "lectern-home-"));

/** The home of a listener who has answered the first question, and set what is given. */
export async function makeHome(settings: SettingsChange = {}): Promise<string> {
  const home = await makeNewHome();
  const library = await openLibrary(join(home, "library.sqlite"));
  library.changeSettings({ voiceMode: "shared", ...settings });
  library.close();
  return home;
}

/** A running Lectern. */
export interface Lectern {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where it keeps what it keeps: give it to `launch` again to open the same Lectern once more. */
  readonly home: string;
  /** The process of the host, as the system counts it; null while there is none. */
  hostPid(): Promise<number | null>;
  /** Everything that the processes wrote to the terminal so far. */
  terminal(): string;
  /** Makes the page so large, CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Quits as a person would. A home that `launch` made is removed, unless `remove` says else. */
  close(options?: { readonly remove?: boolean }): Promise<void>;
}

/** How to start it. */
export interface LaunchOptions {
  /** What a person types after `lectern`. */
  readonly args?: readonly string[];
  /** Chromium's switches. */
  readonly switches?: readonly string[];
  /** A folder; that of a listener who has set nothing when left out. */
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** As a person starts it: with whatever draws. Without it, where it is not said. */
  readonly hasGpu?: boolean;
}

/** Opens the built Lectern in a real Electron window and waits until the page has a line to the host. */
export async function launch(options: LaunchOptions = {}): Promise<Lectern> {
  const { executable } = await findRuntime();
  const home = options.home ?? (await makeHome());
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const app = await _electron.launch({
    executablePath: executable,
    // Playwright drops the sandbox unless it is told not to.
    chromiumSandbox: !IS_ROOT,
    args: [...(options.hasGpu ? [] : ["--disable-gpu"]), ...(options.switches ?? []), ROOT, ...(options.args ?? [])],
    cwd: options.cwd ?? ROOT,
    env: { ...inherited, LECTERN_HOME: home, ...options.env },
  });
  let said = "";
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  const page = await app.firstWindow();
  // Playwright pretends light colours, full motion and no forced colours: show what the system asks for.
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
  await page.waitForLoadState("load");
  return {
    app,
    page,
    home,
    hostPid: () => app.evaluate(({ app: electron }) => electron.getAppMetrics().find((one) => one.name === "Lectern")?.pid ?? null),
    terminal: () => said,
    async resize(width, height) {
      await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), {
        width,
        height,
      });
      await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
    },
    async close({ remove = options.home === undefined } = {}) {
      await app.close();
      if (remove) await rm(home, { recursive: true, force: true });
    },
  };
}
