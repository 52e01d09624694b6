/** @file Operations for tests and for the fault plan: valid, told apart by a number. */
import { type Operation, parseOperation } from "../../shared/log/operation.ts";

const device = "0011223344556677";

/** The `n`th operation of a run: its id and stamp follow from the number. */
export function operationAt(n: number, about: Record<string, unknown>): Operation {
  const hex = n.toString(16).padStart(12, "0");
  return parseOperation({
    id: `00000000-0000-4000-8000-${hex}`,
    at: `${(1_790_000_000_000 + n).toString(16).padStart(12, "0")}-0000-${device}`,
    device,
    actor: "advisor-1",
    ...about,
  });
}

/** The `n`th save of a run: one new client with about `size` bytes of notes. */
export function saveOf(n: number, size = 60): Operation {
  const id = `c-${n}`;
  const patch = { kind: "individual", name: `客户${n}`, needs: "需".repeat(Math.ceil(size / 3)) };
  return operationAt(n, { kind: "set", entity: "client", entityId: id, client: id, patch });
}
