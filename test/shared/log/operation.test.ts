import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Operation, parseOperation } from "../../../shared/log/operation.ts";
import { Json } from "../../../shared/model/primitives.ts";

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

class Thing {
  readonly a = 1;
}

/** What a hostile or careless sender may put in a value's place. */
const oddities: readonly unknown[] = [
  JSON.parse('{"__proto__":{"a":1},"b":2}'),
  JSON.parse('{"a":{"__proto__":null}}'),
  { a: { [Symbol("s")]: 1 } },
  { a: Object.defineProperty({ b: 1 }, "hidden", { value: 2 }) },
  { a: { constructor: "x" } },
  { a: Object.create({ inherited: 1 }) },
  { a: new Thing() },
  { a: Object.create(null) },
  { a: Object.assign([1], { 2: "after a hole" }) },
  { a: undefined },
  { a: Number.NaN },
  { a: [Number.POSITIVE_INFINITY] },
  { a: () => 1 },
  { [`n${"x".repeat(60)}`]: 1 },
  { ["x".repeat(60)]: 1 },
  { a: nested(40) },
  [],
  [1],
  "text",
  null,
];

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

const raw = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.string({ maxLength: 70 }), fc.jsonValue({ maxDepth: 4 })),
  fc.dictionary(fc.constantFrom("a", "__proto__", "constructor", "toString", "1"), anything),
  anything,
  fc.constantFrom(...oddities),
);

/** Verdict and outcome. */
function outcome(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success ? { data: parsed.data } : "refused";
}

describe("half a character, which has no canonical form,", () => {
  const base = {
    id: crypto.randomUUID(),
    at: "0199b0000000-0000-00000000000000aa",
    device: "00000000000000aa",
    actor: "p",
  };
  const patch = { client: "c-1", at: "2026-11-01T02:00:00.000Z", channel: "phone" };
  const contact = (more: object) => ({
    ...{ ...base, kind: "set", entity: "contact", entityId: "k-1", client: "c-1" },
    patch: { ...patch, ...more },
  });
  test.each([{ summary: "季\ud83d度" }, { outcome: "\udc4d" }])("is refused at every door: %o", (text) => {
    expect(() => parseOperation(contact(text))).toThrowError(expect.objectContaining({ code: "bad-operation" }));
  });
  test("whole ones of two halves are not", () => {
    const text = { summary: "𠮷田👍\n第二行", outcome: "𠮷" };
    expect(parseOperation(contact(text))).toMatchObject({ patch: text });
  });
});

describe("plain JSON takes the short way", () => {
  test("and any value comes out as it does the long way", () => {
    const long = z.json();
    const same = (value: unknown) => {
      expect(outcome(Json, value)).toEqual(outcome(long, value));
    };
    fc.assert(fc.property(raw, same), { numRuns: 300 });
    oddities.forEach(same);
  });

  test("and any operation's fields too", () => {
    const long = z.record(z.string().max(60), z.json());
    const frame = {
      id: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      at: "018bcfe5687f-0000-00000000000000aa",
      device: "00000000000000aa",
      actor: "p-1",
      entity: "client",
      entityId: "c-1",
      kind: "set",
    };
    const fields = (value: unknown) => {
      const parsed = Operation.safeParse({ ...frame, patch: value, was: value });
      if (!parsed.success) return "refused";
      const { patch, was } = parsed.data as Extract<Operation, { kind: "set" }>;
      return { data: patch, was };
    };
    const expected = (value: unknown) => {
      const parsed = long.safeParse(value);
      return parsed.success ? { data: parsed.data, was: parsed.data } : "refused";
    };
    const same = (value: unknown) => {
      expect(fields(value)).toEqual(expected(value));
    };
    // An absent `was` is none; an absent patch is refused.
    fc.assert(
      fc.property(
        raw.filter((value) => value !== undefined),
        same,
      ),
      { numRuns: 300 },
    );
    oddities.forEach(same);
    expect(fields(undefined)).toBe("refused");
    expect(Operation.safeParse(frame).success).toBe(false);
  });
});
