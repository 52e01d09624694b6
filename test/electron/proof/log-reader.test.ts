/** @file Any operations of any log are proven by what the log reader makes of them, and no others. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { LogReader } from "../../../electron/proof/log-reader.ts";
import { logProblems } from "../../../electron/proof/verify.ts";
import { encodeTransaction, wholeTransaction } from "../../../electron/vault/transaction.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import type { Proof } from "../../../shared/proof/proof.ts";

const client = ClientId.parse("c-1");
let made = 0;
function operation(of: string, text: string): Operation {
  const id = String(made++).padStart(12, "0");
  return {
    id,
    kind: "set",
    entity: "contact",
    entityId: id,
    client: of,
    patch: { summary: text },
  } as unknown as Operation;
}

const someOperation = fc.record({ of: fc.constantFrom("c-1", "c-2"), text: fc.string({ unit: "binary" }) });
/** Transactions of a log, and whether each is written as before they were parted. */
const someLog = fc.array(
  fc.record({ operations: fc.array(someOperation, { minLength: 1, maxLength: 9 }), isOld: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);

interface Kept {
  readonly operations: readonly Operation[];
  readonly isOld: boolean;
}

function logOf(kept: readonly Kept[]) {
  const bytes = kept.map(({ operations, isOld }) =>
    isOld ? wholeTransaction(operations.map((one) => JSON.stringify(one))) : encodeTransaction(operations),
  );
  return {
    async *transactions(after: number) {
      for (const [index, one] of bytes.entries()) if (index >= after) yield { logSeq: index + 1, bytes: one };
    },
  };
}

test("every subset of a client's operations proves, and nothing of it with one letter changed", async () => {
  let proven = 0;
  await fc.assert(
    fc.asyncProperty(someLog, fc.nat(), fc.infiniteStream(fc.boolean()), async (log, flip, isChosen) => {
      const kept = log.map(({ operations, isOld }) => ({
        isOld,
        operations: operations.map(({ of, text }) => operation(of, text)),
      }));
      const reader = new LogReader(logOf(kept), client, () => false);
      await reader.readOn();
      const chosen = reader.candidates.filter(() => isChosen.next().value);
      fc.pre(chosen.length > 0);
      const { root, transactions } = reader.prove(chosen, kept.length);
      const proof = { size: kept.length, root, transactions } as Proof["log"];
      const found = logProblems(proof);
      // Only an old transaction of which not everything is shown stays open.
      const open = transactions.filter(({ seq, operations }) => {
        const whole = kept[seq - 1];
        return whole?.isOld && whole.operations.length > 1 && operations.length < whole.operations.length;
      });
      expect(found).toEqual(open.map(({ seq }) => ({ code: "proof-stated", params: { seq } })));
      proven += chosen.length;

      const shown = transactions.filter(({ form }) => form !== "stated");
      const touched = structuredClone(shown[flip % Math.max(1, shown.length)]);
      if (touched === undefined) return;
      const change = (text: string) => text.replace('"set"', '"sat"');
      if (touched.form === "parted") for (const one of touched.operations) one.text = change(one.text);
      else touched.operations = touched.operations.map(change);
      const forged = { ...proof, transactions: [touched] };
      expect(logProblems(forged)).toEqual([{ code: "proof-inclusion", params: { seq: touched.seq } }]);
    }),
    { numRuns: 300 },
  );
  expect(proven).toBeGreaterThan(1_000);
});

test("what came while the pack was made is not in it, and what is in it keeps its place", async () => {
  const kept = [{ isOld: false, operations: [operation("c-1", "first")] }];
  const reader = new LogReader(logOf(kept), client, () => false);
  await reader.readOn();
  await reader.readOn();
  expect(reader.candidates).toHaveLength(1);
  expect(reader.prove(reader.candidates, 1).transactions.map(({ seq, path }) => [seq, path])).toEqual([[1, []]]);
});
