import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutBlanks } from "../../../../renderer/parts/form.ts";
import {
  boxesOf,
  changesTo,
  fieldsOfBlock,
  formBlocks,
  missingFields,
  type ProfileBoxes,
  profileForm,
  replacesKeyFact,
  restoreBoxes,
} from "../../../../renderer/screens/client/profile-schema.ts";
import { type Client, clientFields, completeness } from "../../../../shared/model/client.ts";
import type { ClientId } from "../../../../shared/model/primitives.ts";

const today = "2026-11-22";
const lu: Client = {
  id: "c-1" as ClientId,
  kind: "individual",
  name: "陆文澜",
  phone: "13800006027",
  birthDate: "1980-03-18",
  investableAssets: 420_000_000,
  tags: ["教育储备"],
  keyPeople: [{ name: "程砚", role: "" }],
};

function saved(boxes: ProfileBoxes) {
  const { reason: _, ...values } = profileForm(today).parse(withoutBlanks(boxes));
  return changesTo(lu, values);
}

it("has a box for every field but the ones that are decided elsewhere", () => {
  const all = Object.values(formBlocks).flat() as string[];
  expect([...all, "restricted", "investorClass"].sort()).toEqual(Object.keys(clientFields).sort());
  expect(new Set(all).size).toBe(all.length);
});

it("writes nothing when nothing was changed", () => {
  expect(saved(boxesOf(lu))).toEqual({});
});

it("writes only what was changed, and null for what was emptied", () => {
  const boxes = { ...boxesOf(lu), phone: " 139 0000-1234 ", birthDate: null, investableAssets: 500_000_000, tags: [] };
  expect(saved(boxes)).toEqual({ phone: "13900001234", birthDate: null, investableAssets: 500_000_000, tags: null });
});

it("keeps what a company does not have out of its form", () => {
  const personal = ["gender", "birthDate", "birthYear", "occupation", "employer", "spouse", "children", "parents"];
  const shown = (Object.keys(formBlocks) as (keyof typeof formBlocks)[]).flatMap((block) =>
    fieldsOfBlock(block, "company"),
  );
  expect(shown.filter((field) => personal.includes(field))).toEqual([]);
  expect(shown).toContain("keyPeople");
});

it("knows that nobody is born tomorrow", () => {
  const parse = (birthDate: string) =>
    profileForm(today).safeParse({ kind: "individual", name: "陆", birthDate }).success;
  expect([parse("2026-11-22"), parse("2026-11-23")]).toEqual([true, false]);
});

it("lets a key person stand without a role, and refuses one without a name", () => {
  const parse = (keyPeople: object[]) =>
    profileForm(today).safeParse(withoutBlanks({ kind: "company", name: "澄江", keyPeople }));
  expect(parse([{ name: "王总", role: "", phone: "", note: "" }]).data?.keyPeople).toEqual([
    { name: "王总", role: "" },
  ]);
  expect(parse([{ name: " ", role: "CFO", phone: "", note: "" }]).success).toBe(false);
});

it("takes a draft up where it was left, and leaves out what it does not know", () => {
  const draft = {
    phone: "13900001234",
    investableAssets: "四百万",
    unknown: 1,
    reason: "电话确认",
    keyPeople: [{ name: "程" }],
  };
  expect(restoreBoxes(lu, draft)).toEqual({
    ...boxesOf(lu),
    phone: "13900001234",
    investableAssets: "四百万",
    reason: "电话确认",
    keyPeople: [{ name: "程", role: "", phone: "", note: "" }],
  });
  expect(restoreBoxes(lu, "nonsense")).toEqual(boxesOf(lu));
});

it("asks for a source when an earlier figure is replaced, not when one is first filled in", () => {
  expect(replacesKeyFact(lu, ["investableAssets"])).toBe(true);
  expect(replacesKeyFact(lu, ["annualIncome"])).toBe(false);
  expect(replacesKeyFact(lu, ["phone"])).toBe(false);
});

it("names exactly the fields that completeness misses", () => {
  const counted = fc.record(
    {
      phone: fc.constant("13800000000"),
      address: fc.constantFrom("", "滨江"),
      spouse: fc.constant("程砚"),
      needs: fc.constant("教育"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom("individual", "company"), counted, (kind, fields) => {
      const client = { id: "c" as ClientId, kind, name: "陆", ...fields } as Client;
      const { filled, of } = completeness(client);
      expect(missingFields(client)).toHaveLength(of - filled);
    }),
  );
});
