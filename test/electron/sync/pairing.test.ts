import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCard, writeCard } from "../../../electron/sync/card.ts";
import type { OwnIdentity } from "../../../electron/sync/identity.ts";
import { keysOf } from "../../support/forge.ts";
import { exported, newClient, type Office, officeBlock, receive, refusal } from "../../support/office.ts";

const block = officeBlock();
let advisor: Office;
let branch: Office;
let keys: OwnIdentity;
beforeAll(async () => {
  [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  keys = await keysOf(branch);
});
afterAll(() => block.end());

describe("a card", () => {
  test("is one line that a QR code holds, and says who it is for whom to compare", async () => {
    const { card, fingerprint } = await branch.sync.identityCard();
    expect(card).toMatch(/^suitbook:1:[A-Za-z0-9_-]+:[0-9a-f]{8}$/);
    expect(card.length).toBeLessThan(700);
    expect(fingerprint).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    expect(await advisor.sync.readCard(card)).toEqual({
      name: "周敏",
      role: "advisor",
      branch: "上海营业部",
      fingerprint,
      alreadyPaired: false,
    });
  });

  test("holds no secret", () => {
    const text = Buffer.from(writeCard(keys).split(":")[2] ?? "", "base64url").toString();
    expect(text).not.toContain(keys.ageIdentity);
    expect(text).not.toContain(Buffer.from(keys.seed).toString("base64"));
  });

  test("may be broken into lines by a chat window", async () => {
    const { card } = await branch.sync.identityCard();
    const broken = ` ${card.slice(0, 40)}\r\n${card.slice(40, 90)} ${card.slice(90)}\n`;
    expect(await advisor.sync.readCard(broken)).toMatchObject({ name: "周敏" });
  });

  test("is unreadable with any one character changed, lost or added", async () => {
    const { card } = await branch.sync.identityCard();
    for (let at = 0; at < card.length; at++) {
      const other = card[at] === "7" ? "8" : "7";
      for (const text of [
        card.slice(0, at) + other + card.slice(at + 1),
        card.slice(0, at) + card.slice(at + 1),
        `${card.slice(0, at)}7${card.slice(at)}`,
      ]) {
        expect(() => readCard(text), text).toThrow(expect.objectContaining({ code: "card-unreadable" }));
      }
    }
  });

  test("that somebody made with a name of their own choice for another's keys is unreadable", () => {
    const forged = { ...keys, profile: { ...keys.profile, name: "行长" }, seed: Buffer.alloc(32, 1) };
    expect(() => readCard(writeCard(forged))).toThrow(expect.objectContaining({ code: "card-unreadable" }));
  });

  test("of one's own, or for one's own device, is not paired with", async () => {
    const { card } = await advisor.sync.identityCard();
    expect(await refusal(advisor.sync.readCard(card))).toMatchObject({ code: "card-own" });
    const posing = writeCard({ ...keys, device: advisor.device });
    expect(await refusal(advisor.sync.readCard(posing))).toMatchObject({ code: "card-own" });
  });

  test("of a later version is no card yet", async () => {
    const { card } = await branch.sync.identityCard();
    const later = card.replace("suitbook:1:", "suitbook:2:");
    expect(await refusal(advisor.sync.readCard(later))).toMatchObject({ code: "card-unreadable" });
  });
});

describe("pairing", () => {
  test("needs the fingerprint that was compared", async () => {
    const { card, fingerprint } = await branch.sync.identityCard();
    const wrong = fingerprint.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    const attempt = advisor.sync.pairPeer({ card, fingerprint: wrong, asBranch: true });
    expect(await refusal(attempt)).toMatchObject({ code: "card-fingerprint" });
    expect((await advisor.sync.state()).peers).toEqual([]);
    await advisor.sync.pairPeer({ card, fingerprint: fingerprint.toLowerCase().replaceAll(" ", ""), asBranch: true });
    expect((await advisor.sync.state()).branch).toMatchObject({ name: "周敏", fingerprint, isBranch: true });
    expect(await advisor.sync.readCard(card)).toMatchObject({ alreadyPaired: true });
  });

  test("makes one branch at a time the receiver", async () => {
    const other = await block.office("另一家支行");
    await advisor.sync.pairPeer({ ...(await other.sync.identityCard()), asBranch: true });
    const { branch: now, peers } = await advisor.sync.state();
    expect(now?.name).toBe("另一家支行");
    expect(peers.map(({ name, isBranch }) => [name, isBranch])).toEqual([
      ["周敏", false],
      ["另一家支行", true],
    ]);
    await advisor.sync.removePeer(now?.id ?? "");
    expect((await advisor.sync.state()).branch).toBeUndefined();
  });

  test("does not let a second key answer for a device that is paired already", async () => {
    const intruder = await block.office("内鬼");
    const own = await keysOf(intruder);
    const card = writeCard({ ...own, device: branch.device });
    const pairing = { card, fingerprint: (await advisor.sync.readCard(card)).fingerprint, asBranch: false };
    expect(await refusal(advisor.sync.pairPeer(pairing))).toEqual({ code: "card-device", params: { name: "周敏" } });
    await advisor.sync.removePeer(keys.keyId);
    await advisor.sync.pairPeer(pairing);
    expect((await advisor.sync.state()).peers.map(({ name }) => name)).toEqual(["内鬼"]);
    await advisor.sync.removePeer(own.keyId);
  });

  test("ended and begun again goes on where it stopped", async () => {
    const cards = { ours: await advisor.sync.identityCard(), theirs: await branch.sync.identityCard() };
    await branch.sync.pairPeer({ ...cards.ours, asBranch: false });
    await advisor.sync.pairPeer({ ...cards.theirs, asBranch: true });
    const folder = await block.folder();
    await branch.sync.importPreviewed((await receive(branch, await exported(advisor, folder))).previewId);
    await branch.sync.removePeer((await keysOf(advisor)).keyId);
    await newClient(advisor, "c-1", "王建国");
    const second = await exported(advisor, folder);
    expect(await refusal(receive(branch, second))).toMatchObject({ code: "package-unknown-sender" });
    await branch.sync.pairPeer({ ...cards.ours, asBranch: false });
    expect(await receive(branch, second)).toMatchObject({ seq: 2, created: 1 });
  });

  test("ended with nobody changes nothing", async () => {
    const before = advisor.vault.logSeq;
    await advisor.sync.removePeer("nobody");
    expect(advisor.vault.logSeq).toBe(before);
  });
});
