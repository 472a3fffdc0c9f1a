import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  base: "/",
  plugins: [react(), tailwindcss()],
  // Workspace packages are read from their sources, so a build never mixes in a stale one.
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { outDir: "dist", manifest: true },
  server: { proxy: { "/trpc": "http://127.0.0.1:4000" } },
});
