/** @file What differs between two versions of a pack, and which side of a choice is the stricter one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../shared/model/primitives.ts";
import { packDifferences } from "../../../shared/packs/differences.ts";
import { GatePack, type Readings } from "../../../shared/packs/gate-pack.ts";
import { lowerIsStricter, stricterReadings } from "../../../shared/packs/strictness.ts";
import { judgeSale, type SaleOutcome } from "../../../shared/rules/sale-gate.ts";
import { shippedPack } from "../../support/packs.ts";
import { saleArb } from "../../support/sale-cases.ts";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const changed = (change: (pack: GatePack) => void) => {
  const pack = structuredClone(shippedPack("sale-gate"));
  change(pack);
  return packDifferences(plain(shippedPack("sale-gate")), plain(pack));
};

describe("the differences of two packs", () => {
  it("are none where nothing differs", () => {
    expect(packDifferences(plain(shippedPack("sale-gate")), plain(shippedPack("sale-gate")))).toEqual([]);
  });

  it("name members of lists by their id, and a text in three languages as one thing", () => {
    const text = { "zh-CN": "一", "zh-TW": "一", en: "One" };
    const differences = changed((pack) => {
      Object.assign(pack.sources[1] as object, { law: text });
      pack.sources.splice(2, 1);
    });
    expect(differences.map(({ path, after }) => [path.join("/"), after])).toEqual([
      ["sources/nfra7/law", text],
      ["sources/sl", undefined],
    ]);
  });

  it("say of a choice of law and of a limit whether it became stricter", () => {
    const bearings = changed((pack) => {
      pack.readings["I-02"].value = "block";
      pack.readings["I-19"].value = "self-choice";
      pack.numbers.elderAge = 70;
      pack.numbers.validMonths = 6;
      pack.numbers.highRisk = ["R3", "R4", "R5"];
    }).map(({ path, bearing }) => [path[1], bearing]);
    expect(bearings).toEqual([
      ["highRisk", "stricter"],
      ["elderAge", "more-lenient"],
      ["validMonths", "stricter"],
      ["I-02", "stricter"],
      ["I-19", "more-lenient"],
    ]);
  });

  it("rebuild the newer pack when they are laid over the older", () => {
    const tree = fc.letrec<{ node: Json }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        fc.string(),
        fc.dictionary(fc.stringMatching(/^[a-d]$/), tie("node"), { maxKeys: 3 }),
      ),
    })).node;
    const root = fc.dictionary(fc.stringMatching(/^[a-d]$/), tree, { maxKeys: 4 });
    fc.assert(
      fc.property(root, root, (before, after) => {
        const rebuilt = packDifferences(before, after).reduce<Json>(
          (value, { path, after: next }) => laid(value, path, next),
          before,
        );
        expect(rebuilt).toEqual(after);
      }),
    );
  });
});

function laid(value: Json | undefined, [name, ...rest]: readonly string[], next: Json | undefined): Json {
  if (name === undefined) return next as Json;
  const fields = { ...(value as Record<string, Json>) };
  if (rest.length === 0 && next === undefined) delete fields[name];
  else fields[name] = laid(fields[name], rest, next);
  return fields;
}

/** Not sold is not sold: who has no valid result is asked for one before a level can forbid anything. */
const rank: Readonly<Record<SaleOutcome, number>> = { ALLOW: 0, ALLOW_WITH_WARNING: 1, NEED_MORE: 2, BLOCK: 2 };

/** No sale may come out better under the stricter of two packs. */
function neverBetter(strict: GatePack, lenient: GatePack): void {
  fc.assert(
    fc.property(saleArb, (sale) => {
      const [a, b] = [strict, lenient].map(
        (pack) => rank[judgeSale(sale, { gate: pack, matrix: shippedPack("match-matrix") }).outcome],
      );
      expect(a).toBeGreaterThanOrEqual(b as number);
    }),
    { numRuns: 2000 },
  );
}

describe("the stricter choice", () => {
  it.each(Object.keys(stricterReadings) as (keyof Readings)[])("of %s lets no sale come out better", (id) => {
    const packs = (["same", "other"] as const).map((which) => {
      const pack = structuredClone(shippedPack("sale-gate"));
      const { options } = GatePack.shape.readings.shape[id].shape.value;
      const reading: { value: string } = pack.readings[id];
      if (which === "other") reading.value = options.find((value) => value !== reading.value) ?? "";
      return pack;
    });
    const [strict, lenient] = packs.toSorted((a) => (a.readings[id].value === stricterReadings[id] ? -1 : 1));
    neverBetter(strict as GatePack, lenient as GatePack);
  });

  it.each([...lowerIsStricter] as (keyof GatePack["numbers"])[])("of %s lets no sale come out better", (name) => {
    const strict = structuredClone(shippedPack("sale-gate"));
    Object.assign(strict.numbers, { [name]: Math.max(1, Math.floor((strict.numbers[name] as number) / 2)) });
    neverBetter(strict, shippedPack("sale-gate"));
  });
});
