/** @file IndexedDB without anything on top: the limit the view is measured against. Same stores, same indexes. */

const stores: Readonly<Record<string, readonly (readonly string[] | string)[]>> = {
  clients: [],
  contacts: [["client", "at"], "at"],
  assessments: [["client", "finishedAt"]],
  changes: [["client", "at"]],
  office: ["entity"],
};

/** Open, and create where it is not there yet. */
export function rawDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, indexes] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath: store === "office" ? "key" : "id" });
        for (const index of indexes) made.createIndex(String(index), index as string | string[]);
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Put rows in one transaction; resolves when it is complete. */
export function putAll(db: IDBDatabase, store: string, rows: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, "readwrite", { durability: "relaxed" });
    for (const row of rows) transaction.objectStore(store).put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
