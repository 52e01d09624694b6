/** @file One product list on its way in: read as text, looked at, then written in one save, or let go. */
import { useDeferredValue, useMemo, useState } from "react";
import type { ListText } from "../../../shared/bridge/streams.ts";
import { readShelf, type ShelfReading } from "../../../shared/shelf/read-shelf.ts";
import { recordSheets } from "../../data/commands.ts";
import { usePacks } from "../../data/queries.ts";
import { readList, useShelf } from "../../data/shelf.ts";
import { useToday } from "../../parts/today.ts";
import { rulesOn } from "./rules.ts";

export interface Taking {
  readonly busy: "none" | "reading" | "writing";
  readonly file: { readonly name: string; readonly list: ListText } | undefined;
  /** What the list would do; absent while there is none, or the shelf is still coming in. */
  readonly reading: ShelfReading | undefined;
  readonly error: unknown;
  /** Of rows that name none. */
  readonly source: string;
  readonly setSource: (source: string) => void;
  readonly take: (file: File) => Promise<void>;
  readonly commit: () => Promise<void>;
}

const still = { busy: "none", file: undefined, error: undefined } as const;

/** @param onTaken hears what was written */
export function useTaking(onTaken: (counts: { readonly create: number; readonly update: number }) => void): Taking {
  const [now, setNow] = useState<Pick<Taking, "busy" | "file" | "error">>(still);
  const [source, setSource] = useState("");
  const shelf = useShelf();
  const packs = usePacks();
  const today = useToday();
  const told = useDeferredValue(source);
  const { file } = now;
  const reading = useMemo(() => {
    if (file === undefined || shelf === undefined) return undefined;
    const { sheets } = shelf;
    const at = new Date().toISOString();
    return readShelf(file.list, { ...rulesOn(packs, today).sheet, sheets, source: told.trim(), at });
  }, [file, shelf, packs, today, told]);

  async function take(chosen: File): Promise<void> {
    setNow({ ...still, busy: "reading" });
    try {
      const list = await readList(chosen);
      setSource(chosen.name.slice(0, 200));
      setNow({ ...still, file: { name: chosen.name, list } });
    } catch (error) {
      setNow({ ...still, error });
    }
  }

  async function commit(): Promise<void> {
    if (reading === undefined || now.busy !== "none") return;
    setNow({ ...now, busy: "writing", error: undefined });
    try {
      await recordSheets(reading.rows.flatMap(({ sheet }) => sheet ?? []));
      onTaken({ create: reading.counts.create, update: reading.counts.update });
    } catch (error) {
      setNow({ ...now, busy: "none", error });
    }
  }

  return { ...now, reading, source, setSource, take, commit };
}
