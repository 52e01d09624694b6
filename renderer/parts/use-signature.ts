/** @file A signature on the screen becomes a sealed file of the client, once, however often what comes after it fails. */
import { useRef } from "react";
import type { ClientId, Language } from "../../shared/model/primitives.ts";
import type { Signature } from "../../shared/model/signature.ts";
import { addSignature } from "../data/attachments.ts";
import { type Ink, inkPng } from "./ink.ts";

interface SignedUnder {
  readonly client: ClientId;
  readonly texts: Signature["texts"];
  /** In which it was read. */
  readonly language: Language;
  /** What its file is called. */
  readonly nameAt: (at: string) => string;
}

/** @throws AppError as `addSignature` does */
export function useSignature({ client, texts, language, nameAt }: SignedUnder): (ink: Ink) => Promise<Signature> {
  const filed = useRef<{ readonly ink: string; readonly signature: Signature }>(undefined);
  return async (ink) => {
    const written = JSON.stringify(ink);
    if (filed.current?.ink === written) return filed.current.signature;
    const at = new Date().toISOString();
    const { id: attachment, sha256 } = await addSignature(client, nameAt(at), await inkPng(ink));
    const signature = { attachment, sha256, how: ink.how, at, texts, language };
    filed.current = { ink: written, signature };
    return signature;
  };
}
