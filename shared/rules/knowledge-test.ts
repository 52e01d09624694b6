/** @file Marks a knowledge test. Pure, and the same on every screen and in the headless tool. */
import type { KnowledgeTestPack } from "../packs/knowledge-test-pack.ts";
import type { TestQuestion } from "../packs/question.ts";
import { inOrder } from "./answers.ts";
import { pointsById, sumOf } from "./points.ts";
import { requireAnswers } from "./questionnaire.ts";
import type { Answers, TestScore } from "./score.ts";

/**
 * The result of a complete sheet.
 *
 * @throws AppError `answers-invalid` as {@link score} does
 */
export function markTest(pack: KnowledgeTestPack, given: Answers): TestScore {
  requireAnswers(pack, given);
  const points = pointsById(pack.questions, inOrder(pack, given));
  const { points: total, max } = sumOf(pack.questions, points);
  return {
    pack: { id: pack.id, version: pack.version },
    points,
    total,
    max,
    blocks: pack.blocks.map(({ id }) => {
      const questions = pack.questions.filter((question) => question.block === id);
      return { id, ...sumOf(questions, points) };
    }),
    passMark: pack.passMark.value,
    passed: total >= pack.passMark.value,
  };
}

/** Options that bring points: the right answers. */
export function rightOptions(question: TestQuestion): TestQuestion["options"] {
  return question.options.filter((option) => option.points > 0);
}
