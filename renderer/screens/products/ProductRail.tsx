/** @file Status, regime, grade and type beside the product list, each with how many there are under the other filters. */

import type { ReactNode } from "react";
import { regimes } from "../../../shared/packs/gate-pack.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { productTypes } from "../../../shared/rules/sale-case.ts";
import { productTypeNames } from "../../../shared/shelf/words.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { Rail, type RailGroup } from "../../parts/Rail.tsx";
import { formatCount } from "../../text/format.ts";
import { products, regimeShort } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { type FilterField, type ProductFilter, type ProductRow, passes, statuses } from "./product-filter.ts";

interface ProductRailProps {
  /** Everything the search lets through. */
  readonly rows: readonly ProductRow[];
  readonly filter: ProductFilter;
  readonly onChange: (filter: ProductFilter) => void;
}

export function ProductRail({ rows, filter, onChange }: ProductRailProps) {
  const t = useT();
  // English names of grades are longer than the rail is wide.
  const isShort = useLanguage() === "en";

  function group<F extends FilterField>(
    field: F,
    values: readonly NonNullable<ProductFilter[F]>[],
    label: (value: NonNullable<ProductFilter[F]>) => ReactNode,
  ): RailGroup {
    const { [field]: chosen, ...others } = filter;
    const candidates = rows.filter((row) => passes(row, others as ProductFilter));
    const choices = values.map((value) => ({
      key: value,
      label: label(value),
      count: formatCount(candidates.filter((row) => passes(row, { [field]: value })).length),
      isChosen: chosen === value,
      // Chosen once more it is let go.
      onChoose: () => onChange((chosen === value ? others : { ...others, [field]: value }) as ProductFilter),
    }));
    const all = {
      key: "all",
      label: t(products.rail.all),
      count: formatCount(candidates.length),
      isChosen: chosen === undefined,
      onChoose: () => onChange(others as ProductFilter),
    };
    return { key: field, title: t(products.rail[field]), choices: field === "status" ? [all, ...choices] : choices };
  }

  return (
    <Rail
      label={t(products.rail.label)}
      groups={[
        group("status", statuses, (value) => t(products.rail[value])),
        group("regime", regimes, (value) => t(regimeShort[value])),
        group("grade", grades, (value) => <GradeMark grade={value} withName={!isShort} />),
        group("type", productTypes, (value) => t(productTypeNames[value])),
      ]}
    />
  );
}
