/**
 * @file OpenSSH file signatures (PROTOCOL.sshsig of OpenSSH) with Ed25519 and
 * SHA-512, byte for byte what `ssh-keygen -Y sign` writes and `-Y verify` reads,
 * so that a branch can check a package without Suitbook.
 */
import { sha512 } from "./hash.ts";
import { publicKeyOf, sign, verify } from "./sign.ts";

/** Signatures for packages are good for nothing else, and nothing else's for packages; proof packs likewise. */
export const packageNamespace = "suitbook-package";
export const proofNamespace = "suitbook-proof";

const magic = Buffer.from("SSHSIG");
const version = 1;
const hashName = "sha512";
const keyType = "ssh-ed25519";
const begin = "-----BEGIN SSH SIGNATURE-----";
const end = "-----END SSH SIGNATURE-----";
/** Characters in a line of the armor, as ssh-keygen writes it. */
const lineLength = 70;

/** Sign a message; the armored signature with its last newline. */
export function signSsh(seed: Uint8Array, message: Uint8Array, namespace: string): string {
  const signature = sign(seed, signedData(message, namespace, ""));
  const blob = Buffer.concat([
    magic,
    uint32(version),
    field(publicKeyBlob(publicKeyOf(seed))),
    field(namespace),
    field(""),
    field(hashName),
    field(Buffer.concat([field(keyType), field(signature)])),
  ]);
  const lines = blob.toString("base64").match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  return [begin, ...lines, end, ""].join("\n");
}

/**
 * The raw Ed25519 public key that made this signature over this message in this
 * namespace; undefined when the signature is malformed or does not fit. Whether the
 * key is to be trusted is the caller's question.
 */
export function verifySsh(armored: string, message: Uint8Array, namespace: string): Uint8Array | undefined {
  const blob = unarmor(armored);
  if (blob === undefined) return undefined;
  try {
    const parts = readBlob(blob);
    if (parts.namespace !== namespace || parts.hash !== hashName) return undefined;
    const data = signedData(message, parts.namespace, parts.reserved);
    return verify(parts.publicKey, data, parts.signature) ? parts.publicKey : undefined;
  } catch {
    return undefined;
  }
}

/** One line for an `allowed_signers` file; `principal` is what `ssh-keygen -Y verify -I` names, `namespace` one or several between commas. */
export function allowedSigner(principal: string, publicKey: Uint8Array, namespace: string): string {
  return `${principal} namespaces="${namespace}" ${keyType} ${publicKeyBlob(publicKey).toString("base64")}`;
}

/**
 * The raw Ed25519 public keys that an `allowed_signers` file (ssh-keygen(1)) trusts for a namespace,
 * whoever they belong to. A line with any option but `namespaces` is passed over: what it would
 * restrict is not checked here.
 */
export function allowedKeys(allowedSigners: string, namespace: string): readonly Uint8Array[] {
  return allowedSigners.split(/\r?\n/).flatMap((line) => {
    const [, options = "", blob = ""] = /^(?!#)(?:"[^"]*"|\S)+\s+(?:(\S*)\s+)?ssh-ed25519\s+(\S+)/.exec(line) ?? [];
    const [, namespaces] = /^namespaces="([^"]*)"$/i.exec(options) ?? [];
    const isMeant = options === "" || namespaces?.split(",").includes(namespace);
    return isMeant ? (keyIn(blob) ?? []) : [];
  });
}

function keyIn(blob: string): Buffer | undefined {
  try {
    const key = fields(Buffer.from(blob, "base64"));
    if (key.next().toString("utf8") !== keyType) return undefined;
    const publicKey = key.next();
    key.end();
    return publicKey;
  } catch {
    return undefined;
  }
}

function signedData(message: Uint8Array, namespace: string, reserved: string | Uint8Array): Buffer {
  return Buffer.concat([magic, field(namespace), field(reserved), field(hashName), field(sha512(message))]);
}

function unarmor(armored: string): Buffer | undefined {
  const lines = armored.replaceAll("\r\n", "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.shift() !== begin || lines.pop() !== end) return undefined;
  const text = lines.join("");
  const blob = Buffer.from(text, "base64");
  return blob.toString("base64") === text ? blob : undefined;
}

/** @throws RangeError or Error when the bytes are not a whole signature. */
function readBlob(blob: Buffer) {
  if (!blob.subarray(0, magic.length).equals(magic) || blob.readUInt32BE(magic.length) !== version) {
    throw new Error("not an SSH signature");
  }
  const reader = fields(blob.subarray(magic.length + 4));
  const key = fields(reader.next());
  const namespace = reader.next().toString("utf8");
  const reserved = reader.next();
  const hash = reader.next().toString("utf8");
  const signature = fields(reader.next());
  reader.end();
  if (key.next().toString("utf8") !== keyType || signature.next().toString("utf8") !== keyType) {
    throw new Error("not Ed25519");
  }
  const parts = { publicKey: key.next(), namespace, reserved, hash, signature: signature.next() };
  key.end();
  signature.end();
  return parts;
}

/** The length-prefixed strings of RFC 4251, one after the other. */
function fields(bytes: Buffer) {
  let at = 0;
  return {
    next(): Buffer {
      const from = at + 4;
      const to = from + bytes.readUInt32BE(at);
      if (to > bytes.length) throw new RangeError("cut short");
      at = to;
      return bytes.subarray(from, to);
    },
    end(): void {
      if (at !== bytes.length) throw new RangeError("more than expected");
    },
  };
}

function field(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function publicKeyBlob(publicKey: Uint8Array): Buffer {
  return Buffer.concat([field(keyType), field(publicKey)]);
}
