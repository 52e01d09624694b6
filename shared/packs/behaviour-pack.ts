/**
 * @file The shape of the pack behind the behaviour view: which contacts count, how much, and from
 * where on they lean one way. All of it is own design; nothing here is law.
 */
import { z } from "zod";
import { contactFields, Mood, Purpose } from "../model/contact.ts";
import { Localized } from "../model/primitives.ts";
import { PackHead } from "./pack-head.ts";

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** `fall`: the market fell by the threshold in that month; `other`: it did not; `unknown`: no data. */
const marketStates = ["fall", "other", "unknown"] as const;
export type MarketState = (typeof marketStates)[number];

const Signal = z.strictObject({
  id: Id,
  lean: z.enum(["cautious", "even", "bolder"]),
  weight: z.int().min(1).max(20),
  market: z.array(z.enum(marketStates)).min(1),
  /** Each that is there must fit; an absent one fits everything. */
  purposes: z.array(Purpose).min(1).optional(),
  moods: z.array(Mood).min(1).optional(),
  initiators: z.array(contactFields.initiator).min(1).optional(),
  text: Localized,
});
export type Signal = z.infer<typeof Signal>;

export const BehaviourPack = z.strictObject({
  ...PackHead.shape,
  kind: z.literal("behaviour"),
  sources: z.array(z.strictObject({ id: Id, law: Localized, note: Localized })).min(1),
  numbers: z.strictObject({
    windowMonths: z.int().min(1).max(240),
    /** Fewer contacts that count say nothing. */
    minimumContacts: z.int().min(1).max(1000),
    /** A month falls when the market lost at least so much, per cent. */
    fallPercent: z.number().positive().max(100),
    /** It leans one way when the balance of the weights is at least so much of their sum, per cent. */
    leanPercent: z.number().positive().max(100),
    source: Id,
  }),
  /** A contact counts once, by the first that fits. */
  signals: z.array(Signal).min(1).max(40),
});
export type BehaviourPack = z.infer<typeof BehaviourPack>;
