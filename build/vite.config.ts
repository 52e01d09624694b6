import { builtinModules } from "node:module";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pdfFrame } from "./pdf-frame.ts";

const root = path.resolve(import.meta.dirname, "..");
const fromRoot = (name: string) => path.join(root, name);
const nodeModules = [...builtinModules, /^node:/];

/** Three outputs, one file: the page, the main process (ES module) and the sandboxed preload (must be CommonJS). */
export default defineConfig({
  root: fromRoot("renderer"),
  base: "./",
  plugins: [react(), pdfFrame()],
  builder: {},
  server: { host: "127.0.0.1" },
  environments: {
    client: {
      build: {
        outDir: fromRoot("out/renderer"),
        emptyOutDir: true,
        target: "chrome140",
        // The polyfill is an inline script and the content security policy refuses those; inlined assets need data: in it.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
      },
    },
    main: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron", ...builtinModules], conditions: ["node"] },
      build: {
        outDir: fromRoot("out/main"),
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        sourcemap: true,
        target: "node24",
        rolldownOptions: {
          input: { main: fromRoot("electron/main.ts") },
          external: ["electron", ...nodeModules],
          output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunk-[name].js" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true },
      build: {
        outDir: fromRoot("out/preload"),
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        target: "node24",
        rolldownOptions: {
          input: { preload: fromRoot("electron/preload.ts") },
          external: ["electron"],
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
});
