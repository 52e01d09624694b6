/** @file Which operations go into a proof pack: all that its subject rests on, and nothing about anybody else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Operation } from "../../../shared/log/operation.ts";
import { entityNames, entityRule } from "../../../shared/model/entities.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { recordsNamedBy } from "../../../shared/proof/references.ts";
import { isCandidate, isWitnessing, selectOperations } from "../../../shared/proof/selection.ts";

const client = ClientId.parse("c-1");
const nothing = { profile: false, contacts: false, files: true };
const sha256 = "ab".repeat(32);
let made = 0;

function record(
  entity: Operation["entity"],
  entityId: string,
  value: object,
  of: string | undefined = client,
): Operation {
  const id = `op-${made++}`;
  const base = { id, at: "", device: "d", actor: "a-1", entity, entityId, ...(of !== undefined && { client: of }) };
  const content = entityRule(entity).law === "evidence" ? { kind: "record", value } : { kind: "set", patch: value };
  return { ...base, ...content } as unknown as Operation;
}

const ids = (operations: readonly Operation[]) => operations.map(({ entity, entityId }) => `${entity}/${entityId}`);

const book = [
  record("profile", "a-1", { name: "陆文澜" }, undefined),
  record("profile", "a-2", { name: "别人" }, undefined),
  record("client", client, { name: "王建国" }),
  record("contact", "k-1", { summary: "x" }),
  record("attachment", "f-id", { name: "身份证" }),
  record("attachment", "f-sign", { name: "签名" }),
  record("attachment", "f-notice", { name: "告知函", made: { record: "a-new", texts: { id: "texts", version: "1" } } }),
  record("attachment", "f-stray", { name: "随手拍" }),
  record("withdrawal", "w-1", { attachment: "f-id" }),
  record("withdrawal", "w-2", { attachment: "f-stray" }),
  record("exportEntry", "e-1", { attachment: "f-id" }),
  record("assessment", "a-old", { questionnaire: { id: "rtq", version: "1" } }),
  record("assessment", "a-new", {
    questionnaire: { id: "rtq", version: "2" },
    previous: { id: "a-old" },
    signature: { attachment: "f-sign", sha256, texts: { id: "texts", version: "1" } },
  }),
  record("statement", "s-1", { document: { attachment: "f-id", sha256 } }),
  record("statement", "s-2", {}),
  record("productSheet", "p-1", {}, undefined),
  record("productSheet", "p-2", {}, undefined),
  record("installedPack", "rtq.2", {}, undefined),
  record("installedPack", "rtq.3", {}, undefined),
  record("decision", "d-1", { sheet: "p-1", assessment: "a-new", statements: ["s-1"], statuses: [] }),
  record("decision", "d-2", { sheet: "p-2", statements: [], statuses: [] }),
];

describe("the operations of a proof pack", () => {
  test("of a sale: what the decision names, what that names, and what the client was handed about it", () => {
    expect(ids(selectOperations(book, { client, decision: "d-1" }, nothing))).toEqual([
      "profile/a-1",
      "attachment/f-id",
      "attachment/f-sign",
      "attachment/f-notice",
      "withdrawal/w-1",
      "assessment/a-old",
      "assessment/a-new",
      "statement/s-1",
      "productSheet/p-1",
      "installedPack/rtq.2",
      "decision/d-1",
    ]);
  });

  test("of a client: all evidence, and the profile and the contacts only when asked for", () => {
    const bare = ids(selectOperations(book, { client }, nothing));
    expect(bare).toEqual(expect.arrayContaining(["statement/s-2", "decision/d-2", "productSheet/p-2"]));
    for (const row of [
      "client/c-1",
      "contact/k-1",
      "attachment/f-stray",
      "withdrawal/w-2",
      "exportEntry/e-1",
      "installedPack/rtq.3",
      "profile/a-2",
    ]) {
      expect(bare).not.toContain(row);
    }
    const all = ids(selectOperations(book, { client }, { profile: true, contacts: true, files: true }));
    expect(all.filter((row) => !bare.includes(row))).toEqual(["client/c-1", "contact/k-1"]);
  });

  test("of nobody, or of a decision that is not there, are none", () => {
    expect(selectOperations([], { client }, nothing)).toEqual([]);
    expect(selectOperations(book, { client, decision: "d-9" }, nothing)).toEqual([]);
    const known = [record("client", client, { name: "王建国" }), record("contact", "k-1", {})];
    expect(selectOperations(known, { client }, { profile: true, contacts: true, files: true })).toEqual([]);
  });

  test("never include a secret, a draft, or anything of another client", () => {
    for (const entity of entityNames) {
      const own = isCandidate(record(entity, "x", {}, client), client);
      expect(isCandidate(record(entity, "x", {}, "c-2"), client), entity).toBe(false);
      if (entityRule(entity).secret || entity === "draft") expect(own, entity).toBe(false);
      if (isWitnessing(record(entity, "x", {}, undefined))) expect(["packageOut", "receipt"]).toContain(entity);
    }
  });

  test("hold everything that any of them names, of any part of a book, and are the same when chosen again", () => {
    const part = fc.record({
      operations: fc.shuffledSubarray(book),
      decision: fc.option(fc.constantFrom("d-1", "d-2"), { nil: undefined }),
      contents: fc.record({ profile: fc.boolean(), contacts: fc.boolean(), files: fc.boolean() }),
    });
    let chosenInAll = 0;
    fc.assert(
      fc.property(part, ({ operations, decision, contents }) => {
        const chosen = selectOperations(operations, { client, decision }, contents);
        chosenInAll += chosen.length;
        const there = new Set(ids(chosen));
        for (const operation of chosen) {
          if (operation.kind !== "record") continue;
          for (const { entity, id } of recordsNamedBy(operation.entity, operation.value)) {
            const row = `${entity}/${id}`;
            expect(there.has(row) || !ids(operations).includes(row), row).toBe(true);
          }
        }
        expect(selectOperations(chosen, { client, decision }, contents)).toEqual(chosen);
      }),
      { numRuns: 500 },
    );
    expect(chosenInAll).toBeGreaterThan(500);
  });
});
