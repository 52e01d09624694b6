/**
 * @file The invented shelf of the demo book: products of the three regimes in every grade, two of
 * them private, one whose grade does not fit what it lost, one no longer sold, one whose grade has
 * run out. Pure.
 */
import { type Operation, parseOperation } from "../log/operation.ts";
import { newProductId } from "../rules/product-sheets.ts";
import { addDays, addMonths, shanghaiDay } from "./dates.ts";
import { type DemoOptions, stamp } from "./demo.ts";
import { type DemoKind, type DemoProduct, demoKinds } from "./demo-product-kinds.ts";
import { createChance } from "./demo-random.ts";
import shelf from "./demo-shelf.json" with { type: "json" };
import type { Json } from "./primitives.ts";
import type { SheetValues } from "./product-sheet.ts";

/** JSON knows no literals; every version is parsed on its way into the log. */
const demoProducts = shelf as unknown as readonly DemoProduct[];

/** Every version of every product, oldest first, as the operations that put them on the shelf. */
export function* demoShelf(options: Pick<DemoOptions, "nowMs" | "device" | "actor">): Generator<Operation, void> {
  const today = shanghaiDay(options.nowMs);
  for (const [index, product] of demoProducts.entries()) {
    const chance = createChance(0x5e1f, index);
    const versions = versionsOf(product, index, today);
    for (const [n, { day, values }] of versions.entries()) {
      const atMs = Math.min(Date.parse(`${day}T10:00:00.000+08:00`) + index * 60_000, options.nowMs);
      const value = {
        ...values,
        product: newProductId(product.code, () => false),
        version: n + 1,
        at: new Date(atMs).toISOString(),
      };
      yield parseOperation({
        kind: "record",
        entity: "productSheet",
        entityId: `demo-${product.code}-${n + 1}`,
        id: chance.uuid(),
        at: stamp(atMs, index * 8 + n, options.device),
        device: options.device,
        actor: options.actor,
        value: JSON.parse(JSON.stringify(value)) as Record<string, Json>,
      });
    }
  }
}

interface Version {
  /** When it came onto the shelf. */
  readonly day: string;
  readonly values: SheetValues;
}

function versionsOf(product: DemoProduct, index: number, today: string): readonly Version[] {
  const kind: DemoKind = demoKinds[product.kind];
  const gradedOn = addDays(today, -(product.gradedDaysAgo ?? 40 + ((index * 37) % 260)));
  const last: SheetValues = {
    code: product.code,
    name: product.name,
    issuer: product.issuer,
    regime: kind.regime,
    catalogueEntry: kind.entry,
    ...(product.issuerGrade !== undefined && { issuerGrade: product.issuerGrade }),
    sellerGrade: product.grade,
    gradedOn,
    gradeUntil: addDays(addMonths(gradedOn, 12), -1),
    isActive: product.isActive ?? true,
    termMonths: product.termMonths,
    type: kind.type,
    isPrivate: kind.isPrivate ?? false,
    minimum: product.minimumYuan * 100,
    rights: [...(product.rights ?? [])],
    ...(product.ages !== undefined && { minimumAge: product.ages[0], maximumAge: product.ages[1] }),
    ...(kind.insurance !== undefined && { insurance: kind.insurance }),
    ...(kind.exclusions !== undefined && { exclusions: kind.exclusions }),
    ...(kind.coolingOffDays !== undefined && { coolingOffDays: kind.coolingOffDays }),
    fees: kind.fees.map(([fee, percent, note]) => ({ kind: fee, percent, ...(note !== undefined && { note }) })),
    commission: product.commission,
    ...(product.alternative !== undefined && {
      alternative: { name: product.alternative[0], commission: product.alternative[1] },
    }),
    liquidity: product.liquidity ?? kind.liquidity,
    ...(kind.leverage !== undefined && { leverage: kind.leverage }),
    structure: product.structure ?? kind.structure,
    lookThrough: product.holds.map(([holding, percent, note]) => ({
      holding,
      percent,
      ...(note !== undefined && { note }),
    })),
    explanation: product.explanation ?? kind.explanation,
    risks: kind.risks,
    ...(product.fell !== undefined && {
      drawdown: { percent: product.fell, from: addMonths(today, -60), until: addMonths(today, -1) },
    }),
    ...(product.volatility !== undefined && { volatility: product.volatility }),
    source: "产品部名录",
  };
  const before = (product.earlier ?? []).map((changes, n): Version => {
    const day = addDays(gradedOn, -180 * ((product.earlier?.length ?? 0) - n));
    const dates = { gradedOn: day, gradeUntil: addDays(addMonths(day, 12), -1) };
    return { day, values: { ...last, ...dates, ...changes } };
  });
  return [...before, { day: gradedOn, values: last }];
}
