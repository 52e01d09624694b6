/** @file Long work, cut where the screen can have its turn. */

/** Go on in a task of its own. A timer would do, but for the four milliseconds browsers make of a timer that follows on a timer. */
export function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resume) => {
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}
