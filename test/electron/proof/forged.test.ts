/**
 * @file What a proof pack's own maker could put into it: signed again after every change, so that
 * only the check the change is about can notice.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../electron/crypto/hash.ts";
import { publicKeyOf } from "../../../electron/crypto/sign.ts";
import { proofNamespace, signSsh } from "../../../electron/crypto/sshsig.ts";
import { signCheckpoint } from "../../../electron/evidence/note.ts";
import { ownIdentity } from "../../../electron/sync/identity.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import type { Proof, ProvenTransaction } from "../../../shared/proof/proof.ts";
import { exported, type Office, officeBlock, pairUp } from "../../support/office.ts";
import {
  fillBook,
  findings,
  type Members,
  membersIn,
  packFrom,
  packOf,
  resigned,
  verify,
} from "../../support/proof-book.ts";

const block = officeBlock();
let office: Office;
let pack: Buffer;
let sale: Buffer;
beforeAll(async () => {
  office = await block.office("陆文澜");
  await pairUp(office, await block.office("周敏"));
  await fillBook(office);
  await exported(office, await block.folder());
  pack = await packOf(office);
  sale = await packOf(office, { decision: "d-1" });
});
afterAll(() => block.end());

type Change = (proof: Proof, members: Members) => void;

async function found(change: Change, of = pack): Promise<string[]> {
  return findings(await verify(await resigned(of, office, change)));
}

type Parsed = {
  entity: string;
  entityId: string;
  client?: string;
  value: Record<string, object>;
  patch: Record<string, unknown>;
};

/** Change one operation's text where it stands. */
function rewrite({ log }: Proof, row: string, change: (operation: Parsed) => void): void {
  const change_ = (text: string) => {
    const operation = JSON.parse(text) as Parsed;
    if (`${operation.entity}/${operation.entityId}` !== row) return text;
    change(operation);
    return JSON.stringify(operation);
  };
  for (const transaction of log.transactions) {
    if (transaction.form === "parted") for (const one of transaction.operations) one.text = change_(one.text);
    else transaction.operations = transaction.operations.map(change_);
  }
}

/** The place of a row's transaction in the log. */
function seqOf({ log }: Proof, row: string): number {
  const [entity, entityId] = row.split("/");
  const holds = (transaction: ProvenTransaction) =>
    transaction.operations.some((one) => {
      const operation = JSON.parse(typeof one === "string" ? one : one.text) as Parsed;
      return operation.entity === entity && operation.entityId === entityId;
    });
  return log.transactions.find(holds)?.seq ?? 0;
}

async function seq(row: string): Promise<number> {
  const { proof } = await verify(pack);
  if (proof === undefined) throw new Error("no proof");
  return seqOf(proof, row);
}

describe("a pack that was changed and signed again by its maker", () => {
  test("is sound while nothing was changed", async () => {
    expect(await found(() => undefined)).toEqual([]);
    expect(findings(await verify(sale))).toEqual([]);
  });

  test("shows an assessment that was answered otherwise: not what the log has, and not what the answers give", async () => {
    const change: Change = (proof) =>
      rewrite(proof, "assessment/a-1", ({ value }) => Object.assign(value["answers"] ?? {}, { Q6: ["e"] }));
    expect(await found(change)).toEqual([
      `log: proof-inclusion ${await seq("assessment/a-1")}`,
      "assessments: proof-assessment a-1",
    ]);
  });

  test("shows a knowledge test that was marked better than it was answered", async () => {
    const change: Change = (proof) =>
      rewrite(proof, "knowledgeTest/kt-1", ({ value }) => Object.assign(value["score"] ?? {}, { total: 100 }));
    expect(await found(change)).toEqual([
      `log: proof-inclusion ${await seq("knowledgeTest/kt-1")}`,
      "tests: proof-test kt-1",
    ]);
  });

  test("shows a decision whose outcome was made better", async () => {
    const change: Change = (proof) =>
      rewrite(proof, "decision/d-1", ({ value }) => Object.assign(value, { outcome: "BLOCK" }));
    expect(await found(change)).toEqual([
      `log: proof-inclusion ${await seq("decision/d-1")}`,
      "decisions: proof-decision d-1",
    ]);
  });

  test("shows a decision under another choice of law than it was made under", async () => {
    const change: Change = (proof) =>
      rewrite(proof, "decision/d-1", ({ value }) => Object.assign(value["readings"] ?? {}, { "I-99": "block" }));
    expect(await found(change)).toContain("decisions: proof-decision d-1");
  });

  test("shows a class that was granted on less than its criterion asks", async () => {
    const change: Change = (proof) =>
      rewrite(proof, "investorStatus/i-1", ({ value }) => Object.assign(value["facts"] ?? {}, { experienceYears: 1 }));
    expect(await found(change)).toEqual([
      `log: proof-inclusion ${await seq("investorStatus/i-1")}`,
      "statuses: proof-status i-1",
    ]);
  });

  test("shows facts that are not those of the sheet or the assessment", async () => {
    const change: Change = (proof) => {
      rewrite(proof, "productSheet/p-1", ({ value }) => Object.assign(value, { sellerGrade: "R4", termMonths: 36 }));
      rewrite(proof, "assessment/a-1", ({ value }) => Object.assign(value, { level: "C1" }));
    };
    const told = await found(change);
    expect(told.filter((one) => one.startsWith("facts"))).toEqual([
      "facts: proof-facts d-1 sellerGrade",
      "facts: proof-facts d-1 termMonths",
      "facts: proof-facts d-1 level",
    ]);
  });

  test("shows a record at another place of the log, one twice, and one that never stood there", async () => {
    const at = await seq("statement/s-consent");
    const moved: Change = ({ log }) => {
      const one = log.transactions.find((transaction) => transaction.seq === at);
      if (one !== undefined) one.seq += 1;
    };
    expect(await found(moved)).toContain(`log: proof-inclusion ${at + 1}`);
    const twice: Change = ({ log }) => {
      log.transactions.push(structuredClone(log.transactions[0] as ProvenTransaction));
    };
    expect(await found(twice)).toEqual(["log: proof-inclusion 1"]);
    const cut: Change = ({ log }) => {
      log.transactions[2]?.path.pop();
    };
    expect(await found(cut)).toHaveLength(1);
    const other: Change = ({ log }) => {
      const parted = log.transactions.find(({ form }) => form === "parted");
      if (parted?.form === "parted") parted.count += 1;
    };
    expect(await found(other)).toHaveLength(1);
  });

  test("shows a checkpoint of another size, root, log or key", async () => {
    const { seed } = await ownIdentity(office.vault, office.device);
    const changes: Change[] = [
      ({ log }) => Object.assign(log, { size: log.size + 1 }),
      ({ log }) => Object.assign(log, { root: "ab".repeat(32) }),
      ({ log }) => Object.assign(log, { origin: `suitbook/${"0".repeat(32)}` }),
      ({ log }) => {
        const head = { size: log.size, root: Buffer.from(log.root, "hex") };
        log.checkpoint = signCheckpoint(log.origin, head, Buffer.alloc(32, 7));
      },
    ];
    for (const change of changes) expect(await found(change)).toContain("checkpoint: proof-checkpoint");
    const own: Change = ({ log }) => {
      log.checkpoint = signCheckpoint(log.origin, { size: log.size, root: Buffer.from(log.root, "hex") }, seed);
    };
    expect(await found(own)).toEqual([]);
  });

  test("shows a record about somebody else, a secret, and one of a kind that has no business here", async () => {
    const somebody: Change = (proof) =>
      rewrite(proof, "statement/s-consent", (operation) => {
        operation.client = "c-else";
        Object.assign(operation.value, { client: "c-else" });
      });
    const at = await seq("statement/s-consent");
    expect(await found(somebody)).toContain(`records: proof-foreign ${at}`);
    const secret: Change = (proof) =>
      rewrite(proof, "statement/s-consent", (operation) => {
        const value = { actor: "a", signingKey: `${"A".repeat(43)}=`, ageIdentity: "AGE-SECRET-KEY-1X" };
        Object.assign(operation, { entity: "identity", entityId: "0".repeat(16), value });
        delete operation.client;
      });
    expect(await found(secret)).toContain(`records: proof-foreign ${at}`);
  });

  test("shows a record that does not parse, has a field twice, or fields nobody knows", async () => {
    const at = await seq("statement/s-consent");
    const bad: Change = (proof) =>
      rewrite(proof, "statement/s-consent", ({ value }) => Object.assign(value, { kind: "oath" }));
    expect(await found(bad)).toContain(`records: proof-operation ${at}`);
    const twice: Change = ({ log }) => {
      for (const transaction of log.transactions) {
        if (transaction.seq !== at || transaction.form !== "whole") continue;
        transaction.operations = transaction.operations.map((text) => text.replace("{", '{"kind":"set",'));
      }
    };
    expect(await found(twice)).toContain(`records: proof-operation ${at}`);
    const unknown: Change = (proof) =>
      rewrite(proof, "statement/s-consent", ({ value }) => Object.assign(value, { witness: "somebody" }));
    const told = await found(unknown);
    expect(told).toContain(`records: proof-unread ${at}`);
  });

  test("shows what a record names and is left out", async () => {
    for (const [row, named] of [
      ["productSheet/p-1", "p-1"],
      ["assessment/a-1", "a-1"],
      ["statement/s-consent", "s-consent"],
    ] as const) {
      const without: Change = (proof) => {
        const at = seqOf(proof, row);
        proof.log.transactions = proof.log.transactions.filter((transaction) => transaction.seq !== at);
      };
      expect(await found(without)).toContain(`records: proof-incomplete ${named} d-1`);
    }
  });

  test("shows a client under another name, and a sale that is not in it", async () => {
    const name: Change = ({ subject }) => Object.assign(subject.identity, { name: "李建国" });
    expect(await found(name)).toEqual(["subject: proof-subject"]);
    const decision: Change = ({ subject }) => Object.assign(subject, { decision: "d-2" });
    expect(await found(decision, sale)).toEqual(["subject: proof-subject"]);
  });

  test("shows a rule pack that was changed, under its old hash and under its own, and one that nobody knows", async () => {
    const gate = ({ packs }: Proof) =>
      packs.find(({ content }) => content["kind"] === "sale-gate") as Proof["packs"][number];
    const id = `${gate((await verify(pack)).proof as Proof).id}.${gate((await verify(pack)).proof as Proof).version}`;
    const lenient = (one: Proof["packs"][number]) =>
      Object.assign((one.content["numbers"] as { elderAge: number }) ?? {}, { elderAge: 99 });
    const rehash = (one: Proof["packs"][number]) => {
      one.sha256 = sha256(canonicalText(one.content)).toString("hex");
    };
    expect(await found((proof) => void lenient(gate(proof)))).toEqual([
      `packs: proof-pack ${id}`,
      "decisions: proof-decision d-1",
    ]);
    const own: Change = (proof) => {
      lenient(gate(proof));
      rehash(gate(proof));
    };
    expect(await found(own)).toEqual([`packs: proof-pack-differs ${id}`]);
    const unknown: Change = (proof) => {
      const one = gate(proof);
      Object.assign(one, { version: "2099.1" });
      Object.assign(one.content, { version: "2099.1" });
      rehash(one);
      rewrite(proof, "decision/d-1", ({ value }) => Object.assign(value, { pack: { id: one.id, version: "2099.1" } }));
    };
    expect(await found(unknown)).toContain(`packs: proof-pack-unknown ${id.replace(/\..*$/, "")}.2099.1`);
    const broken: Change = (proof) => {
      delete gate(proof).content["numbers"];
      rehash(gate(proof));
    };
    expect(await found(broken)).toEqual([`packs: proof-pack ${id}`, "decisions: proof-decision d-1"]);
    const twice: Change = ({ packs }) => void packs.push(structuredClone(packs[0] as Proof["packs"][number]));
    expect(await found(twice)).toHaveLength(1);
  });

  test("shows a file that was exchanged, one listed as another, and one that the evidence does not name so", async () => {
    const names = [...(await membersIn(pack)).keys()].filter((name) => name.startsWith("files/"));
    const [name = ""] = names;
    const exchanged: Change = (_, members) => {
      const content = Buffer.from(members.get(name) ?? "");
      content.writeUInt8(content.readUInt8(20) ^ 1, 20);
      members.set(name, content);
    };
    expect(await found(exchanged)).toEqual([`files: proof-file ${name}`]);
    const [first] = (await verify(pack)).proof?.attachments ?? [];
    const listed: Change = ({ attachments }) => {
      attachments[0] = {
        ...attachments[0],
        absent: "left-out",
        sha256: "ab".repeat(32),
      } as Proof["attachments"][number];
    };
    const withoutIt = await resigned(pack, office, (proof, members) => {
      listed(proof, members);
      members.delete(`files/${first?.sha256}.${first?.type === "image/png" ? "png" : "pdf"}`);
    });
    expect(findings(await verify(withoutIt))).toEqual([`files: proof-file ${first?.attachment}`]);
  });

  test("shows a package that would have handed over another log", async () => {
    const change: Change = ({ log }) => {
      for (const witness of log.witnesses) witness.proof.pop();
    };
    expect((await verify(pack)).proof?.log.witnesses).toHaveLength(1);
    expect(await found(change)).toEqual(["witnesses: proof-witness 1"]);
  });
});

describe("a pack that somebody else signed", () => {
  test("is nobody's whose key it does not name, and the named signer's only when asked for", async () => {
    const seed = Buffer.alloc(32, 7);
    const members = await membersIn(pack);
    const text = members.get("proof.json") ?? Buffer.alloc(0);
    members.set("proof.json.sig", Buffer.from(signSsh(seed, text, proofNamespace)));
    expect(findings(await verify(await packFrom(members)))).toEqual(["signature: proof-signature"]);

    const key = Buffer.from((await ownIdentity(office.vault, office.device)).verifyKey, "base64");
    const { fingerprint } = await office.sync.identityCard();
    expect(findings(await verify(pack, { fingerprint, keys: [publicKeyOf(seed), key] }))).toEqual([]);
    const theirs = "0000 1111 2222 3333";
    const told = [`signer: proof-unknown-signer ${fingerprint}`];
    expect(findings(await verify(pack, { fingerprint: theirs }))).toEqual(told);
    expect(findings(await verify(pack, { keys: [publicKeyOf(seed)] }))).toEqual(told);
    expect(findings(await verify(pack, { keys: [] }))).toEqual(told);
    expect(findings(await verify(pack, { fingerprint: theirs, keys: [key] }))).toEqual(told);
  });

  test("for another purpose is not signed for this one", async () => {
    const { seed } = await ownIdentity(office.vault, office.device);
    const members = await membersIn(pack);
    const text = members.get("proof.json") ?? Buffer.alloc(0);
    members.set("proof.json.sig", Buffer.from(signSsh(seed, text, "suitbook-package")));
    expect(findings(await verify(await packFrom(members)))).toEqual(["signature: proof-signature"]);
  });
});
