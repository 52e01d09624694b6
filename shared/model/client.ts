/**
 * @file A client as the advisor knows them, in the five blocks of the profile.
 * Every field merges by itself (see [Note: Merge laws]), so the record is flat.
 */
import { z } from "zod";
import { ClientId, Day, Line, Lines, Money } from "./primitives.ts";

export const channels = ["face", "phone", "email", "sms", "wechat", "live", "other"] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

export const tiers = ["vip", "active", "ordinary", "prospect"] as const;
export const Tier = z.enum(tiers);
export type Tier = z.infer<typeof Tier>;

export const stages = ["new", "growing", "mature", "quiet", "lost"] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** A mainland mobile or any phone: digits with an optional leading plus, 3 to 20 characters. */
export const Phone = z
  .string()
  .trim()
  .transform((s) => s.replace(/[\s()-]/g, ""))
  .pipe(z.string().regex(/^\+?\d{3,20}$/));

/** Name: required, one line. Long company names fit. */
export const ClientName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}]+$/u);

/** A person who decides or matters: family of a person, CFO or chair of a company. */
export const KeyPerson = z.object({
  name: ClientName,
  role: Line,
  phone: Phone.optional(),
  note: Line.optional(),
});
export type KeyPerson = z.infer<typeof KeyPerson>;

const BirthYear = z.int().min(1880).max(2100);

/** All fields but the id. The order is the order of the profile form. */
export const clientFields = {
  // Basic
  kind: z.enum(["individual", "company"]),
  name: ClientName,
  gender: z.enum(["female", "male"]),
  birthDate: Day.refine((day) => BirthYear.safeParse(Number(day.slice(0, 4))).success),
  /** Where only an age was known when the list was imported. */
  birthYear: BirthYear,
  phone: Phone,
  email: z.email().max(200),
  wechat: Line,
  idType: z.enum(["resident-id", "passport", "hk-macao-permit", "taiwan-permit", "company-code", "other"]),
  idNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z()-]{4,40}$/),
  idExpiry: Day,
  customerNo: Line,
  occupation: Line,
  employer: Line,
  education: Line,
  maritalStatus: Line,
  address: Line,
  preferredChannel: Channel,
  preferredTime: Line,
  // Financial
  investableAssets: Money,
  annualIncome: Money,
  annualSpending: Money,
  debtAmount: Money,
  /** Monthly repayment as a share of income, in percent. */
  debtServicePercent: z.int().min(0).max(1000),
  /** Months of spending held in cash. */
  reserveMonths: z.int().min(0).max(600),
  netAssets: Money,
  // Investment
  experience: Line,
  allocation: Line,
  worstLoss: Line,
  holdings: Line,
  /** As it was once typed in. What counts is decided on proofs, see investor-status.ts. */
  investorClass: z.enum(["ordinary", "professional-1", "professional-2", "professional-3"]),
  // Family and key people
  spouse: Line,
  children: Line,
  parents: Line,
  emergencyContact: Line,
  keyPeople: z.array(KeyPerson).max(50),
  // Other and memory points
  needs: Lines,
  goals: Lines,
  taboos: Line,
  hobbies: Line,
  agreements: Line,
  // Service
  tags: z.array(Line.min(1)).max(50),
  tier: Tier,
  /** Why the tier was set by hand; absent where nobody overrode it. */
  tierReason: Line,
  stage: Stage,
  /** Where this client came from: an import's file label or a person. */
  origin: Line,
  /** Withdrawn from every screen but the compliance officer's (domain.md 7.2). */
  restricted: z.boolean(),
} as const;

export type ClientField = keyof typeof clientFields;

const optional = z.object(clientFields).partial().shape;

export const Client = z.object({
  id: ClientId,
  ...optional,
  kind: clientFields.kind,
  name: clientFields.name,
});
export type Client = z.infer<typeof Client>;

/** The five blocks of the profile; completeness counts these fields. Companies skip the personal ones. */
export const profileBlocks = {
  basic: ["phone", "idNumber", "birthDate", "occupation", "address", "preferredChannel"],
  financial: ["investableAssets", "annualIncome", "annualSpending", "debtAmount", "reserveMonths", "netAssets"],
  investment: ["experience", "allocation", "worstLoss", "holdings"],
  family: ["spouse", "children", "parents", "emergencyContact"],
  other: ["needs", "goals", "taboos", "hobbies", "agreements"],
} as const satisfies Record<string, readonly ClientField[]>;
export type ProfileBlock = keyof typeof profileBlocks;

const companySkips: ReadonlySet<string> = new Set(["birthDate", "occupation", "spouse", "children", "parents"]);

/** The profile fields that count for this kind of client. */
export function profileFields(kind: Client["kind"], block: ProfileBlock): readonly ClientField[] {
  return kind === "company" ? profileBlocks[block].filter((f) => !companySkips.has(f)) : profileBlocks[block];
}

/** How much of the profile is filled: fields present and fields that count. */
export function completeness(client: Client): { readonly filled: number; readonly of: number } {
  const counted = (Object.keys(profileBlocks) as ProfileBlock[]).flatMap((b) => profileFields(client.kind, b));
  return { filled: counted.filter((f) => client[f] !== undefined && client[f] !== "").length, of: counted.length };
}
