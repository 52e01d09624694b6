/** @file Evidence end to end: real vaults whose holder rewrites the past, `vault check` and the branch that notice. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicKeyOf } from "../../../electron/crypto/sign.ts";
import { Audit } from "../../../electron/evidence/audit.ts";
import { growTree, writeCheckpoint } from "../../../electron/evidence/evidence.ts";
import { isCheckpoint, originOf, signCheckpoint } from "../../../electron/evidence/note.ts";
import { ownIdentity } from "../../../electron/sync/identity.ts";
import { encodeTransaction, operationsIn } from "../../../electron/vault/transaction.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import {
  exported,
  importBytes,
  newClient,
  type Office,
  officeBlock,
  pairUp,
  receive,
  refusal,
} from "../../support/office.ts";

const block = officeBlock();
let advisor: Office;
let branch: Office;
beforeAll(async () => {
  [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  await pairUp(advisor, branch);
});
afterAll(() => block.end());

async function checkpoint({ vault, device, write }: Office): Promise<void> {
  await writeCheckpoint(vault, device, (await ownIdentity(vault, device)).seed, write);
}

async function transactionsOf({ vault }: Office): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for await (const { bytes } of vault.transactions(0)) found.push(Buffer.from(bytes));
  return found;
}

function audited(vaultId: string, transactions: readonly Buffer[]) {
  const audit = new Audit(vaultId);
  for (const bytes of transactions) audit.add(bytes, operationsIn(bytes));
  return audit.finish();
}

/** The holder of all keys writes the log anew with another word in one transaction. */
function rewrite(bytes: Buffer): Buffer {
  const operations = operationsIn(bytes).map(
    (op): Operation => ({ ...op, actor: "somebody-else" as Operation["actor"] }),
  );
  return encodeTransaction(operations);
}

describe("the log as evidence", () => {
  test("is signed at most once for the same log, and the signature is one of the device over the whole of it", async () => {
    await newClient(advisor, "c-1", "王建国");
    await checkpoint(advisor);
    const { logSeq } = advisor.vault;
    await checkpoint(advisor);
    expect(advisor.vault.logSeq).toBe(logSeq);
    await newClient(advisor, "c-2", "李芳");
    await checkpoint(advisor);
    expect(advisor.vault.logSeq).toBe(logSeq + 2);
    const report = await advisor.vault.check();
    expect(report).toMatchObject({ checkpoints: 2, problems: [] });
  });

  test("tells any transaction before a checkpoint that is not what it was", async () => {
    const transactions = await transactionsOf(advisor);
    const { id } = advisor.vault;
    expect(audited(id, transactions)).toEqual({ compared: 2, rewritten: [] });
    const last = transactions.length - 1;
    for (let at = 0; at < last; at += 1) {
      const changed = transactions.map((bytes, i) => (i === at ? rewrite(bytes) : bytes));
      expect(audited(id, changed).rewritten.length, `transaction ${at}`).toBeGreaterThan(0);
      expect(audited(id, transactions.toSpliced(at, 1)).rewritten.length, `without ${at}`).toBeGreaterThan(0);
    }
  });

  test("a checkpoint of another log, size, root or key is none", () => {
    const seed = Buffer.alloc(32, 7);
    const head = { size: 12, root: Buffer.alloc(32, 1) };
    const origin = originOf("vault-a");
    const note = signCheckpoint(origin, head, seed);
    const key = publicKeyOf(seed);
    expect(note.split("\n").slice(0, 4)).toEqual(["suitbook/vault-a", "12", head.root.toString("base64"), ""]);
    expect(isCheckpoint(note, origin, head, key)).toBe(true);
    expect(isCheckpoint(note, originOf("vault-b"), head, key)).toBe(false);
    expect(isCheckpoint(note, origin, { ...head, size: 13 }, key)).toBe(false);
    expect(isCheckpoint(note, origin, { ...head, root: Buffer.alloc(32, 2) }, key)).toBe(false);
    expect(isCheckpoint(note, origin, head, publicKeyOf(Buffer.alloc(32, 8)))).toBe(false);
    expect(isCheckpoint(`${note}more`, origin, head, key)).toBe(false);
  });
});

describe("a branch", () => {
  test("takes package after package while the advisor's log goes on from what it was", async () => {
    const folder = await block.folder();
    await importBytes(branch, await exported(advisor, folder));
    await newClient(advisor, "c-3", "赵敏");
    await checkpoint(advisor);
    await importBytes(branch, await exported(advisor, folder));
    const { state } = await growTree(advisor.vault, advisor.device);
    expect(state.size).toBe(advisor.vault.logSeq);
    expect((await advisor.vault.check()).problems).toEqual([]);
  });

  test("refuses the package of an advisor whose handed-over history was written anew", async () => {
    const folder = await block.folder();
    const seen = [...branch.vault.rows("packageIn").values()].find(({ seq }) => seq === 2);
    await newClient(advisor, "c-4", "孙悦");
    // The advisor's own record of what the last package said: its tree is not the one the branch saw.
    const last = [...advisor.vault.rows("packageOut").values()].find(({ seq }) => seq === 2);
    const audit = last?.["audit"] as { frontier: string[] };
    expect(last?.["audit"]).toMatchObject(seen?.["audit"] as object);
    const forged = audit.frontier.with(0, "ab".repeat(32));
    Object.assign(audit, { frontier: forged });
    const bytes = await exported(advisor, folder);
    expect(await refusal(receive(branch, bytes))).toEqual({ code: "package-history", params: { seq: 3 } });
    expect([...branch.vault.rows("packageIn").values()]).toHaveLength(2);
  });
});
