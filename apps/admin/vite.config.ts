import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** The admin lives below /admin/, beside the shop. In development the API answers on port 4000. */
export default defineConfig({
  base: "/admin/",
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { outDir: "dist", manifest: true },
  server: { port: 5174, proxy: { "/trpc": "http://127.0.0.1:4000" } },
});
