import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../../shared/bridge/streams.ts";
import { changeOf, mergeRow, rowKey, sharedStamp, stampOf } from "../../../shared/log/merge.ts";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import { pinyinOf } from "../../../shared/log/pinyin.ts";

const devices = ["00000000000000aa", "00000000000000bb", "00000000000000cc"];

/** Few instants, counters and devices, so that ties happen, those between copied devices too. */
const stamp = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom(...devices))
  .map(([ms, counter, device]) => `${ms.toString(16).padStart(12, "0")}-000${counter}-${device}`);

const patch = fc.dictionary(
  fc.constantFrom("name", "kind", "phone", "tags", "investableAssets"),
  fc.oneof(
    fc.constant(null),
    fc.constantFrom("a", "b", "单文", "company"),
    fc.nat({ max: 3 }),
    fc.constant(["x", "y"]),
  ),
);

function operation(content: object, at: string, id: string): Operation {
  return { id, at, device: at.slice(18), actor: "p-1", entityId: "c-1", ...content } as Operation;
}

const fact = fc
  .tuple(patch, stamp, fc.uuid())
  .map(([fields, at, id]) => operation({ kind: "set", entity: "client", patch: fields }, at, id));

const evidence = fc
  .tuple(fc.record({ client: fc.constantFrom("c-1", "c-2"), level: fc.constantFrom("C1", "C5") }), stamp, fc.uuid())
  .map(([value, at, id]) => operation({ kind: "record", entity: "assessment", value }, at, id));

function merged(operations: readonly Operation[]): Row | undefined {
  return operations.reduce<Row | undefined>(mergeRow, undefined);
}

/** A list, and the same list in another order with some of it repeated. */
function andShuffled(one: fc.Arbitrary<Operation>) {
  return fc.array(one, { minLength: 1, maxLength: 12 }).chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc
        .array(fc.constantFrom(...list), { maxLength: 6 })
        .chain((again) => fc.shuffledSubarray([...list, ...again], { minLength: list.length + again.length })),
    }),
  );
}

describe.each([
  ["facts", fact],
  ["evidence", evidence],
])("%s", (_, one) => {
  test("merge to the same row in any order and with any repeats", () => {
    fc.assert(
      fc.property(andShuffled(one), ({ list, other }) => {
        expect(merged(other)).toEqual(merged(list));
      }),
      { numRuns: 500 },
    );
  });

  test("merge to the same row however they are grouped into packages", () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.nat(), (list, cut) => {
        const at = cut % list.length;
        const late = list.slice(at).reduce<Row | undefined>(mergeRow, merged(list.slice(0, at)));
        expect(late).toEqual(merged([...list.slice(at), ...list.slice(0, at)]));
      }),
    );
  });

  test("give back the very row when nothing changed, and never touch the one they were given", () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), one, (list, next) => {
        const row = merged(list);
        const copy = structuredClone(row);
        mergeRow(row, next);
        expect(row).toEqual(copy);
        for (const again of list) expect(mergeRow(row, again)).toBe(row);
      }),
    );
  });
});

describe("a field of a fact", () => {
  test("holds the value with the latest stamp", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fact, { selector: (op) => op.at, minLength: 1 }), (list) => {
        const newest = (field: string) =>
          list
            .filter((op) => op.kind === "set" && field in op.patch)
            .reduce<Operation | undefined>((a, b) => (a === undefined || b.at > a.at ? b : a), undefined);
        const row = merged(list);
        for (const field of ["name", "kind", "phone", "tags", "investableAssets"]) {
          const last = newest(field);
          const value = last?.kind === "set" ? last.patch[field] : undefined;
          expect(row?.[field] ?? null).toEqual(value ?? null);
          expect(row && stampOf(row, field)).toBe(last?.at);
        }
      }),
    );
  });

  test("names the stamp that most of them have once", () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1 }), (list) => {
        const { id: _, _at = {}, _pinyin, ...fields } = merged(list) as Row;
        const { [sharedStamp]: shared, ...own } = _at;
        const counts = Object.keys(fields).map((field) => own[field] ?? shared);
        const count = (stamp: string | undefined) => counts.filter((other) => other === stamp).length;
        expect(shared !== undefined).toBe(counts.length > 0);
        for (const stamp of counts) {
          const isBehind =
            count(stamp) < count(shared) || (count(stamp) === count(shared) && String(stamp) >= String(shared));
          expect(isBehind).toBe(true);
        }
        for (const [field, stamp] of Object.entries(own)) expect(field in fields && stamp === shared).toBe(false);
      }),
    );
  });

  test("stays cleared when an older value arrives later", () => {
    const at = (ms: number) => `00000000000${ms}-0000-${devices[0]}`;
    const set = (value: string | null, ms: number) =>
      operation({ kind: "set", entity: "client", patch: { phone: value } }, at(ms), crypto.randomUUID());
    expect(merged([set(null, 2), set("13800000000", 1)])).toEqual({ id: "c-1", _at: { phone: at(2) } });
  });
});

describe("evidence", () => {
  test("is the record with the earliest stamp, whole", () => {
    fc.assert(
      fc.property(fc.uniqueArray(evidence, { selector: (op) => op.at, minLength: 1 }), (list) => {
        const first = list.reduce((a, b) => (b.at < a.at ? b : a));
        expect(merged(list)).toEqual({
          ...(first.kind === "record" && first.value),
          id: "c-1",
          _at: { "*": first.at },
        });
      }),
    );
  });
});

describe("the derived pinyin", () => {
  test("is that of the merged name and kind", () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1 }), (list) => {
        const row = merged(list);
        const { name, kind } = row as { name?: unknown; kind?: unknown };
        const expected =
          typeof name === "string" ? pinyinOf(name, kind === "company" ? "company" : "individual") : undefined;
        expect(row?.["_pinyin"]).toBe(expected);
      }),
    );
  });

  test("belongs to clients only", () => {
    const profile = operation({ kind: "set", entity: "profile", patch: { name: "陆文澜" } }, stampAt(1), "x");
    expect(merged([profile])).not.toHaveProperty("_pinyin");
  });
});

describe("the timeline", () => {
  const set = (fields: object, entity = "client") => operation({ kind: "set", entity, patch: fields }, stampAt(1), "x");

  test("shows an edit of a client, with who, when and why", () => {
    expect(changeOf({ ...set({ phone: "1" }), reason: "asked" } as Operation)).toEqual({
      id: "x",
      client: "c-1",
      at: stampAt(1),
      actor: "p-1",
      fields: { phone: "1" },
      reason: "asked",
    });
  });

  test("does not show a client's creation, nor edits of anything else", () => {
    expect(changeOf(set({ kind: "individual", name: "单文" }))).toBeUndefined();
    expect(changeOf(set({ name: "单文" }, "profile"))).toBeUndefined();
    expect(changeOf(operation({ kind: "record", entity: "assessment", value: {} }, stampAt(1), "x"))).toBeUndefined();
  });
});

test("a row is kept under its entity and id", () => {
  expect(rowKey({ entity: "client", entityId: "c-1" })).toBe("client/c-1");
});

test("a parsed operation's trimmed values are what is merged", () => {
  const raw = { id: crypto.randomUUID(), at: stampAt(1), device: devices[0], actor: "p-1", kind: "set" };
  const client = { entity: "client", entityId: "c-1", client: "c-1", patch: { name: " 陆文澜 ", kind: "individual" } };
  expect(mergeRow(undefined, parseOperation({ ...raw, ...client }))).toMatchObject({
    name: "陆文澜",
    _pinyin: "lu wen lan",
  });
});

function stampAt(ms: number): string {
  return `00000000000${ms}-0000-${devices[0]}`;
}
