// Debian's packages that Lectern and its tests need, and why each.
// `or`: the name since Debian 13 and Ubuntu 24.04, where the time of 32-bit systems became 64 bits wide.
import { spawnSync } from "node:child_process";
import { WORDS } from "./words.mjs";

/** For Electron: what its program is linked with, as packages that bring the rest. */
export const FOR_ELECTRON = Object.freeze([
  { name: "libgtk-3-0", or: "libgtk-3-0t64", why: "windows, menus, dialogs; brings cairo, pango, atk, cups, X11" },
  { name: "libnss3", why: "certificates" },
  { name: "libasound2", or: "libasound2t64", why: "sound" },
  { name: "libgbm1", why: "drawing" },
  { name: "libdrm2", why: "drawing" },
  { name: "libxkbcommon0", why: "keyboard layouts" },
  { name: "libx11-xcb1", why: "windows: loaded by name once one opens, which no list of linked libraries tells" },
  { name: "libatspi2.0-0", or: "libatspi2.0-0t64", why: "screen readers" },
]);

/** For people: without a font there is nothing to see. */
export const FOR_READING = Object.freeze([{ name: "fonts-dejavu-core", why: "a font for what the article's own has not" }]);

/** For pictures: without it Chinese is a row of boxes. */
export const FOR_PICTURES = Object.freeze([{ name: "fonts-wqy-microhei", why: "a font for Chinese" }]);

/** For tests alone. */
export const FOR_TESTS = Object.freeze([
  { name: "xvfb", why: "a display for the journeys in the real window" },
  { name: "xdotool", why: "keys as a keyboard sends them: the page, the menu and the window system each could act on one" },
  { name: "pulseaudio", why: "a sound device for what is played" },
  { name: "pulseaudio-utils", why: "to record what is heard" },
  { name: "festival", why: "the voice behind the npm package say on Linux" },
  { name: "festvox-kallpc16k", why: "Festival's English voice" },
]);

/** For what takes long alone: each belongs to one file of tests/long, and is installed where that one is to run. */
export const FOR_LONG_TESTS = Object.freeze([
  { name: "ffmpeg", of: "editions", why: "to read the chapters, the tags and the loudness of editions" },
  { name: "mediainfo", of: "editions", why: "another that reads them" },
  { name: "epubcheck", of: "editions", why: "to check books as publishers do" },
  { name: "pocketsphinx", of: "editions", why: "to hear whether the sound of a book is in step with its text" },
  { name: "pocketsphinx-en-us", of: "editions", why: "its English" },
  { name: "debootstrap", of: "package", why: "a clean Debian to install the package on" },
  { name: "bubblewrap", of: "package", why: "to run in it as if it were the machine" },
  { name: "postgresql", of: "sync-ttrss", why: "the database of a Tiny Tiny RSS" },
  { name: "php-cli", of: "sync-ttrss", why: "runs Tiny Tiny RSS" },
  { name: "php-pgsql", of: "sync-ttrss", why: "its way to the database" },
  { name: "php-xml", of: "sync-ttrss", why: "reads its feeds" },
  { name: "php-mbstring", of: "sync-ttrss", why: "its texts" },
  { name: "php-intl", of: "sync-ttrss", why: "its languages" },
  { name: "php-curl", of: "sync-ttrss", why: "its way to feeds" },
]);

/**
 * The packages of those long tests that filters choose; of all of them where there is no filter.
 * @param {readonly string[]} filters what goes to vitest
 */
export const forLong = (filters) => {
  const names = filters.filter((filter) => !filter.startsWith("-"));
  return FOR_LONG_TESTS.filter(({ of }) => names.length === 0 || names.some((name) => `tests/long/${of}.test.ts`.includes(name)));
};

const quiet = (command, args) => spawnSync(command, args, { encoding: "utf8" });

/** Whether this is a Debian or one of its kin. */
export const hasDebian = () => process.platform === "linux" && quiet("dpkg-query", ["--version"]).status === 0;

const isInstalled = (name) => quiet("dpkg-query", ["-W", "-f", "$" + "{db:Status-Status}", name]).stdout === "installed";

/**
 * Those of some packages that are not installed.
 * @param {readonly { name: string, or?: string }[]} wanted
 * @param {(name: string) => boolean} [installed]
 */
export const missingOf = (wanted, installed = isInstalled) => wanted.filter(({ name, or }) => !installed(name) && !(or && installed(or)));

/** How commands are run as root here: as they are, through sudo without a password, or not at all (null). */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return quiet("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : null;
}

const isKnown = (name) => quiet("apt-cache", ["show", "--no-all-versions", name]).status === 0;

/**
 * The line that installs packages by hand.
 * @param {readonly { name: string }[]} packages
 */
export const installLine = (packages) =>
  `sudo apt-get update && sudo apt-get install --no-install-recommends ${packages.map(({ name }) => name).join(" ")}`;

/**
 * Installs packages that are missing, where that needs no password; else says the line to type.
 * @param {readonly { name: string, or?: string }[]} wanted
 * @param {(line: string) => void} say
 * @returns {boolean} whether all are there now
 */
export function ensureDebianPackages(wanted, say) {
  const missing = missingOf(wanted);
  if (missing.length === 0) return true;
  const prefix = asRoot();
  if (prefix === null) {
    say(WORDS.askForLibraries(installLine(missing.map((item) => (item.or && isKnown(item.or) ? { name: item.or } : item)))));
    return false;
  }
  say(WORDS.missingLibraries(missing.map(({ name }) => name).join(" ")));
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => {
    const [command = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
    return spawnSync(command, rest, { env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  };
  apt("-q", "update");
  const names = missing.map(({ name, or }) => (or && isKnown(or) ? or : name));
  const done = apt("-q", "install", "-y", "--no-install-recommends", ...names);
  if (done.status !== 0) {
    say((done.stderr || done.stdout || "").trim().split("\n").slice(-5).join("\n"));
    say(WORDS.debianFailed);
    say(WORDS.askForLibraries(installLine(names.map((name) => ({ name })))));
    return false;
  }
  return true;
}

/**
 * The shared libraries that a program lacks.
 * @param {string} program
 * @returns {string[]}
 */
export function missingLibraries(program) {
  if (process.platform !== "linux") return [];
  const { stdout, status } = quiet("ldd", [program]);
  if (status !== 0) return [];
  return librariesNotFound(stdout);
}

/** The libraries that `ldd` did not find. */
export const librariesNotFound = (said) => [...said.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
