import { expect, test } from "vitest";
import { z } from "zod";
import { logText } from "../../../electron/book/log-text.ts";
import { AppError } from "../../../shared/errors.ts";

const secret = "王小明 13800138000";

test("a log line names kind, code and place of a failure, and its causes", () => {
  const error = new AppError("disk-full", {}, { cause: Object.assign(new Error("no space"), { code: "ENOSPC" }) });
  const text = logText(error);
  expect(text).toMatch(/^AppError disk-full\n\s+at .*log-text\.test/);
  expect(text).toContain("caused by Error ENOSPC");
});

test("a log never repeats what somebody typed", () => {
  const refused = z
    .object({ name: z.string().max(1), phone: z.literal("1") })
    .safeParse({ name: secret, phone: secret });
  const errors: unknown[] = [
    new Error(secret),
    new AppError("bad-operation", { name: secret }, { cause: refused.error }),
    new TypeError(`first line\n    at ${secret}`),
    secret,
    { secret },
    Object.assign(new Error("x"), { cause: secret }),
  ];
  for (const error of errors) expect(logText(error)).not.toContain("王小明");
});

test("a schema's refusal is told by its fields", () => {
  const { error } = z.object({ name: z.string(), list: z.array(z.int()) }).safeParse({ name: 1, list: ["x"] });
  expect(logText(error).split("\n")[0]).toBe("ZodError (name:invalid_type, list.0:invalid_type)");
});
