/** @file Files on their way into the vault, one after the other; those refused stay listed with their reason. */
import { useRef, useState } from "react";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { addAttachment } from "../../data/attachments.ts";

export interface Refused {
  readonly key: string;
  readonly name: string;
  readonly error: unknown;
}

export interface Uploads {
  /** The name of the file being sealed. */
  readonly sealing: string | undefined;
  /** Of the files chosen: how many are through, and how many there are. */
  readonly done: number;
  readonly of: number;
  readonly refused: readonly Refused[];
  readonly add: (files: readonly File[], strip: boolean) => void;
  readonly dismiss: (key: string) => void;
}

const still = { sealing: undefined, done: 0, of: 0 } as const;

export function useUploads(client: ClientId): Uploads {
  const [now, setNow] = useState<Pick<Uploads, "sealing" | "done" | "of">>(still);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());

  async function addOne(file: File, strip: boolean): Promise<void> {
    setNow((before) => ({ ...before, sealing: file.name }));
    try {
      await addAttachment(client, file, strip);
    } catch (error) {
      setRefused((before) => [...before, { key: crypto.randomUUID(), name: file.name, error }]);
    }
    setNow(({ done, of }) => (done + 1 === of ? still : { sealing: file.name, done: done + 1, of }));
  }

  return {
    ...now,
    refused,
    add(files, strip) {
      setNow((before) => ({ ...before, of: before.of + files.length }));
      for (const file of files) queue.current = queue.current.then(() => addOne(file, strip));
    },
    dismiss: (key) => setRefused((before) => before.filter((item) => item.key !== key)),
  };
}
