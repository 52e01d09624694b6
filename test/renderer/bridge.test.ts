import { describe, expect, test } from "vitest";
import { call, connect, type Door, on, openStream } from "../../renderer/bridge.ts";
import type { Reply } from "../../shared/bridge/reply.ts";

/** A door whose other side is one function. */
function doorTo(answer: () => Promise<Reply>, response?: Response): { emit: (payload: unknown) => void } {
  const heard = new Set<(payload: unknown) => void>();
  const door: Door = {
    invoke: answer,
    on(_, listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    open: async () => response ?? Response.error(),
  };
  connect(door);
  return {
    emit(payload) {
      for (const listener of [...heard]) listener(payload);
    },
  };
}

describe("asking the main process", () => {
  test("gives the value of a reply", async () => {
    doorTo(async () => ({ ok: true, value: { logSeq: 7 } }));
    expect(await call("appendOperations", [])).toEqual({ logSeq: 7 });
  });

  test("throws the failure of a reply, with its values", async () => {
    doorTo(async () => ({ ok: false, code: "wrong-passphrase", params: { failures: 2 } }));
    const attempt = call("unlockVault", { vault: "vault0001", passphrase: "x" });
    await expect(attempt).rejects.toMatchObject({
      name: "AppError",
      code: "wrong-passphrase",
      params: { failures: 2 },
    });
  });

  test("throws `unexpected` when there is no answer, or one of another shape", async () => {
    doorTo(async () => Promise.reject(new Error("gone")));
    await expect(call("lockVault", null)).rejects.toMatchObject({ code: "unexpected" });
    doorTo(async () => ({ ok: false, code: "no-such-code", params: {} }) as never);
    await expect(call("lockVault", null)).rejects.toMatchObject({ code: "unexpected" });
  });
});

describe("events", () => {
  test("are heard until the listener leaves, and only as the contract says", () => {
    const { emit } = doorTo(async () => ({ ok: true, value: null }));
    const heard: unknown[] = [];
    const stop = on("logChanged", (payload) => heard.push(payload));
    emit({ logSeq: 1 });
    emit({ logSeq: "1" });
    emit(null);
    stop();
    emit({ logSeq: 2 });
    expect(heard).toEqual([{ logSeq: 1 }]);
  });
});

describe("a stream", () => {
  const nothing = async (): Promise<Reply> => ({ ok: true, value: null });

  test("is handed on when it opens", async () => {
    doorTo(nothing, new Response("bytes"));
    expect(await (await openStream("/stream/book")).text()).toBe("bytes");
  });

  test("throws why it was refused", async () => {
    doorTo(nothing, Response.json({ ok: false, code: "locked", params: {} }, { status: 401 }));
    await expect(openStream("/stream/book")).rejects.toMatchObject({ code: "locked" });
    doorTo(nothing, new Response("no", { status: 500 }));
    await expect(openStream("/stream/book")).rejects.toMatchObject({ code: "unexpected" });
  });
});
