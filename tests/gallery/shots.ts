import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "../journeys/harness.ts";

/** The themes, and the system's forced colours. */
export const LOOKS = ["light", "dark", "sepia", "black-on-white", "white-on-black", "yellow-on-black", "forced-colours"] as const;
export type Look = (typeof LOOKS)[number];

/** The window's sizes, CSS pixels: a desk's at 100 % and at 400 %. */
export const SIZES = { "100 %": { width: 1280, height: 900 }, "400 %": { width: 320, height: 256 } } as const;

/** A picture of a view. */
export interface Shot {
  readonly view: string;
  readonly lang: string;
  readonly size: string;
  readonly look: string;
  /** Beside the index. */
  readonly file: string;
}

/** What is wanted of the gallery; a list that is empty: all. */
export interface Wanted {
  readonly view: readonly string[];
  readonly theme: readonly string[];
  readonly size: readonly string[];
  readonly lang: readonly string[];
}

/** Where the pictures go. */
export const GALLERY = join(ROOT, "gallery");

/** What `npm run gallery` was asked for. */
export function readWanted(): Wanted {
  const nothing: Wanted = { view: [], theme: [], size: [], lang: [] };
  return { ...nothing, ...(JSON.parse(process.env.LECTERN_GALLERY ?? "{}") as Partial<Wanted>) };
}

/** Whether a name is among those that are wanted; a part of it is enough. */
export const isWanted = (wanted: readonly string[], name: string): boolean =>
  wanted.length === 0 || wanted.some((one) => name === one || (one.endsWith("*") && name.startsWith(one.slice(0, -1))));

/** Waits until the page has stood still for some frames: what scrolls smoothly is at its end. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const STILL = 5;
    for (let still = 0, at = -1; still < STILL; still = scrollY === at ? still + 1 : 0) {
      at = scrollY;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

/** Shows the page in a theme: that of the document, as the settings set it, or the system's forced colours. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ forcedColors: look === "forced-colours" ? "active" : null });
  await page.evaluate(
    async (theme) => {
      document.documentElement.dataset.theme = theme;
      for (const animation of document.getAnimations()) animation.pause();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    look === "forced-colours" ? "light" : look,
  );
}

const SCRIPT = `
const filters = ["view", "lang", "size", "look"];
const form = document.querySelector("form");
const wall = document.querySelector("main");
for (const name of filters) {
  const label = form.appendChild(document.createElement("label"));
  label.append(name + " ");
  const select = label.appendChild(document.createElement("select"));
  select.name = name;
  for (const value of ["", ...new Set(SHOTS.map((shot) => shot[name]))]) select.add(new Option(value || "all", value));
  select.value = new URLSearchParams(location.hash.slice(1)).get(name) ?? "";
}
function draw() {
  const chosen = Object.fromEntries(new FormData(form));
  location.hash = new URLSearchParams(chosen);
  const shown = SHOTS.filter((shot) => filters.every((name) => !chosen[name] || shot[name] === chosen[name]));
  wall.replaceChildren(...shown.map((shot) => {
    const figure = document.createElement("figure");
    const link = figure.appendChild(document.createElement("a"));
    link.href = shot.file;
    const image = link.appendChild(new Image());
    image.loading = "lazy";
    image.src = shot.file;
    image.alt = "";
    figure.appendChild(document.createElement("figcaption")).textContent = filters.map((name) => shot[name]).join(" · ");
    return figure;
  }));
}
form.addEventListener("input", draw);
draw();
`;

const STYLE = `
body { margin: 1rem; font: 1rem system-ui, sans-serif; background: #888; color: #000; }
form { display: flex; flex-wrap: wrap; gap: 1rem; position: sticky; top: 0; padding: 0.5rem; background: #fff; }
select { min-height: 44px; font: inherit; }
main { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 1rem; }
figure { margin: 0; background: #fff; }
figcaption { padding: 0.25rem 0.5rem; }
img { display: block; max-width: min(640px, 90vw); }
`;

/** Writes the page that shows the pictures side by side. */
export async function writeIndex(shots: readonly Shot[]): Promise<void> {
  await mkdir(GALLERY, { recursive: true });
  await writeFile(
    join(GALLERY, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style>
<form></form><main></main><script>const SHOTS = ${JSON.stringify(shots)};${SCRIPT}</script></html>`,
  );
}
