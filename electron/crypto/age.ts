/**
 * @file Seals and opens age v1 files (age-encryption.org/v1), as streams, with
 * X25519 keys only and without armor. See security.md 3.4 and 5.4. Knows nothing
 * of what is inside.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { AppError } from "../../shared/errors.ts";

/** More than a hundred recipients fit; a file that never ends its header does not. */
const maxHeaderBytes = 32 * 1024;

/** A new secret key, `AGE-SECRET-KEY-1...`. */
export function createAgeIdentity(): Promise<string> {
  return generateX25519Identity();
}

/** The public key of a secret key, `age1...`. @throws Error when it is not one. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** The first secret key in an `age-keygen` file or a pasted text; undefined when there is none. */
export function identityIn(text: string): string | undefined {
  return /^\s*(AGE-SECRET-KEY-1[0-9A-Z]{58})\s*$/m.exec(text)?.[1];
}

/** Whether something can be sealed to this text: an X25519 recipient whose checksum is right. */
export function isRecipient(text: string): boolean {
  if (!/^age1[0-9a-z]{58}$/.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Seal content to everyone in `recipients`. Holds two chunks of 64 KiB at a time. */
export async function* sealAge(
  content: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const source = asStream(content);
  try {
    yield* chunksOf(await encrypter.encrypt(source.stream));
  } catch (error) {
    throw source.failure ?? error;
  } finally {
    await source.close();
  }
}

/**
 * Open a sealed file.
 *
 * [Note: Opened before it is whole]
 *
 * age authenticates chunk by chunk, so this yields content before the end of the
 * file was seen. What comes out may be looked at, but nothing may be believed or
 * kept until the generator has finished: only then is the file known to be whole.
 *
 * @throws AppError `package-not-age`, `package-wrong-recipient`, or, possibly after
 *   some content, `package-damaged`. What `sealed` throws passes through.
 */
export async function* openAge(
  sealed: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const source = asStream(withBoundedHeader(sealed));
  try {
    const content = await decrypter.decrypt(source.stream).catch((error: unknown) => {
      throw headerFault(error);
    });
    try {
      yield* chunksOf(content);
    } catch (error) {
      throw new AppError("package-damaged", {}, { cause: error });
    }
  } catch (error) {
    throw source.failure ?? error;
  } finally {
    await source.close();
  }
}

/** The library tells its faults apart by message only; test/electron/crypto/age.test.ts holds it to these. */
function headerFault(error: unknown): AppError {
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("no identity matched")) return new AppError("package-wrong-recipient", {}, { cause: error });
  if (message.startsWith("stream ended before reading")) return new AppError("package-damaged", {}, { cause: error });
  return new AppError("package-not-age", {}, { cause: error });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (value.length > 0) yield value;
    }
    isDone = true;
  } finally {
    // Left early: let go of everything upstream. A stream that failed has nothing left to cancel.
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}

/**
 * The same bytes, once the end of the header was seen: the library would read a line
 * without end until the memory is full. Whether it is a header is the library's judgement.
 */
async function* withBoundedHeader(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of sealed) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    const lastLine = start.indexOf("\n---");
    if (lastLine >= 0 && lastLine < maxHeaderBytes && start.indexOf("\n", lastLine + 1) >= 0) {
      yield start;
      start = undefined;
    } else if (start.length > maxHeaderBytes) {
      throw new AppError("package-not-age", {}, { cause: new Error("header without end") });
    }
  }
  if (start !== undefined) yield start;
}

/** A pull stream over an iterable which remembers why the iterable failed, and can be closed. */
function asStream(content: AsyncIterable<Uint8Array>) {
  const iterator = content[Symbol.asyncIterator]();
  let failure: unknown;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await iterator.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          failure = error;
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    get failure() {
      return failure;
    },
    async close() {
      await iterator.return?.().catch(() => undefined);
    },
  };
}
