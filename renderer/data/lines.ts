/** @file Cuts a byte stream into lines of JSON (see [Note: Book stream]). */

/**
 * The lines of a UTF-8 stream, without their newlines. A line that spans many chunks is
 * joined once, when it ends.
 */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let parts: string[] = [];
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const text = decoder.decode(read.value, { stream: true });
      let from = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
        parts.push(text.slice(from, end));
        from = end + 1;
        const line = parts.join("");
        parts = [];
        if (line !== "") yield line;
      }
      if (from < text.length) parts.push(text.slice(from));
    }
    parts.push(decoder.decode());
    const rest = parts.join("");
    if (rest !== "") yield rest;
  } finally {
    // Also when the reader stops early, at lock: the other end must not go on sending.
    await reader.cancel().catch(() => undefined);
  }
}
