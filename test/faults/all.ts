/** @file All cases of the fault plan there are so far. F19 comes last: it judges the others. */
import type { FaultCase } from "./case.ts";
import { accessCases } from "./cases/access.ts";
import { attachmentPowerCase } from "./cases/attachment-power.ts";
import { attachmentCase } from "./cases/attachments.ts";
import { callCases } from "./cases/calls.ts";
import { clockCase } from "./cases/clocks.ts";
import { fullDiskCase } from "./cases/full-disk.ts";
import { hostileCase } from "./cases/hostile-files.ts";
import { killCase } from "./cases/kill.ts";
import { leakCase } from "./cases/leaks.ts";
import { nonceCase } from "./cases/nonces.ts";
import { powerCase } from "./cases/power.ts";
import { proofCase } from "./cases/proofs.ts";
import { rotationCase } from "./cases/rotation.ts";
import { segmentCases } from "./cases/segments.ts";
import { spareCases } from "./cases/spares.ts";
import { packageCases } from "./packages.ts";

export const allCases: readonly FaultCase[] = [
  ...segmentCases,
  powerCase,
  attachmentPowerCase,
  killCase,
  ...callCases,
  fullDiskCase,
  ...spareCases,
  attachmentCase,
  ...accessCases,
  rotationCase,
  hostileCase,
  ...packageCases,
  proofCase,
  clockCase,
  leakCase,
  nonceCase,
];
