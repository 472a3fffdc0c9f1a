import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // Workspace packages run from their sources, so that a test never sees a stale build.
    alias: [
      { find: /^@tuckshop\/stack\/(.+)$/, replacement: `${folder("apps/stack/src")}/$1.ts` },
      { find: /^@tuckshop\/ui\/(.+)$/, replacement: `${folder("packages/ui/src")}/$1.tsx` },
      { find: /^@tuckshop\/([a-z-]+)\/(.+)$/, replacement: `${folder("packages")}/$1/src/$2.ts` },
    ],
  },
  test: {
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: ["{packages,apps}/*/src/**/*.test.{ts,tsx}"],
          exclude: ["packages/e2e/**"],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "shops",
          include: ["packages/e2e/src/**/*.test.ts"],
          // Each file runs a whole shop: one after the other, with the machine to itself.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
