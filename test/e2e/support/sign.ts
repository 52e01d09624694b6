/** @file Signs on the screen as a client does: with the mouse or a finger, and hands an assessment in. */
import { expect, type Page } from "@playwright/test";

type Spot = readonly [x: number, y: number];

/** Points of a stroke that goes up and down over the field, in pixels. */
async function stroke(page: Page): Promise<readonly Spot[]> {
  const field = page.getByRole("img", { name: "签名处，还没有签" });
  const box = await field.boundingBox();
  if (box === null) throw new Error("no field to sign in");
  return Array.from({ length: 12 }, (_, step) => [
    box.x + box.width * (0.15 + step * 0.06),
    box.y + box.height * (step % 2 === 0 ? 0.3 : 0.7),
  ]);
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "签名并提交" }).click();
  await expect(page.getByRole("heading", { name: "测评完成，谢谢" })).toBeVisible();
}

export async function signByMouse(page: Page): Promise<void> {
  await drawByMouse(page);
  await handIn(page);
}

/** On any page that asks for a signature. */
export async function drawByMouse(page: Page): Promise<void> {
  const [first, ...others] = await stroke(page);
  await page.mouse.move(...(first as [number, number]));
  await page.mouse.down();
  for (const [x, y] of others) await page.mouse.move(x, y);
  await page.mouse.up();
  await expect(page.getByRole("img", { name: "签名处，已经签了" })).toBeVisible();
}

export async function signByTouch(page: Page): Promise<void> {
  const spots = await stroke(page);
  const session = await page.context().newCDPSession(page);
  for (const [step, [x, y]] of spots.entries()) {
    const type = step === 0 ? "touchStart" : "touchMove";
    await session.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
  await expect(page.getByRole("img", { name: "签名处，已经签了" })).toBeVisible();
  await handIn(page);
}
