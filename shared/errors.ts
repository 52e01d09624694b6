/**
 * @file Every failure the user can meet has a code here. `error-texts.ts`
 * turns codes into sentences in three languages; nothing else decides what the user reads.
 */
import "./zod-settings.ts"; // first: see there
import { z } from "zod";

export const errorCodes = [
  // Bridge
  /** Anything we did not foresee. Carries no detail across the bridge. */
  "unexpected",
  /** The request itself was malformed: a bug or a stranger, never the user's fault. */
  "bad-request",
  /** The vault is locked: unlock it first. */
  "locked",

  // Vault
  /** The passphrase did not open the vault. `params.failures`, `params.waitSeconds`. */
  "wrong-passphrase",
  /** Too many wrong tries: wait `params.waitSeconds`. */
  "wait-before-retry",
  /** The recovery key is mistyped (checksum) or belongs to another vault. */
  "wrong-recovery-key",
  /** The branch's key does not fit: another branch's, or none was set up for this vault. */
  "wrong-escrow-key",
  /** The text is no age X25519 recipient (`age1...`). */
  "escrow-recipient",
  /** No protected key store on this system. */
  "quick-unlock-unavailable",
  /** The system's key store did not give the key: ask for the passphrase. */
  "quick-unlock-failed",
  /** The data key is being replaced: that has to be finished first. */
  "rotation-unfinished",
  /** The text typed to confirm is not the book's name. */
  "confirmation-differs",
  /** Passphrase below the floor, at least 12 characters or 5 words, or mere repetition. */
  "weak-passphrase",
  /** A vault file is damaged; nothing was changed. `params.file` is its plain name. */
  "vault-damaged",
  /** The vault was written by a newer version, or asks for a cipher suite this version lacks. */
  "vault-newer",
  /** The key derivation parameters are outside floor and ceiling: refused before deriving. */
  "vault-parameters",
  /** The folder already holds a vault, or something else. */
  "vault-exists",
  /** No vault in that place. */
  "vault-missing",
  /** Another window or program has this vault open. */
  "vault-in-use",
  /** Opened read-only because of damage: nothing can be saved. */
  "vault-read-only",
  /** The disk is full: the change was not saved. */
  "disk-full",
  /** The disk refused to store the change: it was not saved. */
  "disk-error",

  /** Too little room in a folder for what is to be written there; nothing was. `params.needed`, `params.free` in MB. */
  "no-room",

  // Backups
  /** What was written to the backup does not read back. `params.file` is its plain name. */
  "backup-failed",
  /** There is no such backup, or its list of files cannot be read. */
  "backup-missing",
  /** The backup was made before the data key was changed. */
  "backup-older-key",

  // Operations and forms
  /** A change did not pass its schema; nothing was saved. */
  "bad-operation",

  // Attachments and recordings
  /** Nothing in it. */
  "attachment-empty",
  /** Larger than a file or a recording may be. `params.limitMb`. */
  "attachment-too-large",
  /** None of the types on the list. */
  "attachment-type",
  /** HTML, SVG or other markup, which can carry programs. */
  "attachment-markup",
  /** An archive or an office file: what is inside cannot be judged. */
  "attachment-archive",
  /** A program or a script. */
  "attachment-program",
  /** A sound type, but not one this kind of entry takes, e.g. a recording as a signature. */
  "attachment-kind",
  /** More pixels than can be shown. `params.width`, `params.height`. */
  "attachment-pixels",
  /** A picture whose own structure is broken. */
  "attachment-picture",
  /** Metadata can be taken out of pictures only. */
  "attachment-strip",
  /** Nothing is left of the name. */
  "attachment-name",
  /** No such attachment, or its file is not there. */
  "attachment-missing",
  /** The sealed file does not open as it was sealed. */
  "attachment-damaged",
  /** Not in the register of exports yet, or exported already for that entry. */
  "export-unregistered",
  /** No such recording: filed or dropped meanwhile. */
  "recording-missing",
  /** A piece that does not follow the last. `params.bytes` are there. */
  "recording-order",

  // Packages, in the order of the receiver's steps (security.md 3.4)
  /** Larger than the receiver accepts. */
  "package-too-large",
  /** Not an age file, or its header is damaged. */
  "package-not-age",
  /** None of our keys opens it: not addressed to this vault. */
  "package-wrong-recipient",
  /** The sealed content is cut short or altered. */
  "package-damaged",
  /** The content opens, but its parts are not a Suitbook package. */
  "package-malformed",
  /** The manifest is not canonical or does not pass its schema. */
  "package-manifest",
  /** The signature does not fit the manifest. */
  "package-signature",
  /** Signed by someone this vault is not paired with. `params.fingerprint`. */
  "package-unknown-sender",
  /** The signed recipient list does not name this vault. */
  "package-not-for-me",
  /** Already imported: nothing to do. `params.seq`. */
  "package-duplicate",
  /** Same number, different content: two copies of one device are in use. `params.seq`. */
  "package-fork",
  /** The sender's log no longer begins with the one behind the package before. `params.seq`. */
  "package-history",
  /** Earlier packages are missing. `params.missing` is a list such as `3, 4`. */
  "package-gap",
  /** A file inside has another size or hash than the manifest says. */
  "package-content",
  /** A change inside does not pass its schema. `params.line`. */
  "package-operation",
  /** The package was written by a newer version. */
  "package-newer",
  /** The preview this import refers to is no longer there: choose the file again. */
  "import-expired",

  // Pairing and export
  /** The pasted text is not a Suitbook identity card. */
  "card-unreadable",
  /** The card is this vault's own. */
  "card-own",
  /** The card claims the device of someone else we are paired with: remove that pairing first. `params.name` is theirs. */
  "card-device",
  /** The pasted fingerprint does not fit the card. */
  "card-fingerprint",
  /** No branch paired yet. */
  "no-branch",
  /** The export folder is not there now: it waits. */
  "folder-absent",
  /** The folder cannot be written. */
  "folder-not-writable",
  /** Nothing to export. */
  "nothing-to-export",
  /** Cancelled by the user. */
  "cancelled",

  // Viewer and recorder
  /** The PDF asks for a password of its own. */
  "pdf-password",
  /** pdf.js cannot read it as a PDF. */
  "pdf-damaged",
  /** One page cannot be drawn. */
  "pdf-page",
  /** Nothing on this machine makes PDFs: no Chromium, Chrome or Edge. */
  "pdf-unavailable",
  /** The PDF could not be made this time: the browser hung or broke. */
  "pdf-failed",
  /** The system or the browser does not let us use the microphone. */
  "microphone-refused",
  /** No microphone, or another program holds it. */
  "microphone-missing",
  /** One recording at a time. */
  "recording-running",

  // Proof packs: making one, then the verifier's findings in its order
  /** Nothing in the book that could prove anything about this client or sale. */
  "proof-empty",
  /** The pack was fetched already, or the book was locked meanwhile: make it again. */
  "proof-expired",
  /** Not the one form a pack has: other members, other sizes, more bytes. */
  "proof-malformed",
  /** A member is larger than any of its kind may be. */
  "proof-too-large",
  /** `proof.json` is not canonical or does not pass its schema. */
  "proof-json",
  /** A newer version of Suitbook made it. */
  "proof-newer",
  /** The signature does not fit. */
  "proof-signature",
  /** Sound, but signed by someone else than was asked for. `params.fingerprint`. */
  "proof-unknown-signer",
  /** The checkpoint of the log is not the signer's, or speaks of another log. */
  "proof-checkpoint",
  /** A record is not in the log at its place. `params.seq`. */
  "proof-inclusion",
  /** Not wrong, not proven: the record shares its place with others that may not be shown. `params.seq`. */
  "proof-stated",
  /** A record does not pass its schema. `params.seq`. */
  "proof-operation",
  /** Not wrong, not proven: the record has fields this version does not know. `params.seq`. */
  "proof-unread",
  /** A record is about somebody else. `params.seq`. */
  "proof-foreign",
  /** Not wrong, not proven: what a record names is not in the pack. `params.id`, `params.by`. */
  "proof-incomplete",
  /** The client is not who the records say, or the decision is not in it. */
  "proof-subject",
  /** Not wrong, not proven: who the client is rests on the signer's word. */
  "proof-subject-stated",
  /** A rule pack has another hash than stated, or cannot be used. `params.id`. */
  "proof-pack",
  /** The rule pack is not the one that ships under its id and version. `params.id`. */
  "proof-pack-differs",
  /** Not wrong, not proven: this version ships no such rule pack, and the log has none. `params.id`. */
  "proof-pack-unknown",
  /** Scored anew, the assessment comes out otherwise. `params.id`. */
  "proof-assessment",
  /** Marked anew, the knowledge test comes out otherwise. `params.id`. */
  "proof-test",
  /** Judged anew, the sale comes out otherwise. `params.id`. */
  "proof-decision",
  /** Held against its criterion anew, an investor's class was not to be granted. `params.id`. */
  "proof-status",
  /** The facts of a sale are not those of the records it names. `params.id`, `params.fact`. */
  "proof-facts",
  /** A file in the pack, or the record of one, is not what the evidence names. `params.name`. */
  "proof-file",
  /** A package to the branch speaks of another log. `params.seq`. */
  "proof-witness",

  // Lists
  /** The list is not readable text, or its rows have different lengths. `params.line`. */
  "list-unreadable",
  /** More than a list may have: `params.rows` rows or `params.mb` megabytes. */
  "list-too-large",
  /** The map names a column the list does not have, or a field Suitbook does not have. `params.name`. */
  "list-map",

  // Rule packs and questionnaires
  /** The pack does not parse, contradicts itself or leaves a level unreachable. `params.faults`. */
  "pack-invalid",
  /** No such pack. */
  "pack-missing",
  /** Not a file of a signed rule pack. */
  "pack-file",
  /** The pack is not what was signed. */
  "pack-signature",
  /** Signed by someone whose rules do not count here. `params.fingerprint`; `params.name` where one is paired with them. */
  "pack-signer",
  /** Another pack with this id and version is here. `params.id`, `params.version`. */
  "pack-taken",
  /** An answer is missing or not among the options. `params.question`. */
  "answers-invalid",
  /** Two assessments today already (NFRA 29). */
  "assessment-limit-day",
  /** Eight assessments in twelve months already (NFRA 29). */
  "assessment-limit-year",
] as const;
export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Values a sentence may show: never a path, key or stack. */
export const ErrorParams = z.record(z.string(), z.union([z.string().max(400), z.number()]));
export type ErrorParams = z.infer<typeof ErrorParams>;

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
