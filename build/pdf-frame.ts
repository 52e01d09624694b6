/**
 * @file Builds the PDF frame into the page: `pdf.html`, which holds all of its own code,
 * and below `pdf/` the character maps, fonts and decoders of pdf.js. See [Note: PDF frame].
 *
 * The frame's origin is opaque: a script of its own address would be fetched without the
 * cookie that the loopback host asks for, so the script stands inside the document.
 */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build, type Plugin } from "vite";
import { noncePlaceholder } from "../electron/page/policy.ts";
import { pdfFolders } from "../renderer/pdf-frame/messages.ts";

const entry = path.resolve(import.meta.dirname, "../renderer/pdf-frame/frame.ts");
const library = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Licences, and fallbacks for browsers without WebAssembly, stay out. */
const wanted = /\.(bcmap|pfb|ttf)$|^(jbig2|openjpeg)\.wasm$/;

export function pdfFrame(): Plugin {
  return {
    name: "suitbook-pdf-frame",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "pdf.html", source: html(await bundle()) });
      for (const [fileName, file] of await parts()) {
        this.emitFile({ type: "asset", fileName, source: await readFile(file) });
      }
    },
    /** The same files under `npm run dev`. */
    async configureServer({ middlewares }) {
      const found = await parts();
      let frame: Promise<string> | undefined;
      const read = async (asked: string) => {
        const part = found.get(asked);
        if (part !== undefined) return readFile(part);
        if (asked !== "pdf.html") return undefined;
        frame ??= bundle().then(html);
        return frame;
      };
      middlewares.use((request, response, goOn) => {
        read(request.url?.slice(1) ?? "").then((body) => (body === undefined ? goOn() : response.end(body)), goOn);
      });
    },
  };
}

/** What pdf.js may ask for, by its path below the page. */
async function parts(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const folder of pdfFolders) {
    const names = await readdir(path.join(library, folder));
    for (const name of names.filter((file) => wanted.test(file))) {
      found.set(`pdf/${folder}/${name}`, path.join(library, folder, name));
    }
  }
  return found;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "chrome140",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, output: { format: "es", codeSplitting: false } },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error("the PDF frame was not built");
  const [chunk, ...others] = result.output;
  if (others.length > 0) throw new Error("the PDF frame is more than one file");
  return chunk.code;
}

function html(code: string): string {
  // What would end the element, or change how it is read, stands in strings and patterns only.
  const inline = code.replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
  return [
    "<!doctype html>",
    '<html lang="zh-CN">',
    '<meta charset="utf-8">',
    "<title>PDF</title>",
    `<script type="module" nonce="${noncePlaceholder}">${inline}</script>`,
    "",
  ].join("\n");
}
