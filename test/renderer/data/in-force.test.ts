import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { finishAssessment } from "../../../renderer/data/commands.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { assessmentById, officeRecords } from "../../../renderer/data/reads.ts";
import { type Book, endSession, startSession } from "../../../renderer/data/session.ts";
import { finishedAssessment } from "../../../renderer/screens/assess/finish.ts";
import { newSheet } from "../../../renderer/screens/assess/sheet.ts";
import { resultNotice } from "../../../shared/documents/notice.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import { ClientId, Json } from "../../../shared/model/primitives.ts";
import { matrixOfAssessment, saleRulesOf, saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { type PackLibrary, packLibrary } from "../../../shared/packs/library.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { sampleContext, wordsOf } from "../../support/documents.ts";
import { shippedPack } from "../../support/packs.ts";
import { saleOf } from "../../support/sale-cases.ts";
import { clientA, rtq } from "../../support/sheets.ts";
import { createHost, session } from "./host.ts";
import { client, record } from "./operations.ts";

afterEach(endSession);

// In force from the same day as what ships, and so for every day there was: the records must say which they rest on.
const later = { version: "2027.01" };
const matrix = shippedPack("match-matrix");
const v2Matrix = { ...matrix, ...later, direct: { ...matrix.direct, C3: matrix.direct.C2 } };
const v2Gate = { ...shippedPack("sale-gate"), ...later, matrix: { id: matrix.id, ...later } };
const v2Questions = {
  ...rtq,
  ...later,
  bands: rtq.bands.map((band) => {
    if (band.level === "C3") return { ...band, to: 57 };
    return band.level === "C4" ? { ...band, from: 58 } : band;
  }),
};
const installs = [v2Matrix, v2Gate, v2Questions].map((pack) =>
  record(
    { entity: "installedPack", id: `${pack.id}.${pack.version}` },
    {
      kind: pack.kind,
      pack,
      sha256: "0".repeat(64),
      signer: { fingerprint: "F", name: "N" },
      at: "2026-11-24T02:00:00.000Z",
    },
  ),
);

const of = ClientId.parse("a");
const day = "2026-11-22";
const library = async (book: Book) => packLibrary(await officeRecords(book, "installedPack"));

/** As the screens do it: by the packs in force, which the record then names. */
async function assess(packs: PackLibrary): Promise<string> {
  const pack = packs.inForce("questionnaire", day, ({ appliesTo }) => appliesTo === "natural-person") ?? rtq;
  const { id, version } = matrixOfAssessment(packs, { validFrom: day }) ?? matrix;
  const sheet = { ...newSheet(pack, "client", "2026-11-22T02:00:00.000Z"), answers: clientA };
  return finishAssessment(
    finishedAssessment({
      sheet,
      pack,
      matrix: { id, version },
      client: of,
      facts: { age: 46 },
      previous: undefined,
      finishedAt: "2026-11-22T02:09:00.000Z",
    }),
  );
}

/** What is shown of a record: its level, and the words of its notice. */
function shown(record: Assessment, packs: PackLibrary): unknown {
  const { id, version } = record.questionnaire;
  const [pack, table] = [packs.find("questionnaire", id, version), matrixOfAssessment(packs, record)];
  if (pack === undefined || table === undefined) throw new Error("its packs are gone");
  const client = { name: "陆文澜", customerNo: "SH-0012" };
  return wordsOf(resultNotice({ record, pack, matrix: table, client, day }, sampleContext("zh-CN")));
}

test("a pack that is taken in changes what is made from then on, and nothing that was made", async () => {
  const host = createHost([client("a")]);
  connect(host);
  const book = startSession(session);
  await hydrate();
  const before = await library(book);
  const old = await assess(before);
  const oldRecord = (await assessmentById(book, old)) as Assessment;
  const oldWords = shown(oldRecord, before);
  const oldRules = saleRulesOn(before, day);
  const sale = saleOf({ assessment: { level: "C3" }, product: { sellerGrade: "R3" } });
  const oldDecision = judgeSale(sale, oldRules);
  expect([oldRecord.level, oldDecision.outcome]).toEqual(["C3", "ALLOW"]);

  host.receive(...installs);
  await expect.poll(async () => (await officeRecords(book, "installedPack")).length).toBe(installs.length);
  const after = await library(book);
  const fresh = (await assessmentById(book, await assess(after))) as Assessment;
  expect(fresh).toMatchObject({ level: "C4", questionnaire: later, matrix: later });
  expect(judgeSale(sale, saleRulesOn(after, day))).toMatchObject({ outcome: "ALLOW_WITH_WARNING", pack: later });

  expect(await assessmentById(book, old)).toEqual(oldRecord);
  expect(shown(oldRecord, after)).toEqual(oldWords);
  expect(shown(fresh, after)).not.toEqual(oldWords);
  expect(judgeSale(sale, saleRulesOf(after, oldDecision.pack))).toEqual(oldDecision);
});

test("a record of before, which names no table, is explained by the one in force on its day", () => {
  const taken = (pack: { readonly kind: string }) => ({
    kind: pack.kind,
    pack: Json.parse(pack) as Record<string, Json>,
  });
  const packs = packLibrary([taken(v2Matrix)]);
  const both = packLibrary([v2Matrix, { ...v2Gate, effectiveFrom: "2027-01-01" }].map(taken));
  expect(matrixOfAssessment(packs, { validFrom: "2027-06-01" })?.version).toBe(matrix.version);
  expect(matrixOfAssessment(both, { validFrom: "2026-12-31" })?.version).toBe(matrix.version);
  expect(matrixOfAssessment(both, { validFrom: "2027-01-01" })?.version).toBe("2027.01");
  expect(matrixOfAssessment(both, { validFrom: "2020-01-01" })?.version).toBe(matrix.version);
  const named = { matrix: { id: matrix.id, version: "1999.01" }, validFrom: day };
  expect(matrixOfAssessment(both, named)).toBeUndefined();
});
