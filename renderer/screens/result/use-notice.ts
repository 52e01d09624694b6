/** @file Makes the notice of a result, one way or the other; one at a time. */
import { useState } from "react";
import type { PrintDocument } from "../../../shared/documents/document.ts";
import { resultNotice, textsFor } from "../../../shared/documents/notice.ts";
import { AppError } from "../../../shared/errors.ts";
import type { FileAttachment } from "../../../shared/model/attachment.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import { matrixOfAssessment } from "../../../shared/packs/gate-packs.ts";
import { givenSignature, makeDocument, recordHash } from "../../data/documents.ts";
import { printOnPaper } from "../../data/paper.ts";
import { useClient, useOwnProfile, usePacks } from "../../data/queries.ts";
import type { Reading } from "./reading.ts";

export interface Notice {
  /** Undefined where it failed: see `error`. */
  readonly file: (language: Language) => Promise<FileAttachment | undefined>;
  readonly print: (language: Language) => Promise<void>;
  readonly doing: "file" | "print" | undefined;
  readonly error: unknown;
}

export function useNotice({ record, pack }: Reading): Notice {
  const client = useClient(record.client);
  const profile = useOwnProfile();
  const library = usePacks();
  const [doing, setDoing] = useState<Notice["doing"]>();
  const [error, setError] = useState<unknown>();

  async function documentIn(language: Language): Promise<PrintDocument> {
    if (!client) throw new AppError("unexpected");
    const { signature } = record;
    const [hash, given] = await Promise.all([recordHash(record), signature && givenSignature(signature)]);
    const day = shanghaiDay(Date.now());
    const matrix = matrixOfAssessment(library, record);
    if (matrix === undefined) throw new AppError("pack-missing", { id: record.matrix?.id ?? "match-matrix" });
    return resultNotice(
      { record, pack, matrix, client, day },
      {
        texts: textsFor(library, day, signature?.texts),
        language,
        institution: profile?.branch ?? "",
        recordHash: hash,
        signature: given,
      },
    );
  }

  async function run<T>(what: "file" | "print", work: () => Promise<T>): Promise<T | undefined> {
    setDoing(what);
    setError(undefined);
    try {
      return await work();
    } catch (cause) {
      setError(cause);
      return undefined;
    } finally {
      setDoing(undefined);
    }
  }

  return {
    file: (language) =>
      run("file", async () => {
        const document = await documentIn(language);
        return makeDocument(record.client, `${document.title} ${record.validFrom}`, document);
      }),
    print: (language) => run("print", async () => printOnPaper(await documentIn(language))),
    doing,
    error,
  };
}
