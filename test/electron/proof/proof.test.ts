/** @file A proof pack from its making in a real vault to its verification without one. */
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wholeTransaction } from "../../../electron/vault/transaction.ts";
import { AppError } from "../../../shared/errors.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import gateV1 from "../../../shared/packs/gate-cn-v1.json" with { type: "json" };
import { checkNames } from "../../../shared/proof/problem.ts";
import type { Proof } from "../../../shared/proof/proof.ts";
import {
  allOperations,
  exported,
  importBytes,
  newClient,
  type Office,
  officeBlock,
  pairUp,
} from "../../support/office.ts";
import {
  assessmentOf,
  at,
  client,
  decisionOf,
  file,
  fillBook,
  findings,
  membersIn,
  packOf,
  proofsOf,
  sheetOf,
  stranger,
  verify,
} from "../../support/proof-book.ts";
import { pdf } from "../attachments/samples.ts";

const block = officeBlock();
let office: Office;
let ids: Awaited<ReturnType<typeof fillBook>>;
beforeAll(async () => {
  office = await block.office("陆文澜");
  ids = await fillBook(office);
});
afterAll(() => block.end());

async function proofOf(pack: Uint8Array): Promise<Proof> {
  const { proof } = await verify(pack);
  if (proof === undefined) throw new Error("no proof");
  return proof;
}

/** Rows of a pack's operations: `decision/d-1`. */
function rowsIn({ log }: Proof): string[] {
  const texts = log.transactions.flatMap(({ operations }) =>
    operations.map((one) => (typeof one === "string" ? one : one.text)),
  );
  return texts
    .map((text) => JSON.parse(text) as { entity: string; entityId: string })
    .map((op) => `${op.entity}/${op.entityId}`);
}

describe("a proof pack", () => {
  test("of a client proves everything in it, and says who it is about and who made it", async () => {
    const verdict = await verify(await packOf(office));
    expect(verdict.checks.map(({ name, state }) => `${name} ${state}`)).toEqual(
      checkNames.filter((name) => name !== "signer").map((name) => `${name} ok`),
    );
    expect(Object.fromEntries(verdict.checks.map(({ name, of }) => [name, of]))).toMatchObject({
      log: 12,
      packs: 6,
      assessments: 1,
      tests: 1,
      decisions: 1,
      files: 2,
    });
    expect(verdict.fingerprint).toBe((await office.sync.identityCard()).fingerprint);
    expect(verdict.proof).toMatchObject({
      maker: { name: "陆文澜", branch: "上海营业部", device: office.device },
      subject: { client, identity: { name: "王建国", idNumber: "310101198003081234", birthDate: "1980-03-08" } },
    });
    expect(rowsIn(verdict.proof as Proof)).toEqual([
      `profile/${office.actor}`,
      `client/${client}`,
      `attachment/${ids.idCard}`,
      "statement/s-identity",
      "statement/s-consent",
      "investorStatus/i-1",
      "contact/k-1",
      "productSheet/p-1",
      "assessment/a-1",
      "knowledgeTest/kt-1",
      `attachment/${ids.signature}`,
      "decision/d-1",
    ]);
  });

  test("shows nobody else's records, though they stand in the same transactions, and no secret", async () => {
    const pack = await packOf(office);
    const { proof } = await verify(pack);
    expect(proof?.log.transactions.map(({ form }) => form)).toContain("parted");
    const text = String((await membersIn(pack)).get("proof.json"));
    for (const secret of [stranger.name, stranger.id, "13900000000", "另一只产品", "AGE-SECRET-KEY", "signingKey"]) {
      expect(text).not.toContain(secret);
    }
  });

  test("of a sale holds what the decision names and no other evidence of the client", async () => {
    await office.write.record(
      "statement",
      "s-later",
      { client, kind: "change-reported", at: "2026-11-24T01:00:00.000Z" },
      client,
    );
    const pack = await packOf(office, { decision: "d-1", contents: { contacts: false, profile: false } });
    const proof = await proofOf(pack);
    expect(proof.subject.decision).toBe("d-1");
    expect(rowsIn(proof).toSorted()).toEqual(
      [
        `profile/${office.actor}`,
        `attachment/${ids.idCard}`,
        "statement/s-identity",
        "statement/s-consent",
        "productSheet/p-1",
        "assessment/a-1",
        `attachment/${ids.signature}`,
        "decision/d-1",
      ].toSorted(),
    );
  });

  test("without the profile says that the client's name is only stated", async () => {
    const verdict = await verify(await packOf(office, { contents: { profile: false } }));
    expect(findings(verdict)).toEqual(["subject: proof-subject-stated"]);
    expect(verdict.proof?.subject.identity.name).toBe("王建国");
  });

  test("without files lists them by their hash, and a file that was withdrawn with its withdrawal", async () => {
    const withdrawal = { client, attachment: ids.idCard, reason: "换了新证件", at: "2026-11-24T01:00:00.000Z" };
    await office.write.record("withdrawal", "w-1", withdrawal, client);
    const pack = await packOf(office, { contents: { files: false } });
    const verdict = await verify(pack);
    expect(findings(verdict)).toEqual([]);
    expect([...(await membersIn(pack)).keys()]).toEqual(["proof.json", "proof.json.sig"]);
    expect(verdict.proof?.attachments.map(({ absent }) => absent)).toEqual(["left-out", "left-out"]);
    expect(rowsIn(verdict.proof as Proof)).toContain("withdrawal/w-1");
  });

  test("carries the PDF it was given, and the PDF is drawn from the pack itself", async () => {
    const drawn: Proof[] = [];
    const draw = async (proof: Proof) => {
      drawn.push(proof);
      return Buffer.from("%PDF-1.7");
    };
    const pack = await packOf(office, { draw });
    expect(String((await membersIn(pack)).get("proof.pdf"))).toBe("%PDF-1.7");
    const { pdf, ...rest } = await proofOf(pack);
    expect(pdf?.size).toBe(8);
    expect(drawn).toEqual([rest]);
  });

  test("holds the same content once, however often it was filed", async () => {
    const own = await block.office("何远");
    await fillBook(own);
    const copies = [await file(own, pdf(500)), await file(own, pdf(500))];
    for (const { id, sha256 } of copies) {
      const document = { attachment: id, sha256 };
      await own.write.record("statement", `s-${id}`, { client, kind: "consent-given", document, at }, client);
    }
    const pack = await packOf(own);
    expect(findings(await verify(pack))).toEqual([]);
    const names = [...(await membersIn(pack)).keys()];
    expect(names.filter((name) => name.endsWith(".pdf") && name.includes(copies[0]?.sha256 ?? "?"))).toHaveLength(1);
    expect((await proofOf(pack)).attachments).toHaveLength(4);
  });

  test("says of a file that is damaged or gone that it is", async () => {
    const own = await block.office("何远");
    const { idCard, signature } = await fillBook(own);
    const att = (id: string) => path.join(own.dir, "att", `${id}.a`);
    const bytes = await readFile(att(idCard));
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
    await writeFile(att(idCard), bytes);
    await rm(att(signature));
    const verdict = await verify(await packOf(own));
    expect(findings(verdict)).toEqual([]);
    const why = Object.fromEntries(
      verdict.proof?.attachments.map(({ attachment, absent }) => [attachment, absent]) ?? [],
    );
    expect(why).toEqual({ [idCard]: "damaged", [signature]: "missing" });
  });

  test("is judged by the firm's own rule pack, as the log says it was taken in", async () => {
    const own = await block.office("何远");
    await fillBook(own);
    const pack = { ...structuredClone(gateV1), id: "gate-own", version: "1" };
    pack.readings["I-28"].value = "any";
    const sha256 = "0".repeat(64);
    const signer = { fingerprint: "4E7A 19C2 B0D5 66F1", name: "合规部" };
    await own.write.record("installedPack", "gate-own.1", {
      kind: "sale-gate",
      pack,
      sha256,
      signer,
      at: "2026-11-20T01:00:00.000Z",
    });
    const named = { sheet: "p-1", assessment: "a-1", statements: [], statuses: [], documents: [] };
    await own.write.record(
      "decision",
      "d-own",
      { ...decisionOf(named), pack: { id: "gate-own", version: "1" } },
      client,
    );
    const verdict = await verify(await packOf(own, { decision: "d-own" }));
    expect(findings(verdict)).toEqual([]);
    expect(rowsIn(verdict.proof as Proof)).toContain("installedPack/gate-own.1");
  });

  test("is refused where a rule pack that was decided by is nowhere to be had", async () => {
    const own = await block.office("何远");
    await fillBook(own);
    const named = { sheet: "p-1", assessment: "a-1", statements: [], statuses: [], documents: [] };
    await own.write.record(
      "decision",
      "d-lost",
      { ...decisionOf(named), pack: { id: "gate-lost", version: "7" } },
      client,
    );
    await expect(packOf(own)).rejects.toMatchObject({ code: "pack-missing", params: { id: "gate-lost.7" } });
  });
});

describe("the log behind a proof pack", () => {
  test("is shown to be the one the branch was handed, by the first export after each record that the branch confirmed", async () => {
    const [advisor, branch] = [await block.office("何远"), await block.office("周敏")];
    await pairUp(advisor, branch);
    const folder = await block.folder();
    await fillBook(advisor);
    const first = await exported(advisor, folder);
    await newClient(advisor, "c-9", "白景行");
    await exported(advisor, folder);
    await importBytes(branch, first);
    const [sent] = [...advisor.vault.rows("packageOut").values()].filter(({ seq }) => seq === 1);
    const receipt = { sender: "x", seq: 1, receivedAt: "2026-11-24T01:00:00.000Z", imported: 10 };
    await advisor.write.record("receipt", String(sent?.id), receipt);
    const verdict = await verify(await packOf(advisor));
    expect(findings(verdict)).toEqual([]);
    expect(verdict.proof?.log.witnesses.map((one) => one.package)).toEqual([sent?.id]);
    expect(rowsIn(verdict.proof as Proof)).toEqual(
      expect.arrayContaining([`packageOut/${sent?.id}`, `receipt/${sent?.id}`]),
    );
  });

  test("is the branch's own where the branch makes the pack, of records that came in one import with everybody's", async () => {
    const [advisor, branch] = [await block.office("何远"), await block.office("周敏")];
    await pairUp(advisor, branch);
    await fillBook(advisor);
    await importBytes(branch, await exported(advisor, await block.folder()));
    const pack = await packOf(branch);
    const verdict = await verify(pack);
    // Files do not travel: the branch has what the records say of them, not their own records.
    expect(findings(verdict).filter((one) => !one.includes("proof-incomplete"))).toEqual([]);
    // Named by the statement, the class and the decision.
    expect(findings(verdict)).toHaveLength(3);
    const forms = verdict.proof?.log.transactions.map(({ form, operations }) => [form, operations.length]);
    expect(forms).toEqual([["parted", 10]]);
    expect(String((await membersIn(pack)).get("proof.json"))).not.toContain(stranger.name);
  });

  test("of before transactions were parted proves whole transactions, and only states a record among others'", async () => {
    const own = await block.office("何远");
    const together = [
      own.write.operation("client", client, { kind: "individual", name: "王建国" }, client),
      own.write.operation("client", stranger.id, { kind: "individual", name: stranger.name }, stranger.id),
    ];
    const alone = [
      own.write.operation("productSheet", "p-1", sheetOf("product-1")),
      own.write.operation("assessment", "a-1", assessmentOf(), client),
    ];
    for (const operations of [together, alone]) {
      await own.vault.appendCopy(wholeTransaction(operations.map((one) => JSON.stringify(one))));
    }
    const named = { sheet: "p-1", assessment: "a-1", statements: [], statuses: [], documents: [] };
    await own.write.record("decision", "d-1", decisionOf(named), client);
    const pack = await packOf(own);
    const verdict = await verify(pack);
    expect(findings(verdict)).toEqual(["log: proof-stated 2"]);
    expect(verdict.checks.find(({ name }) => name === "log")?.state).toBe("open");
    expect(verdict.proof?.log.transactions.map(({ form }) => form)).toEqual(["parted", "stated", "whole", "whole"]);
    expect(String((await membersIn(pack)).get("proof.json"))).not.toContain(stranger.name);
    expect((await own.vault.check()).problems).toEqual([]);
  });
});

describe("the register", () => {
  test("has the pack before its first byte, with the reason and what went in", async () => {
    const before = office.vault.rows("proofEntry").size;
    const proofs = proofsOf(office);
    const contents = { profile: true, contacts: false, files: true };
    const { id } = await proofs.make({ client, decision: "d-1", contents, language: "en", reason: "监管核查" });
    const [entry] = [...office.vault.rows("proofEntry").values()].slice(before);
    expect(entry).toMatchObject({ client, decision: "d-1", proof: id, contents, reason: "监管核查" });
    const { content, bytes } = proofs.take(id);
    let size = 0;
    for await (const piece of content) size += piece.length;
    expect(size).toBe(bytes);
    expect(() => proofs.take(id)).toThrow(new AppError("proof-expired"));
  });

  test("has nothing of a pack that could prove nothing", async () => {
    const before = await allOperations(office.vault);
    const nobody = ClientId.parse("c-nobody");
    await expect(packOf(office, { of: nobody })).rejects.toMatchObject({ code: "proof-empty" });
    await expect(packOf(office, { decision: "d-nothing" })).rejects.toMatchObject({ code: "proof-empty" });
    await expect(packOf(office, { of: stranger.id, decision: "d-1" })).rejects.toMatchObject({ code: "proof-empty" });
    expect(await allOperations(office.vault)).toEqual(before);
  });
});
