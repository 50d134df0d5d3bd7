import type { ElectronApplication } from "playwright-core";

/** What is seen of the reading from outside of the page, whose process may die: each sentence that sounds, and each problem that is shown. */
export interface HeardNote {
  readonly kind: "heard" | "problem" | "silent";
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Runs in the page, and tells the main process through the console: what the page keeps itself dies with it. */
const WATCH = `(() => {
  let last = "";
  setInterval(() => {
    const text = (selector) => document.querySelector(selector)?.textContent?.trim() ?? "";
    const problem = text(".problem h2");
    const caption = text("[data-captions] .caption");
    const now = problem !== "" ? "problem " + problem : text("[data-play]") === "Pause" && caption !== "" ? "heard " + caption : "silent ";
    if (now !== last) console.log("noted " + now);
    last = now;
  }, 10);
})()`;

/** From now on, also in each page that comes after one that died, what sounds is noted. */
export const watchHeard = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }, script) => {
    const notes: unknown[] = [];
    Object.assign(globalThis, { notes });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error("there is no window");
    contents.on("console-message", (...given: unknown[]) => {
      const said = given.find((one) => typeof one === "string") ?? (given[0] as { readonly message?: unknown }).message;
      const [, kind, text] = /^noted (\w+) (.*)$/s.exec(String(said)) ?? [];
      if (kind) notes.push({ kind, text, at: Date.now() });
    });
    const watch = (): void => void contents.executeJavaScript(script).catch(() => {});
    contents.on("did-finish-load", watch);
    watch();
  }, WATCH);

/** What was noted, from the `from`-th note on. */
export const heardSince = (app: ElectronApplication, from: number): Promise<readonly HeardNote[]> =>
  surely(() => app.evaluate((_, since) => (globalThis as unknown as { readonly notes: HeardNote[] }).notes.slice(since), from));

/** Asks once more where the answer was lost on its way: Playwright tells so when an answer's promise was collected while it waited. */
export async function surely<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await ask();
    } catch (thrown) {
      if (left === 0 || !String(thrown).includes("garbage collected")) throw thrown;
    }
  }
}
