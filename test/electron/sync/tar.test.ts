import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pack } from "tar-stream";
import { describe, expect, test } from "vitest";
import { type Member, readTar, writeTar } from "../../../electron/sync/tar.ts";
import { AppError } from "../../../shared/errors.ts";
import { testWith } from "../../support/external-tools.ts";
import { runTool } from "../../support/run-tool.ts";

const files = { "manifest.json": "{}", "manifest.json.sig": "s".repeat(512), "ops.jsonl.gz": "o".repeat(1500) };
const names = Object.keys(files);

const members = (content: Record<string, string>): Member[] =>
  Object.entries(content).map(([name, text]) => ({ name, size: text.length, content: [Buffer.from(text)] }));

async function written(content: Record<string, string>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeTar(members(content))) parts.push(part);
  return Buffer.concat(parts);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a reader of the three files gets, or the code it refuses with. */
async function readAs(bytes: Uint8Array, maxBytes = 10_000, piece = 700): Promise<Record<string, string> | string> {
  const reader = readTar(inPieces(bytes, piece));
  const found: Record<string, string> = {};
  try {
    for (const name of names) {
      found[name] = "";
      for await (const part of reader.member(name, maxBytes)) found[name] += Buffer.from(part).toString();
    }
    await reader.end();
    return found;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  } finally {
    await reader.close();
  }
}

describe("the container", () => {
  test("gives back what was put in, whatever pieces it comes in", async () => {
    const tar = await written(files);
    for (const piece of [1, 3, 511, 512, 513, 100_000]) expect(await readAs(tar, 10_000, piece)).toEqual(files);
    const empty = { ...files, "ops.jsonl.gz": "" };
    expect(await readAs(await written(empty))).toEqual(empty);
  });

  test("is not written with another length than announced", async () => {
    const wrong = [{ name: "manifest.json", size: 3, content: [Buffer.from("{}")] }];
    await expect(async () => {
      for await (const _ of writeTar(wrong));
    }).rejects.toThrow("2 bytes instead of 3");
  });

  testWith("tar")("is unpacked by tar", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "suitbook-tar-"));
    try {
      expect(runTool("tar", ["xf", "-"], { cwd: folder, input: await written(files) })).toMatchObject({ status: 0 });
      const found = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
      expect(Object.fromEntries(found)).toEqual(files);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("is refused with any one bit of its headers, padding and end changed", async () => {
    const tar = await written(files);
    const content = new Set<number>();
    for (const text of Object.values(files)) {
      const at = tar.indexOf(text);
      for (let i = 0; i < text.length; i++) content.add(at + i);
    }
    let tried = 0;
    for (let at = 0; at < tar.length; at++) {
      if (content.has(at)) continue;
      const changed = Buffer.from(tar);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await readAs(changed, 10_000, 4096);
      expect(["package-malformed", "package-too-large"], `byte ${at}`).toContain(outcome);
      tried++;
    }
    expect(tried).toBeGreaterThan(2500);
  });

  test("is refused when it is cut, or goes on, anywhere", async () => {
    const tar = await written(files);
    for (let at = 0; at < tar.length; at += 37) expect(await readAs(tar.subarray(0, at))).toBe("package-malformed");
    for (const more of ["\0", "x", "\0".repeat(512)]) {
      expect(await readAs(Buffer.concat([tar, Buffer.from(more)]))).toBe("package-malformed");
    }
  });

  test("is refused before a byte too many is passed on", async () => {
    expect(await readAs(await written(files), 1000)).toBe("package-too-large");
    const reader = readTar(inPieces(await written({ ...files, "manifest.json": "x".repeat(5000) }), 512));
    await expect(reader.member("manifest.json", 4999).next()).rejects.toMatchObject({ code: "package-too-large" });
  });
});

describe("a tar made by somebody else", () => {
  /** With npm's tar-stream, as an attacker might. */
  async function foreign(entries: readonly (readonly [Parameters<ReturnType<typeof pack>["entry"]>[0], string])[]) {
    const tar = pack();
    for (const [header, text] of entries) tar.entry(header, text);
    tar.finalize();
    const parts: Uint8Array[] = [];
    for await (const part of tar as AsyncIterable<Uint8Array>) parts.push(part);
    return Buffer.concat(parts);
  }
  const good = names.map((name) => [{ name }, files[name as keyof typeof files]] as const);
  const withFirst = (header: Parameters<ReturnType<typeof pack>["entry"]>[0], text = "{}") => [
    [header, text] as const,
    ...good.slice(1),
  ];

  const hostile: Record<string, ReturnType<typeof withFirst>> = {
    "a way up": withFirst({ name: "../manifest.json" }),
    "an absolute path": withFirst({ name: "/etc/passwd" }),
    "a folder in front": withFirst({ name: "a/manifest.json" }),
    "a dot in front": withFirst({ name: "./manifest.json" }),
    "a symbolic link": withFirst({ name: "manifest.json", type: "symlink", linkname: "/etc/passwd" }, ""),
    "a hard link": withFirst({ name: "manifest.json", type: "link", linkname: "ops.jsonl.gz" }, ""),
    "a folder": withFirst({ name: "manifest.json", type: "directory" }, ""),
    "a device": withFirst({ name: "manifest.json", type: "character-device" }, ""),
    "a name with an extension header": withFirst({ name: "文件.json" }),
    "a file before the first": [[{ name: "readme.txt" }, "hi"], ...good],
    "a file after the last": [...good, [{ name: "extra.txt" }, "hi"]],
    "a file twice": [...good.slice(0, 1), ...good],
    "another order": [...good].reverse(),
    "a name in capitals": withFirst({ name: "MANIFEST.JSON" }),
    "another mode": withFirst({ name: "manifest.json", mode: 0o4755 }),
    "another owner": withFirst({ name: "manifest.json", mode: 0o600, uid: 1000 }),
  };
  for (const [what, entries] of Object.entries(hostile)) {
    test(`with ${what} is refused`, async () => {
      expect(await readAs(await foreign(entries))).toBe("package-malformed");
    });
  }

  test("that claims a huge size is refused by its claim alone", async () => {
    const tar = await written(files);
    // The largest size the octal field holds, with the sum made right again.
    const header = Buffer.from(tar.subarray(0, 512));
    header.write("77777777777\0", 124);
    header.write("        ", 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    expect(await readAs(Buffer.concat([header, tar.subarray(512)]))).toBe("package-too-large");
    // And a size in base 256, which no field of ours ever needs.
    header[124] = 0x80;
    expect(await readAs(Buffer.concat([header, tar.subarray(512)]))).toBe("package-malformed");
  });
});
