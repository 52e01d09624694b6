/** @file Cuts a byte stream into lines of JSON (see [Note: Book stream]). */

const newline = 0x0a;

/**
 * The lines of a UTF-8 stream, without their newlines, each made into text when it is asked for: a
 * chunk may hold a hundred of them. One that spans many chunks is joined once, when it ends.
 */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let parts: Uint8Array[] = [];
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      let from = 0;
      for (let end = read.value.indexOf(newline); end !== -1; end = read.value.indexOf(newline, from)) {
        parts.push(read.value.subarray(from, end));
        from = end + 1;
        const line = decoder.decode(joined(parts));
        parts = [];
        if (line !== "") yield line;
      }
      if (from < read.value.length) parts.push(read.value.subarray(from));
    }
    const rest = decoder.decode(joined(parts));
    if (rest !== "") yield rest;
  } finally {
    // Also when the reader stops early, at lock: the other end must not go on sending.
    await reader.cancel().catch(() => undefined);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
