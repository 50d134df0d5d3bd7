// `npm test [-- FILTER …]`: does the set-up there is, checks the sources, runs every test, those in the real window too, and ends with
// one plain line: `N passed, N failed`. A filter goes to vitest, and leaves the check out.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { FOR_TESTS, hasDebian } from "./debian-packages.mjs";
import { ROOT, run, SetupError, setUp } from "./setup.mjs";
import { WORDS } from "./words.mjs";

/**
 * The sums of vitest's JSON reports; a report that is missing (null) counts as one failure, and so does a file that failed before its
 * tests were counted.
 * @param {readonly (null | { numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, success?: boolean })[]} reports
 */
export function sumOf(reports) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const report of reports) {
    if (report === null) {
      failed += 1;
      continue;
    }
    passed += report.numPassedTests;
    failed += report.numFailedTests > 0 ? report.numFailedTests : report.success === false ? 1 : 0;
    skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  }
  return { passed, failed, skipped };
}

/**
 * The tests that failed, a name and the first line of the error each: what a long log hides.
 * @param {readonly (null | { testResults?: readonly { name: string, message?: string, status?: string, assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] }[] }[] })[]} reports
 */
export function failuresOf(reports) {
  const firstLine = (text) => (text ?? "").trim().split("\n")[0];
  return reports.flatMap((report) =>
    (report?.testResults ?? []).flatMap((file) => {
      const failed = file.assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0 && file.status === "failed") return [`${relative(ROOT, file.name)}: ${firstLine(file.message)}`];
      return failed.map((one) => `${relative(ROOT, file.name)}: ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`);
    }),
  );
}

/** Runs one of vitest's projects; answers its report, null where it left none. */
async function vitest(project, filters, env, folder) {
  const file = join(folder, `${project}.json`);
  const { code } = await run(
    process.execPath,
    [
      join(ROOT, "node_modules/vitest/vitest.mjs"),
      "run",
      ...["--config", "tests/vitest.config.ts", "--project", project, "--passWithNoTests"],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
      ...filters,
    ],
    { env },
  );
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    // An error outside of any test fails the run, not a test.
    return { ...report, success: code === 0 };
  } catch {
    if (code === 0) return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
    console.error(WORDS.noReport(project));
    return null;
  }
}

async function test() {
  const filters = process.argv.slice(2);
  const runtime = await setUp({ say: (line) => console.log(line), electron: true, debian: hasDebian() ? FOR_TESTS : [] });
  const env = { ...process.env, ...(runtime ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : {}) };
  const reports = [];
  const folder = mkdtempSync(join(tmpdir(), "lectern-test-"));
  try {
    if (filters.length === 0) {
      console.log(WORDS.testStep("check"));
      const { code } = await run("npm", ["run", "--silent", "check"], { env, shell: process.platform === "win32" });
      if (code !== 0) {
        console.error(WORDS.checkFailed);
        reports.push(null);
      }
    }
    // Side by side: the journeys wait for windows and sound most of the time, the stages' tests reckon all the time.
    const projects = ["stages", "journeys"];
    console.log(WORDS.testStep(projects.join(", ")));
    reports.push(...(await Promise.all(projects.map((project) => vitest(project, filters, env, folder)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...sumOf(reports), failures: failuresOf(reports) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let sums = { passed: 0, failed: 1, skipped: 0, failures: [] };
  try {
    sums = await test();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : (error?.stack ?? error));
  }
  process.exitCode = sums.failed > 0 || sums.passed === 0 ? 1 : 0;
  for (const line of sums.failures) console.log(line);
  console.log(`\n${WORDS.summary(sums.passed, sums.failed, sums.skipped)}`);
}
