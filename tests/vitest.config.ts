import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: "./setup.ts",
    projects: [
      { extends: true, test: { name: "stages", include: ["**/*.test.ts"], exclude: ["journeys/**"], testTimeout: 30_000 } },
      {
        extends: true,
        test: { name: "journeys", include: ["journeys/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
