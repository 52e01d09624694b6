import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBookFrame, parseLogFrame } from "../../../renderer/data/frames.ts";
import { readLines } from "../../../renderer/data/lines.ts";

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + size));
      from += size;
    },
  });
}

describe("lines of a stream", () => {
  test("come out whole, wherever the pipe cuts, also inside a character", async () => {
    const line = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\n"));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (lines, size, ends) => {
        const text = lines.join("\n") + (ends && lines.length > 0 ? "\n" : "");
        const seen: string[] = [];
        for await (const found of readLines(streamOf(new TextEncoder().encode(text), size))) seen.push(found);
        expect(seen.join("\n")).toBe(lines.join("\n"));
      }),
    );
  });

  test("tell the other end to stop when the reader leaves early", async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("a\nb\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const _ of readLines(stream)) break;
    expect(isCancelled).toBe(true);
  });
});

describe("the door for frames", () => {
  test.each([
    ['{"kind":"begin","logSeq":3,"totals":{"client":1}}'],
    ['{"kind":"rows","entity":"client","rows":[{"id":"c-1","_at":{}}]}'],
    ['{"kind":"bundles","rows":[{"id":"c-1","contacts":[],"changes":[]}]}'],
    ['{"kind":"end"}'],
  ])("lets %s in", (line) => {
    expect(parseBookFrame(line)).toEqual(JSON.parse(line));
  });

  test.each([
    ["{"],
    ["null"],
    ['{"kind":"rows","rows":[{}]}'],
    ['{"kind":"rows"}'],
    ['{"kind":"begin"}'],
    ['{"kind":"x"}'],
  ])("refuses %s", (line) => {
    expect(() => parseBookFrame(line)).toThrowError(expect.objectContaining({ code: "unexpected" }));
    expect(() => parseLogFrame(line)).toThrowError(expect.objectContaining({ code: "unexpected" }));
  });

  test("passes on a refusal that came instead of a frame", () => {
    const line = '{"ok":false,"code":"vault-damaged","params":{"file":"seg"}}';
    expect(() => parseBookFrame(line)).toThrowError(
      expect.objectContaining({ code: "vault-damaged", params: { file: "seg" } }),
    );
  });
});
