/** @file All cases of the fault plan there are so far, in its order. */
import type { FaultCase } from "./case.ts";
import { callCases } from "./cases/calls.ts";
import { killCase } from "./cases/kill.ts";
import { powerCase } from "./cases/power.ts";
import { segmentCases } from "./cases/segments.ts";

export const allCases: readonly FaultCase[] = [...segmentCases, powerCase, killCase, ...callCases];
