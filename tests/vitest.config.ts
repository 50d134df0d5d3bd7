import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    // A shared machine stands still at times: only what fails three times in a row fails there. At a desk, the first failure counts.
    retry: process.env.CI ? 2 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: "stages",
          // One process for all of them: to load everything anew for each file takes a third of the time.
          isolate: false,
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/journeys/**", "tests/long/**", "tests/gallery/**", "tests/orca/**"],
          // Three runs share two processors, and a test starts several programs.
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          isolate: false,
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/journeys/setup.ts"],
          // A busy machine takes its time; what never comes still fails.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: ["tests/long/**/*.test.ts", "tests/orca/**/*.test.ts"],
          globalSetup: ["tests/journeys/setup.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "gallery",
          include: ["tests/gallery/**/*.test.ts"],
          globalSetup: ["tests/journeys/setup.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
