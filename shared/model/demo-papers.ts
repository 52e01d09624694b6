/** @file What the demo book's clients have shown and agreed to, and what some were decided to be. Pure. */
import { packLibrary } from "../packs/library.ts";
import type { Client } from "./client.ts";
import { addDays, addMonths } from "./dates.ts";
import type { Persona, Story } from "./demo-people.ts";
import type { Chance } from "./demo-random.ts";

export interface DemoPaper {
  readonly entity: "statement" | "investorStatus";
  readonly daysAgo: number;
  /** Without client and time, which the book adds. */
  readonly value: object;
}

interface Around {
  readonly chance: Chance;
  /** `2026-11-23` */
  readonly today: string;
  /** How long the client has been here. */
  readonly sinceDays: number;
}

type Profile = Pick<Client, "kind" | "idExpiry">;

/** Share of the profile from which on a client is taken to have been through the branch's paperwork. */
const wellKnown = 0.5;

export function papersOf(persona: Persona, profile: Profile, around: Around): readonly DemoPaper[] {
  const { chance, sinceDays } = around;
  const { story } = persona;
  // Drawn for everybody, so that nobody's papers shift another's.
  const [hasPapers, hasConsent] = [chance.maybe(persona.known * 1.2), chance.maybe(0.92)];
  if (story === "no-papers" || (story === undefined && (persona.known < wellKnown || !hasPapers))) return [];
  const usual = [
    identity(persona, profile, sinceDays - 1),
    ...(story !== undefined || hasConsent ? [statement("consent-given", sinceDays - 1)] : []),
  ];
  return [...usual, ...(story === undefined ? [] : told[story](around))];
}

function statement(kind: string, daysAgo: number, more: object = {}): DemoPaper {
  return { entity: "statement", daysAgo, value: { kind, ...more } };
}

function identity({ story }: Persona, { idExpiry }: Profile, daysAgo: number): DemoPaper {
  const capacity = story === "minor" ? "limited" : "full";
  return statement("identity", daysAgo, { capacity, ...(idExpiry !== undefined && { until: idExpiry }) });
}

const wan = 1_000_000;

/** Beyond identity and consent. */
const told: Readonly<Record<Story, (around: Around) => readonly DemoPaper[]>> = {
  professional: (around) => [
    decided(around, 120, "pro-2-person", {
      facts: { financialAssets: 1180 * wan, annualIncome: 160 * wan, experienceYears: 9 },
      reason: "金融资产证明和交易流水核对一致，原件存营业部档案",
    }),
    decided(around, 90, "qualified-person", {
      facts: { familyFinancialAssets: 1530 * wan, experienceYears: 9 },
      reason: "资产证明核对一致",
    }),
    statement("right-opened", 118, { right: "融资融券" }),
  ],
  converted: (around) => [
    decided(around, 60, "pro-3-person", {
      facts: { financialAssets: 420 * wan, experienceYears: 3 },
      enquiry: "追加了解近两年的持仓和回撤，能说清产品风险，评估认为可以转化",
      differencesTold: true,
      reason: "符合转化条件，申请书原件存营业部档案",
    }),
  ],
  refused: (around) => [
    decided(around, 45, "pro-3-person", {
      outcome: "refused",
      facts: { financialAssets: 310 * wan },
      reason: "投资经历不满一年，也没有相关工作经历，不符合转化条件",
    }),
  ],
  qualified: (around) => [
    decided(around, 75, "qualified-company", {
      facts: { netAssets: 5200 * wan },
      reason: "上年度审计报告核对一致",
    }),
  ],
  withdrawn: () => [statement("consent-withdrawn", 20, { note: "客户来网点填写撤回书" })],
  minor: () => [statement("guardian-consent", 12, { who: "陆文澜", note: "只买低风险产品，每次先告知母亲" })],
  changed: () => [statement("change-reported", 6, { note: "本月失业，收入中断" })],
  "no-papers": () => [],
};

interface Decided {
  readonly outcome?: "granted" | "refused";
  readonly facts: object;
  readonly reason: string;
  readonly enquiry?: string;
  readonly differencesTold?: true;
}

function decided({ today, sinceDays }: Around, wanted: number, criterion: string, words: Decided): DemoPaper {
  const pack = packLibrary().all("investor-criteria").at(-1);
  const own = pack?.criteria.find(({ id }) => id === criterion);
  const daysAgo = Math.min(wanted, sinceDays - 1);
  const { outcome = "granted", ...rest } = words;
  const isClass = own?.grant.startsWith("professional") === true;
  const reviewOn = addMonths(addDays(today, -daysAgo), pack?.reviewMonths.value ?? 12);
  return {
    entity: "investorStatus",
    daysAgo,
    value: {
      subject: isClass ? "professional" : own?.grant,
      outcome,
      ...(isClass && { class: own?.grant }),
      criterion,
      pack: { id: pack?.id, version: pack?.version },
      proofs: [],
      ...rest,
      ...(outcome === "granted" && { reviewOn }),
    },
  };
}
