/** @file The contacts that both sides of peer.rxdb store: the same in every run but for their ids. */

export interface Contact {
  readonly id: string;
  readonly client: string;
  readonly at: string;
  readonly channel: "phone";
  readonly purpose: "review";
  readonly summary: string;
}

const hourMs = 3_600_000;

/** So many, spread over the clients in turn, an hour apart, ending now. */
export function contactsOfBench(clients: readonly string[], count: number): Contact[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, i) => ({
    id: crypto.randomUUID(),
    client: clients[i % clients.length] ?? "",
    at: new Date(now - (count - i) * (hourMs / 10)).toISOString(),
    channel: "phone",
    purpose: "review",
    summary: `季度检视，权益占比下调，下周再谈；第 ${i} 次`,
  }));
}
