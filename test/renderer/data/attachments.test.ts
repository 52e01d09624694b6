/** @file Files on their way in: what is asked of the main process, and what is refused before it is sent. */
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { addAttachment, kindOfFile } from "../../../renderer/data/attachments.ts";
import { AppError } from "../../../shared/errors.ts";
import { attachmentLimits } from "../../../shared/model/attachment.ts";
import { ClientId } from "../../../shared/model/primitives.ts";

const client = ClientId.parse("c-1");
const filed = {
  id: "a".repeat(32),
  client,
  kind: "photo",
  name: "证件.jpg",
  type: "image/jpeg",
  bytes: 3,
  sha256: "0".repeat(64),
  addedAt: "2026-11-22T01:02:03.004Z",
};

/** Where requests went. */
let asked: URL[] = [];
afterEach(() => {
  asked = [];
});

function answerWith(reply: unknown): void {
  connect({
    invoke: () => Promise.reject(new Error("no channel is asked")),
    on: () => () => undefined,
    open: async (path) => {
      asked.push(new URL(path, "http://127.0.0.1"));
      return Response.json(reply);
    },
  });
}

describe("adding a file", () => {
  test("says whose it is, what it is, and whether its hidden data goes", async () => {
    answerWith({ ok: true, value: filed });
    expect(await addAttachment(client, new File(["abc"], "证件 & 1.jpg", { type: "image/jpeg" }), true)).toEqual(filed);
    expect(asked.map((url) => [url.pathname, Object.fromEntries(url.searchParams)])).toEqual([
      ["/stream/attachment", { client, kind: "photo", name: "证件 & 1.jpg", strip: "1" }],
    ]);
  });

  test("asks for nothing to be taken out of what is no photo", async () => {
    answerWith({ ok: true, value: filed });
    await addAttachment(client, new File(["abc"], "a.pdf", { type: "application/pdf" }), true);
    await addAttachment(client, new File(["abc"], "a.png", { type: "image/png" }), false);
    expect(asked.map((url) => url.searchParams.get("strip"))).toEqual(["0", "0"]);
  });

  test("fails with the reason of the refusal", async () => {
    answerWith({ ok: false, code: "attachment-markup", params: {} });
    await expect(addAttachment(client, new File(["<svg/>"], "a.svg"), true)).rejects.toMatchObject({
      code: "attachment-markup",
    });
  });

  test("refuses what is too large before a byte is sent", async () => {
    answerWith({ ok: true, value: filed });
    const large = new File([], "a.pdf", { type: "application/pdf" });
    Object.defineProperty(large, "size", { value: attachmentLimits.fileBytes + 1 });
    await expect(addAttachment(client, large, false)).rejects.toEqual(
      new AppError("attachment-too-large", { limitMb: 50 }),
    );
    expect(asked).toEqual([]);
  });
});

test.each([
  ["image/png", "photo"],
  ["image/svg+xml", "photo"],
  ["audio/mpeg", "recording"],
  ["video/webm", "recording"],
  ["application/pdf", "document"],
  ["", "document"],
])("%s is filed as a %s", (type, kind) => {
  expect(kindOfFile({ type })).toBe(kind);
});
