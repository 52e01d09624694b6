/**
 * @file Puts every channel of the contract behind the same gates: known name,
 * valid input, no exception and no detail leaves the process. Both shells call this.
 */
import { AppError } from "../errors.ts";
import { type ChannelName, channelNames } from "./channels.ts";
import { contract, type Handlers } from "./contract.ts";
import { failure, type Reply } from "./reply.ts";

const known: ReadonlySet<string> = new Set(channelNames);

/** Answer one request. Never rejects. `onFailure` gets what stays behind. */
export async function dispatch(
  handlers: Handlers,
  name: string,
  raw: unknown,
  onFailure: (channel: string, error: unknown) => void,
): Promise<Reply> {
  try {
    if (!known.has(name)) throw new AppError("bad-request");
    const channel = name as ChannelName;
    const input = contract[channel].input.safeParse(raw);
    if (!input.success) throw new AppError("bad-request", {}, { cause: input.error });
    // Handlers is total over channel names, but TypeScript loses the pairing here.
    const handler = handlers[channel] as (input: unknown) => unknown;
    return { ok: true, value: await handler(input.data) };
  } catch (error) {
    onFailure(known.has(name) ? name : "unknown channel", error);
    return failure(error);
  }
}
