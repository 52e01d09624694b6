/**
 * @file F18: nothing readable is left. A word of its own goes into every field and file of one
 * session, which is then locked; none may be found in the vault's folder, the sync folder, the
 * temporary folder or the log. The page's memory is looked through in test/e2e/vault-lock.spec.ts.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { z } from "zod";
import { logText } from "../../../electron/book/log-text.ts";
import { clientFields } from "../../../shared/model/client.ts";
import { contactFields } from "../../../shared/model/contact.ts";
import type { Json } from "../../../shared/model/primitives.ts";
import { filesHolding } from "../../e2e/support/files.ts";
import { makePdf } from "../../e2e/support/pdf.ts";
import { clearDesks, type Desk, openDesk, operationsOf } from "../../electron/services/desk.ts";
import { officeBlock } from "../../support/office.ts";
import { type FaultCase, type Outcome, Tally } from "../case.ts";

/** Hands out words nobody else writes, and remembers them. */
class Canaries {
  readonly all: string[] = [];

  next(): string {
    const digits = crypto.getRandomValues(new Uint32Array(2)).join("").padStart(16, "7").slice(-16);
    this.all.push(digits);
    return digits;
  }

  /** A value with a canary in it for every field that takes one; the rest are choices and numbers. */
  fill(fields: Readonly<Record<string, z.ZodType>>): Record<string, Json> {
    const filled: Record<string, Json> = {};
    for (const [name, schema] of Object.entries(fields)) {
      const word = this.next();
      const text = `鹤影${word}`;
      const forms: Json[] = [text, [text], word, `${word}@example.cn`, [{ name: text, role: text, note: text }]];
      const fitting = forms.find((form) => schema.safeParse(form).success);
      if (fitting === undefined) this.all.pop();
      else filled[name] = fitting;
    }
    return filled;
  }
}

async function run(): Promise<Outcome> {
  const tally = new Tally();
  const block = officeBlock();
  const folder = await mkdtemp(path.join(tmpdir(), "suitbook-leaks-"));
  const before = process.env["TMPDIR"];
  const temporary = path.join(folder, "tmp");
  await mkdir(temporary);
  process.env["TMPDIR"] = temporary;
  try {
    const canaries = new Canaries();
    const log: string[] = [];
    const desk = openDesk(path.join(folder, "vaults"), {
      onFailure: (where, error) => log.push(`${where}: ${logText(error)}`),
    });
    await fillBook(desk, canaries, folder, await (await block.office("周敏")).sync.identityCard());
    await desk.services.close();
    log.push(...desk.failures.map((error) => logText(error)));
    await writeFile(path.join(folder, "log.txt"), log.join("\n"));
    for (const word of canaries.all) {
      tally.tried();
      const found = await filesHolding(folder, word);
      tally.undetected(found.length > 0, `found in ${found.map((file) => path.relative(folder, file)).join(", ")}`);
    }
    tally.note(`${canaries.all.length} words, ${log.length} lines of log`);
    // The search does find what is there.
    await writeFile(path.join(temporary, "planted"), `x${canaries.all[0]}x`);
    const [word = ""] = canaries.all;
    tally.undetected((await filesHolding(folder, word)).length !== 1, "the search misses a planted word");
    tally.undetected(log.length < 4, "so few failures were logged that the log proves nothing");
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    await clearDesks();
    await block.end();
    await rm(folder, { recursive: true, force: true });
  }
  return tally.outcome;
}

/** One session: every entity a person writes, files, a package, and mistakes that carry words into errors. */
async function fillBook(desk: Desk, canaries: Canaries, folder: string, branch: { card: string; fingerprint: string }) {
  const passphrase = `long enough ${canaries.next()}`;
  const profile = { name: `理财师${canaries.next()}`, role: "advisor", branch: `支行${canaries.next()}` } as const;
  const { session, recoveryKey } = await desk.call("createVault", { label: "标签", passphrase, profile });
  canaries.all.push(recoveryKey);
  const write = operationsOf(session);
  const about = { client: "c1" };
  const contact = { ...canaries.fill(contactFields), client: "c1", at: "2026-11-20T02:00:00.000Z", channel: "phone" };
  const draft = { form: "client", savedAt: "2026-11-20T02:00:00.000Z", values: { name: canaries.next() } };
  await desk.call("appendOperations", [
    write("c1", { ...canaries.fill(clientFields), kind: "individual" }),
    write("k1", contact, { ...about, entity: "contact" }),
    write("client.c1", draft, { entity: "draft", client: undefined }),
  ]);
  const pdf = makePdf([canaries.next()]);
  const name = `${canaries.next()}.pdf`;
  const target = `/stream/attachment?client=c1&kind=document&name=${encodeURIComponent(name)}&strip=0`;
  const answer = await desk.stream(target, { method: "POST", body: pdf });
  if (!((await answer.json()) as { ok: boolean }).ok) throw new Error("the attachment was not taken");

  const syncFolder = path.join(folder, "sync");
  await mkdir(syncFolder);
  await desk.call("pairPeer", { ...branch, asBranch: true });
  await desk.call("saveSyncSettings", { folder: syncFolder, everyHours: 0, atLock: false });
  await desk.call("exportPackage", null);

  const wrong = canaries.next();
  const attempts = [
    desk.call("verifyPassphrase", { passphrase: wrong }),
    desk.call("appendOperations", [write("c2", { kind: wrong, name: wrong })]),
    desk.call("readCard", { card: wrong }),
    desk.stream("/stream/package", { method: "POST", body: wrong }),
  ];
  await Promise.allSettled(attempts);
}

export const leakCase: FaultCase = {
  id: "F18",
  title: "no word of any field, file or secret is readable in a folder, a package or the log",
  atLeast: 40,
  run,
};
