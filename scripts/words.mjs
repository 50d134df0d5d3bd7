// What the set-up says. It runs before anything is built, so its words can't come from src/words.
// Plain and short: one line a step, each with what to do when it is the person's turn.
export const WORDS = {
  // Electron
  noAnswer: (host) => `${host} does not answer`,
  noConnection: (host) => `there is no connection to ${host}`,
  installerEnded: (code) => `its installer ended with ${code}`,
  installerLeftNothing: "its installer left nothing behind",
  noElectronPackage: "the electron package is not installed",
  fetchingRelease: (version) => `Fetching Electron ${version} …`,
  noOverride: (folder) => `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, and there is no Electron in it.`,
  noRelease: (version, reason) =>
    `Electron ${version} can't be had: ${reason}. Check the connection, or set ELECTRON_MIRROR, and try again.`,
  registryElectron: (version, reason, other) =>
    `Electron ${version} can't be had (${reason}). Using Electron ${other} from the package registry: for development and tests, never shipped.`,

  // Set-up
  nodeTooOld: (found, wanted) => `Lectern needs Node ${wanted} or later; this is ${found}.`,
  installingPackages: "Installing packages …",
  offline: "The package registry can't be reached: this machine seems to be offline.",
  packagesFailed: "The packages could not be installed. Connect this machine to the network and try again.",
  building: "Building Lectern …",
  buildFailed: "The build failed; what went wrong is above.",
  missingLibraries: (names) => `Installing what Electron needs: ${names} …`,
  debianFailed: "That did not work; what went wrong is above.",
  librariesLack: (names) => `Electron can't run here: this system lacks ${names}. Install them and start again.`,
  electronCantRun: "Electron can't run without them.",
  testsCantRun: "The tests can't run without them.",
  askForLibraries: (line) => `This machine lacks some packages. Type this, then start again:\n  ${line}`,

  // Start
  noDisplay: "There is no display; reading in this terminal.",
  asRoot: "You are root: Electron runs without its sandbox.",
  opening: "Opening Lectern …",

  // Tests
  testStep: (name) => `\n── ${name}`,
  checkFailed: "The check failed.",
  summary: (passed, failed, skipped) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  noReport: (name) => `${name} ended without a report`,

  // Gallery
  gallery: (path) => `The pictures are side by side in ${path}`,

  // Packages
  packaged: (path) => `Made ${path}`,
  notPackaged: (what, why) => `Not made: ${what} (${why})`,
  keyIsThere: (file) => `${file} is there already: a key is never replaced.`,
  newKey: (file, half) => `The key is in ${file}: keep it to yourself.\nIts public half, for LECTERN_UPDATES_KEY:\n${half}`,
  noKey: "Set LECTERN_SIGNING_KEY to the file of the key that lists are signed with (make one: npm run release -- --new-key FILE).",
  noBill: (said) => `npm could not list the packages: ${said}`,
  packingFailed: "The packing failed; what went wrong is above.",
  needsArchiver: "it needs 7za: apt-get install p7zip-full",
  needsTools: "its tools could not be fetched: check the connection",
  needsDpkg: "it needs dpkg-deb",
  needsWindows: "make it on Windows",
  needsMac: "make it on a Mac",
  needsLinux: "make it on Linux",
  notPinned: (version, pinned) => `This is Electron ${version}, not the pinned ${pinned}: the names say -dev, and it is not for shipping.`,
};
