import { defineConfig } from "vitest/config";

export default defineConfig({
  // Workspace packages run from their sources, so that a test never sees a stale build.
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
  test: {
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
