import { areReadable, between, type Colour, contrast, isDark, type OwnColours, type Settings } from "../../model/index.ts";

/** The custom properties that a theme of the listener's own has. */
const OWN_PROPERTIES = [
  "--page",
  "--surface",
  "--text",
  "--quiet",
  "--line",
  "--edge",
  "--accent",
  "--on-accent",
  "--wrong",
  "--sentence",
  "--on-sentence",
  "--word",
  "--on-word",
] as const;

const BLACK: Colour = "#000000";
const WHITE: Colour = "#ffffff";

/** Black or white: which of them stands out more. */
const standingOut = (ground: Colour): Colour => (contrast(ground, BLACK) >= contrast(ground, WHITE) ? BLACK : WHITE);

/** What a sentence's ground takes of the accent: as much as leaves its text readable. */
function groundOf({ page, text, accent }: OwnColours): Colour {
  const READABLE = 7;
  for (const share of [0.35, 0.25, 0.15]) {
    const ground = between(page, accent, share);
    if (contrast(ground, text) >= Math.min(READABLE, contrast(page, text) * 0.9)) return ground;
  }
  return page;
}

/** All colours of a theme, made of the three that the listener chose. */
export function themeOf(colours: OwnColours): Readonly<Record<(typeof OWN_PROPERTIES)[number], string>> {
  const { page, text, accent } = colours;
  const ground = groundOf(colours);
  return {
    "--page": page,
    "--surface": page,
    "--text": text,
    "--quiet": text,
    "--line": text,
    "--edge": text,
    "--accent": accent,
    "--on-accent": standingOut(accent),
    "--wrong": text,
    "--sentence": ground,
    "--on-sentence": text,
    "--word": accent,
    "--on-word": standingOut(accent),
  };
}

/** Puts the looks that are set on the page. */
export function applyLooks(settings: Settings): void {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const { theme, ownColours } = settings;
  root.dataset.theme = theme === "system" ? (dark ? "dark" : "light") : theme;
  root.style.fontSize = `${settings.textSize}%`;
  const own = theme === "own" && areReadable(ownColours) ? themeOf(ownColours) : null;
  for (const name of OWN_PROPERTIES) {
    if (own) root.style.setProperty(name, own[name]);
    else root.style.removeProperty(name);
  }
  root.style.colorScheme = own ? (isDark(ownColours) ? "dark" : "light") : "";
  root.dataset.face = settings.textFace;
  root.dataset.alignment = settings.alignment;
  root.dataset.pictureColours = settings.pictureColours;
  root.dataset.markStyle = settings.markStyle;
  root.style.setProperty("--line-spacing", String(settings.lineSpacing));
  root.style.setProperty("--letter-spacing", `${settings.letterSpacing}em`);
  root.style.setProperty("--word-spacing", `${settings.wordSpacing}em`);
  root.style.setProperty("--paragraph-spacing", `${settings.paragraphSpacing}em`);
  root.style.setProperty("--column", settings.columnWidth === null ? "none" : `${settings.columnWidth}ch`);
}
