/** @file F19: no key ever meets a nonce twice, over everything the other cases make this process seal. */
import { auditNonces } from "../../../electron/crypto/aead.ts";
import type { FaultCase, Outcome } from "../case.ts";

const seals = new Map<string, Set<string>>();
let count = 0;
let repeated = 0;

/** Watch from here on. */
export function startNonceAudit(): void {
  auditNonces((keyId, nonce) => {
    count += 1;
    const nonces = seals.get(keyId);
    if (nonces === undefined) seals.set(keyId, new Set([nonce]));
    else if (nonces.has(nonce)) repeated += 1;
    else nonces.add(nonce);
  });
}

export const nonceCase: FaultCase = {
  id: "F19",
  title: "no key ever met a nonce twice, over all the cases above",
  atLeast: 100_000,
  run: async (): Promise<Outcome> => ({
    ...{ tried: count, lost: 0, undetected: repeated },
    notes: [`${seals.size} keys`],
  }),
};
