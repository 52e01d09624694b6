/** @file P1: a proof pack that was changed by anybody but its signer is noticed, whatever was changed. */
import { officeBlock } from "../../support/office.ts";
import { at, client, fillBook, packOf, verify } from "../../support/proof-book.ts";
import { type FaultCase, type Outcome, type Scale, seeded, Tally } from "../case.ts";

const block = 512;

/** A pack with everything in it, and one with a single statement. */
async function twoPacks(): Promise<{ large: Buffer; small: Buffer }> {
  const offices = officeBlock();
  try {
    const [rich, modest] = [await offices.office("陆文澜"), await offices.office("何远")];
    await fillBook(rich);
    const large = await packOf(rich, { draw: () => Promise.resolve(Buffer.alloc(3000, "%PDF-1.7 ")) });
    await modest.write.set("client", client, { kind: "individual", name: "王建国" }, client);
    await modest.write.record("statement", "s-1", { client, kind: "consent-given", at }, client);
    return { large, small: await packOf(modest) };
  } finally {
    await offices.end();
  }
}

type Fault = readonly [what: string, changed: Uint8Array];

function flipped(pack: Buffer, offset: number, mask: number): Fault {
  const copy = Buffer.from(pack);
  copy.writeUInt8(copy.readUInt8(offset) ^ mask, offset);
  return [`byte ${offset} ^ ${mask}`, copy];
}

function* faults({ large, small }: Awaited<ReturnType<typeof twoPacks>>, scale: Scale): Generator<Fault> {
  const isWhole = scale === "whole";
  const random = seeded(20261123);
  const below = (limit: number) => Math.floor(random() * limit);
  const masks = isWhole ? [1, 0x20, 0x80] : [1];
  for (let offset = 0; offset < small.length; offset += isWhole ? 1 : 61) {
    for (const mask of masks) yield flipped(small, offset, mask);
  }
  for (let n = 0; n < (isWhole ? 4_000 : 60); n++) yield flipped(large, below(large.length), 1 + below(255));
  for (let n = 0; n < (isWhole ? 500 : 20); n++) {
    const [a, b] = [below(large.length / block), below(large.length / block)];
    const blockAt = (index: number) => large.subarray(index * block, (index + 1) * block);
    const swapped = Buffer.from(large);
    swapped.set(blockAt(b), a * block);
    swapped.set(blockAt(a), b * block);
    if (!swapped.equals(large)) yield [`blocks ${a} and ${b} swapped`, swapped];
    const [from, more] = [below(large.length), Buffer.alloc(1 + below(600), below(256))];
    yield [`cut at ${from}`, large.subarray(0, from)];
    yield [
      `${more.length} bytes put in at ${from}`,
      Buffer.concat([large.subarray(0, from), more, large.subarray(from)]),
    ];
    yield [
      `${more.length} bytes taken out at ${from}`,
      Buffer.concat([large.subarray(0, from), large.subarray(from + more.length)]),
    ];
  }
}

async function run(scale: Scale): Promise<Outcome> {
  const tally = new Tally();
  const packs = await twoPacks();
  for (const pack of Object.values(packs)) {
    const { checks } = await verify(pack);
    tally.undetected(
      checks.some(({ state }) => state !== "ok"),
      "a sound pack does not verify",
    );
  }
  for (const [what, changed] of faults(packs, scale)) {
    tally.tried();
    const { checks } = await verify(changed);
    tally.undetected(!checks.some(({ state }) => state === "failed"), what);
  }
  return tally.outcome;
}

export const proofCase: FaultCase = {
  id: "P1",
  title: "a proof pack that was changed, cut, lengthened or reordered is noticed",
  atLeast: 20_000,
  run,
};
