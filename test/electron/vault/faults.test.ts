/** @file The fault plan's cases, each with a sample of its faults; `npm run faults` tries them all. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditNonces } from "../../../electron/crypto/aead.ts";
import { allCases } from "../../faults/all.ts";
import { startNonceAudit } from "../../faults/cases/nonces.ts";

beforeAll(startNonceAudit);
afterAll(() => auditNonces(undefined));

/** These two take strace and a file system of their own: only in the whole plan. */
const isWholeOnly = (id: string) => id === "F6" || id === "F8";

for (const { id, title, run } of allCases.filter((one) => !isWholeOnly(one.id))) {
  it(`${id}: ${title}`, async ({ skip }) => {
    const outcome = await run("quick");
    if (typeof outcome === "string") skip(outcome);
    expect(outcome).toMatchObject({ lost: 0, undetected: 0 });
    expect(outcome).not.toMatchObject({ tried: 0 });
  });
}
