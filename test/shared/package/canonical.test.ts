import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, parseCanonical } from "../../../shared/package/canonical.ts";

describe("the canonical text of a value", () => {
  test("does not depend on the order names were written in", () => {
    expect(canonicalText({ b: 1, a: { d: [1, 2], c: null } })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
  });

  test("sorts names by UTF-16 units and writes numbers and escapes as RFC 8785 shows", () => {
    // RFC 8785, 3.2.3 and appendix B.
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.values(JSON.parse(canonicalText(names)) as object)).toHaveLength(7);
    expect([...canonicalText(names).matchAll(/:(\d)/g)].map((match) => match[1]).join("")).toBe("2467153");
    expect(canonicalText([JSON.parse("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27]",
    );
    expect(canonicalText('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test("is refused for what JSON cannot hold", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, "\ud800"]) {
      expect(() => canonicalText(value)).toThrow();
    }
  });

  test("is read back as the value it came from, and as its own text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(parseCanonical(text))).toBe(text);
        expect(parseCanonical(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test("a text that is anything but the canonical one is refused", () => {
  const refused = [
    '{"a":1,"a":2}',
    '{"a":1,"a":1}',
    '{"b":1,"a":2}',
    '{"a": 1}',
    '{"a":1}\n',
    '{"a":1.0}',
    '{"a":1e0}',
    '{"a":-0}',
    '{"a":"\\u0061"}',
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":9007199254740993}',
    "{'a':1}",
    "\ufeff{}",
    "",
    "[1,]",
  ];
  for (const text of refused) expect(() => parseCanonical(text), text).toThrow();
  expect(parseCanonical('{"a":1}')).toEqual({ a: 1 });
});
