/** @file What a sale is judged by: a gate's rule pack with the matching table it names. */
import { AppError } from "../errors.ts";
import type { Assessment } from "../model/assessment.ts";
import type { GatePack } from "./gate-pack.ts";
import type { PackLibrary } from "./library.ts";
import type { MatchMatrix } from "./match-matrix.ts";

export interface SaleRules {
  readonly gate: GatePack;
  readonly matrix: MatchMatrix;
}

interface PackRef {
  readonly id: string;
  readonly version: string;
}

/**
 * The rules in force on a day. A pack whose matching table was not taken in with it waits.
 *
 * @throws AppError `pack-missing`
 */
export function saleRulesOn(packs: PackLibrary, day: string): SaleRules {
  return withMatrix(packs, gateOn(packs, day), "sale-gate");
}

/**
 * The rules a decision was made by.
 *
 * @throws AppError `pack-missing`
 */
export function saleRulesOf(packs: PackLibrary, { id, version }: PackRef): SaleRules {
  return withMatrix(packs, packs.find("sale-gate", id, version), id);
}

/**
 * The matching table by which a level is explained: the one its record names; in records that name
 * none the one in force on their day, or, of a day before all rules, the first there was.
 */
export function matrixOfAssessment(
  packs: PackLibrary,
  { matrix, validFrom }: Pick<Assessment, "matrix" | "validFrom">,
): MatchMatrix | undefined {
  if (matrix !== undefined) return packs.find("match-matrix", matrix.id, matrix.version);
  const gate = gateOn(packs, validFrom) ?? packs.all("sale-gate")[0];
  return gate && matrixOf(packs, gate);
}

function gateOn(packs: PackLibrary, day: string): GatePack | undefined {
  return packs.inForce("sale-gate", day, (pack) => matrixOf(packs, pack) !== undefined);
}

function withMatrix(packs: PackLibrary, gate: GatePack | undefined, id: string): SaleRules {
  if (gate === undefined) throw new AppError("pack-missing", { id });
  const matrix = matrixOf(packs, gate);
  if (matrix === undefined) throw new AppError("pack-missing", { id: gate.matrix.id });
  return { gate, matrix };
}

function matrixOf(packs: PackLibrary, { matrix }: GatePack): MatchMatrix | undefined {
  return packs.find("match-matrix", matrix.id, matrix.version);
}
