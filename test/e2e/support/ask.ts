/** @file Asks the main process from inside the page, as the page itself would: to set a scene without its screens. */
import type { Page } from "@playwright/test";
import type { ChannelName } from "../../../shared/bridge/channels.ts";
import type { ChannelInput, ChannelOutput } from "../../../shared/bridge/contract.ts";
import { type Reply, unwrap } from "../../../shared/bridge/reply.ts";

interface Bridge {
  invoke(channel: string, input: unknown): Promise<Reply>;
}

/** The raw answer of a channel. */
export function askReply(page: Page, channel: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    async ([name, value]) => {
      const bridge = (window as unknown as { suitbook?: Bridge }).suitbook;
      if (bridge) return bridge.invoke(name as string, value);
      const headers = { "content-type": "application/json" };
      const response = await fetch(`/bridge/${name}`, {
        method: "POST",
        headers,
        body: JSON.stringify({ input: value }),
      });
      return (await response.json()) as Reply;
    },
    [channel, input] as const,
  );
}

/** Lock the book and wait for the page to come anew, which breaks off whatever the old one was asked. */
export async function lockBook(page: Page): Promise<void> {
  // A page that is still starting has nothing of the book and does not come anew.
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const anew = page.waitForEvent("load");
  await askReply(page, "lockVault", null).catch(() => undefined);
  await anew;
  // Until the lock screen is there the new page may still be asking what is open.
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** The value of a channel. @throws AppError with the code of the failure. */
export async function ask<C extends ChannelName>(
  page: Page,
  channel: C,
  input: ChannelInput<C>,
): Promise<ChannelOutput<C>> {
  return unwrap(await askReply(page, channel, input)) as ChannelOutput<C>;
}
