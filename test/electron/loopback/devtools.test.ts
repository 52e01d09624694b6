/** @file The developer tools' protocol over a pipe: messages in any pieces, refusals, and a browser that goes. */
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { devTools } from "../../../electron/loopback/devtools.ts";

function pipe() {
  const to = new PassThrough();
  const from = new PassThrough();
  const said = () => (to.read() as Buffer | null)?.toString("utf8");
  return { tools: devTools(to, from), from, said };
}

test("a question goes out with its number and ends in a zero byte", async () => {
  const { tools, said, from } = pipe();
  const answer = tools.send("Page.enable", { a: 1 }, "s1");
  expect(said()).toBe('{"id":1,"method":"Page.enable","params":{"a":1},"sessionId":"s1"}\0');
  from.write('{"id":1,"result":{"b":2}}\0');
  expect(await answer).toEqual({ b: 2 });
});

test("answers are heard in any order and in any pieces, also inside a character", async () => {
  const { tools, from } = pipe();
  const answers = Promise.all([tools.send("A"), tools.send("B")]);
  const bytes = Buffer.from(
    '{"id":2,"result":{"text":"第二"}}\0{"method":"Other"}\0{"id":1,"result":{"text":"第一"}}\0',
  );
  for (const byte of bytes) from.write(Buffer.of(byte));
  expect(await answers).toEqual([{ text: "第一" }, { text: "第二" }]);
});

test("a refusal rejects with the browser's words", async () => {
  const { tools, from } = pipe();
  const answer = tools.send("A");
  from.write('{"id":1,"error":{"code":-32000,"message":"no such target"}}\0');
  await expect(answer).rejects.toThrow("no such target");
});

test("an event is heard from its own session only", async () => {
  const { tools, from } = pipe();
  let heard = false;
  const event = tools.next("Page.loadEventFired", "s1").then(() => {
    heard = true;
  });
  from.write('{"method":"Page.loadEventFired","sessionId":"s2","params":{}}\0');
  const later = tools.send("A");
  from.write('{"id":1,"result":{}}\0');
  await later;
  expect(heard).toBe(false);
  from.write('{"method":"Page.loadEventFired","sessionId":"s1","params":{}}\0');
  await event;
});

test.each([
  ["closes the pipe", (from: PassThrough) => from.end(), "the browser is gone"],
  ["talks nonsense", (from: PassThrough) => from.write("<html>\0"), "what nobody understands"],
])("whatever waits fails when the browser %s, and so does what is asked later", async (_how, breaks, why) => {
  const { tools, from } = pipe();
  const waiting = [tools.send("A"), tools.next("E", "s")];
  breaks(from);
  for (const one of waiting) await expect(one).rejects.toThrow(why);
  await expect(tools.send("B")).rejects.toThrow(why);
});
