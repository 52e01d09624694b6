/** @file Takes one package: into quarantine, to a preview, then in or away. */
import { useState } from "react";
import { z } from "zod";
import { PackagePreview } from "../../../shared/bridge/contract.ts";
import { Failure, type Reply, unwrap } from "../../../shared/bridge/reply.ts";
import { packagePath } from "../../../shared/bridge/streams.ts";
import { call, openStream } from "../../bridge.ts";

const PreviewReply = z.union([z.object({ ok: z.literal(true), value: PackagePreview }), Failure]);

export interface Imported {
  readonly kind: PackagePreview["kind"];
  readonly sender: string;
  readonly seq: number;
  readonly created: number;
  readonly updated: number;
  readonly same: number;
}

export interface Taking {
  readonly busy: "none" | "reading" | "importing";
  readonly preview: PackagePreview | undefined;
  readonly error: unknown;
  readonly done: Imported | undefined;
  readonly take: (file: Blob) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

const still = { busy: "none", preview: undefined, error: undefined, done: undefined } as const;

export function useImport(): Taking {
  const [now, setNow] = useState<Pick<Taking, "busy" | "preview" | "error" | "done">>(still);

  async function take(file: Blob): Promise<void> {
    setNow({ ...still, busy: "reading" });
    try {
      const response = await openStream(packagePath, { method: "POST", body: file });
      const reply: Reply<PackagePreview> = PreviewReply.parse(await response.json());
      setNow({ ...still, preview: unwrap(reply) });
    } catch (error) {
      setNow({ ...still, error });
    }
  }

  async function commit(): Promise<void> {
    const { preview } = now;
    if (preview === undefined || now.busy !== "none") return;
    setNow({ ...still, preview, busy: "importing" });
    try {
      const counts = await call("importPackage", { previewId: preview.previewId });
      setNow({ ...still, done: { kind: preview.kind, sender: preview.sender, seq: preview.seq, ...counts } });
    } catch (error) {
      setNow({ ...still, error });
    }
  }

  async function discard(): Promise<void> {
    const { preview } = now;
    setNow(still);
    if (preview !== undefined) await call("discardPackage", { previewId: preview.previewId });
  }

  return { ...now, take, commit, discard };
}
