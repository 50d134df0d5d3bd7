// What Electron runs when it is given the path of an app. The registry's package comes without one; this is the part of the stock
// one that Lectern and its tests use.
import { existsSync, readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron/main";

// Playwright's loader is given by -r and uses require as a script would.
globalThis.require ??= createRequire(import.meta.url);

function fail(message) {
  console.error(message);
  process.exit(1);
}

const preloaded = [];
let target = null;
const given = process.argv.slice(1);
while (given.length > 0 && target === null) {
  const argument = given.shift();
  if (argument === "--version" || argument === "-v") {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (argument === "-r" || argument === "--require") preloaded.push(given.shift());
  else if (!argument.startsWith("-")) target = resolve(argument);
}
if (target === null) fail("Give the path of an app, for example: electron .");
if (preloaded.length > 0) Module._preloadModules(preloaded);

Object.defineProperty(process, "defaultApp", { value: true, enumerable: true, configurable: false });
const manifest = join(target, "package.json");
let home = null;
if (existsSync(manifest)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, "utf8"));
  if (version) app.setVersion(version);
  if (productName ?? name) app.setName(productName ?? name);
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`);
  home = target;
}
let main = "";
try {
  main = Module._resolveFilename(target, null, true);
} catch (error) {
  fail(`There is no Electron app at ${target}: ${error.message}`);
}
app.setAppPath(home ?? dirname(main));
// The top-level await holds `ready` back until the app's main module has run, as in a stock Electron.
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error("The app failed while it was loaded.");
  console.error(error?.stack ?? error);
  process.exit(1);
}
