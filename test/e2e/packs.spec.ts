/** @file Rule packs through the screens: what is in force, a signed one compared and taken in, bad ones refused with every fault. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { createAgeIdentity, recipientOf } from "../../electron/crypto/age.ts";
import { randomBytes } from "../../electron/crypto/random.ts";
import { publicKeyOf } from "../../electron/crypto/sign.ts";
import { writePackFile } from "../../electron/packs/pack-file.ts";
import { writeCard } from "../../electron/sync/card.ts";
import { fingerprintOf } from "../../electron/sync/identity.ts";
import { DeviceId, type Json } from "../../shared/model/primitives.ts";
import gateV1 from "../../shared/packs/gate-cn-v1.json" with { type: "json" };
import { packKinds } from "../../shared/packs/library.ts";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";

const passphrase = "河边的旧磨坊停了又转，转了又停";

/** Somebody whose signature the book may come to trust. */
async function colleague() {
  const seed = randomBytes(32);
  const recipient = await recipientOf(await createAgeIdentity());
  const verifyKey = publicKeyOf(seed).toString("base64");
  const profile = { id: "b-1", name: "滨江营业部", role: "compliance" } as const;
  const device = DeviceId.parse("00112233445566ff");
  const card = writeCard({ device, profile, verifyKey, recipient, seed });
  return { card, fingerprint: fingerprintOf(verifyKey, recipient), sign: (pack: Json) => writePackFile(pack, seed) };
}

async function openPane(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "设置" }).click();
  await page.getByRole("button", { name: "规则包", exact: true }).click();
  await expect(page.getByRole("heading", { name: "规则包", exact: true })).toBeVisible();
}

test("a signed rule pack is compared and taken in; one that contradicts itself is refused with every fault", async ({
  page,
  instance,
}) => {
  const at = (name: string) => path.join(instance.root, "..", name);
  const { card, fingerprint, sign } = await colleague();
  const next = structuredClone(gateV1);
  Object.assign(next, { version: "2027.01", effectiveFrom: "2026-03-01" });
  next.readings["I-02"].value = "block";
  next.readings["I-19"].value = "self-choice";
  await writeFile(at("next.suitbook-pack"), sign(next));

  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  await ask(page, "createVault", { label: "工作簿", passphrase, profile });
  await page.reload();
  await openPane(page);
  await expect(page.getByRole("row", { name: /销售适当性规则.*2026\.11.*生效中.*随软件提供/ })).toBeVisible();

  // Nobody it knows signed it.
  const choose = page.getByLabel("收下规则包…");
  await choose.setInputFiles(at("next.suitbook-pack"));
  await expect(page.getByRole("alert")).toContainText("签名人无权下发规则");
  await ask(page, "pairPeer", { card, fingerprint, asBranch: true });

  await choose.setInputFiles(at("next.suitbook-pack"));
  const dialog = page.getByRole("dialog", { name: "收下规则包" });
  await expect(dialog.getByText(/签名有效，签发人 滨江营业部/)).toBeVisible();
  await expect(dialog.getByText("有1处变宽。收下之前请合规人员确认。")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /I-02.*变严/ })).toBeVisible();
  await expect(dialog.getByRole("row", { name: /I-19.*变宽/ })).toBeVisible();
  await axeInBothSchemes(page);
  await dialog.getByRole("button", { name: /^收下，2026-03-01/ }).click();
  await expect(page.getByText("已收下 销售适当性规则 2027.01，2026-03-01 起生效")).toBeVisible();
  await expect(page.getByRole("row", { name: /2027\.01.*生效中.*滨江营业部签发/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /2026\.11.*已被新版取代/ })).toBeVisible();

  await page
    .getByRole("row", { name: /2027\.01/ })
    .getByRole("button")
    .click();
  const details = page.getByRole("dialog", { name: /销售适当性规则 2027\.01/ });
  await expect(details.getByRole("heading", { name: "与 2026.11 的区别" })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Escape");

  const broken = { ...next, version: "2027.02", effectiveUntil: "2020-01-01" };
  await writeFile(at("broken.suitbook-pack"), sign({ ...broken, numbers: { ...next.numbers, highRisk: ["R4"] } }));
  await choose.setInputFiles(at("broken.suitbook-pack"));
  await expect(dialog.getByText("有2处错误，不能收下。原来的规则包继续有效。")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText([/等级有跳空.*highRisk/, /失效日早于生效日/]);
  await expect(dialog.getByRole("button", { name: /^收下/ })).toHaveCount(0);
  await axeInBothSchemes(page);
  await page.keyboard.press("Escape");
  const file = JSON.parse(await readFile(at("next.suitbook-pack"), "utf8")) as { pack: typeof gateV1 };
  file.pack.numbers.elderAge = 99;
  await writeFile(at("changed.suitbook-pack"), JSON.stringify(file));
  await choose.setInputFiles(at("changed.suitbook-pack"));
  await expect(page.getByRole("alert")).toContainText("规则包在签名之后被改动过");
  await writeFile(at("nonsense.suitbook-pack"), "not a pack");
  await choose.setInputFiles(at("nonsense.suitbook-pack"));
  await expect(page.getByRole("alert")).toContainText("这不是签名的规则包文件");
  // One of each kind, and a questionnaire each for persons and institutions.
  await expect(page.getByRole("row", { name: /生效中/ })).toHaveCount(packKinds.length + 1);
});
