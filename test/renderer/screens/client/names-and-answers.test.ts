import { expect, it } from "vitest";
import { answerTexts } from "../../../../renderer/screens/client/answer-texts.ts";
import { spokenName } from "../../../../renderer/screens/client/spoken-name.ts";
import { requirePack } from "../../../support/packs.ts";

it("spells a name for an English reader", () => {
  expect(spokenName("陆文澜", "lu wen lan")).toBe("Lu Wenlan");
  expect(spokenName("白景", "bai jing")).toBe("Bai Jing");
  expect(spokenName("欧阳景行", "ou yang jing xing")).toBe("Ouyang Jingxing");
});

it("does not guess where it cannot know", () => {
  expect(spokenName("John Smith", "john smith")).toBeUndefined();
  expect(spokenName("陆文澜", "")).toBeUndefined();
  expect(spokenName("澄江精密制造", "cheng jiang jing mi zhi zao")).toBeUndefined();
});

it("repeats what the client answered in the words of the questionnaire", () => {
  const pack = requirePack("RTQ-NP-v1");
  const [loss = ""] = pack.outputs.lossLimit;
  const [types = ""] = pack.outputs.types;
  const answers = { [loss]: ["c"], [types]: ["c", "b"] };
  expect(answerTexts(pack, { answers }, pack.outputs.lossLimit, "zh-CN")).toEqual(["10%以内"]);
  // In the order of the questionnaire, whatever order they were ticked in.
  expect(answerTexts(pack, { answers }, pack.outputs.types, "en")).toHaveLength(2);
  expect(answerTexts(pack, { answers: {} }, pack.outputs.term, "en")).toEqual([]);
});
