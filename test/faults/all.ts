/** @file All cases of the fault plan there are so far, in its order. */
import type { FaultCase } from "./case.ts";
import { powerCase } from "./cases/power.ts";
import { segmentCases } from "./cases/segments.ts";

export const allCases: readonly FaultCase[] = [...segmentCases, powerCase];
