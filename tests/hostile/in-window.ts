import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { openAddress, soon } from "../journeys/eyes.ts";
import type { Lectern } from "../journeys/harness.ts";
import { pageAround } from "./ways.ts";

/** What a window did while it was watched. */
export interface WindowWatch {
  /** @throws where something ran, was asked for, or stands in the page that could */
  check(): Promise<void>;
}

/** Watches a window: dialogs, requests, breaches of the policy, what its page holds. */
export async function watchWindow({ page, app }: Lectern): Promise<WindowWatch> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(?:app:\/\/lectern\/|blob:app:\/\/lectern\/)/.test(request.url())) seen.push(`a request: ${request.url()}`);
  });
  page.on("framenavigated", (frame) => seen.push(`went to ${frame.url()}`));
  page.on("pageerror", (error) => seen.push(`an error: ${error.message}`));
  await page.evaluate(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      breaches.push(`${violatedDirective}: ${blockedURI}`),
    );
  });
  const inherited = await page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).sort().join());
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  return {
    async check() {
      const found = await page.evaluate(() => {
        const addresses = /^(?:https?:|mailto:|app:|blob:app:|#|$)/i;
        const bad: string[] = [];
        for (const element of document.querySelectorAll("*")) {
          if (/^(?:iframe|frame|object|embed|base|portal|applet|use|image|set|animate)$/i.test(element.localName)) {
            if (!(element.localName === "use" && element.closest("[data-article]") === null)) bad.push(element.outerHTML.slice(0, 200));
          }
          for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) bad.push(`${name} in ${element.outerHTML.slice(0, 200)}`);
            if (
              /^(?:href|src|action|formaction|data|srcset|ping|poster)$/i.test(name) &&
              !addresses.test(value) &&
              !value.startsWith("./") &&
              !value.startsWith("/")
            )
              bad.push(`${name}=${value.slice(0, 200)}`);
          }
        }
        const { breaches, __ran } = window as unknown as { readonly breaches: readonly string[]; readonly __ran?: number };
        return {
          bad,
          breaches,
          ran: __ran ?? 0,
          scripts: [...document.scripts].map(({ src }) => new URL(src, location.href).protocol),
          inherited: Object.getOwnPropertyNames(Object.prototype).sort().join(),
        };
      });
      expect(seen).toEqual([]);
      expect(found).toMatchObject({ bad: [], breaches: [], ran: 0, inherited });
      expect(new Set(found.scripts)).toEqual(new Set(["app:"]));
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(windows);
    },
  };
}

/** Vectors that one article carries. */
const TOGETHER = 40;

/** Opens vectors in the window, some of them an article. Gives how many articles were there to be seen. */
export async function openInWindow({ page }: Lectern, vectors: readonly string[], folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  let opened = 0;
  for (let at = 0; at < vectors.length; at += TOGETHER) {
    const name = `Page ${at / TOGETHER}`;
    // Each stands in an element of its own, so that one does not swallow the others.
    const body = vectors.slice(at, at + TOGETHER).map((vector) => pageAround(vector).replace(/^.*?<body>|<\/body>.*$/gs, ""));
    const file = join(folder, `${at}.html`);
    await writeFile(
      file,
      `<!doctype html><html lang="en"><head><title>${name}</title></head><body><h1>${name}</h1>${body.join("\n")}</body></html>`,
    );
    await openAddress(page, file);
    // An article, or a failure that is told: a vector may leave nothing of the page.
    await soon(async () => expect(await page.locator("#article").getAttribute("aria-busy")).toBe("false"));
    const text = (await page.locator("#article").textContent()) ?? "";
    if (text.includes("The ferry is back")) opened += 1;
  }
  return opened;
}
