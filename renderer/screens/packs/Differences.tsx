/** @file What differs between two versions of a pack, and where a choice of law became more lenient. */
import type { Json } from "../../../shared/model/primitives.ts";
import { type Difference, packDifferences } from "../../../shared/packs/differences.ts";
import { Note } from "../../parts/Note.tsx";
import { packs } from "../../text/packs.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Packs.module.css";

/** A questionnaire written anew differs everywhere: the rest is in the file. */
const most = 200;

export function Differences({ before, after }: { readonly before: object; readonly after: object }) {
  const t = useT();
  const { differences: words } = packs;
  // The version is what the heading says.
  const all = packDifferences(before as Json, after as Json).filter(({ path }) => path.join() !== "version");
  const lenient = all.filter(({ bearing }) => bearing === "more-lenient").length;
  if (all.length === 0) return <p className="sb-ink-2">{t(words.none)}</p>;
  return (
    <>
      {lenient > 0 ? <Note tone="warn">{t(words.lenientNote, { count: lenient })}</Note> : null}
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">{t(words.place)}</th>
            <th scope="col">{t(words.before)}</th>
            <th scope="col">{t(words.after)}</th>
            <th scope="col">{t(words.bearing)}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, most).map((difference) => (
            <Row key={difference.path.join("/")} difference={difference} />
          ))}
        </tbody>
      </table>
      {all.length > most ? <p className="sb-ink-2">{t(words.more, { count: all.length - most })}</p> : null}
    </>
  );
}

function Row({ difference: { path, before, after, bearing } }: { readonly difference: Difference }) {
  const t = useT();
  const language = useLanguage();
  const { absent, stricter, lenient } = packs.differences;
  const words = (value: Json | undefined) => {
    if (value === undefined) return t(absent);
    if (typeof value === "string") return value;
    const text = typeof value === "object" && value !== null && !Array.isArray(value) ? value[language] : undefined;
    return typeof text === "string" ? text : JSON.stringify(value);
  };
  return (
    <tr>
      <td className={css["path"]}>{path.join(" / ")}</td>
      <td className={css["was"]}>{words(before)}</td>
      <td>{words(after)}</td>
      <td className={bearing === "more-lenient" ? "sb-warn" : "sb-ink-2"}>
        {bearing === undefined ? "" : t(bearing === "stricter" ? stricter : lenient)}
      </td>
    </tr>
  );
}
