/** @file A document as the client reads it on the screen, in large type; points are ticked where they stand. */
import type { DocumentBlock, Marked, PrintDocument } from "../../../shared/documents/document.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { LevelStair } from "../../parts/LevelMark.tsx";
import { Options } from "../../parts/Options.tsx";
import css from "./Reading.module.css";

interface DocumentTextProps {
  readonly document: PrintDocument;
  /** Id of the heading under which points without one of their own stand. */
  readonly titleId: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
}

export function DocumentText({ document, titleId, ticked, onTick }: DocumentTextProps) {
  const sections = numbered(document.sections);
  return (
    <div className={css["text"]}>
      {sections.map(({ heading, blocks }, index) => {
        const id = heading === undefined ? titleId : `${titleId}-${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document's sections stand where they stand
          <section key={index}>
            {heading === undefined ? null : <h2 id={id}>{heading}</h2>}
            {blocks.map(({ block, first }, at) => (
              <Block
                // biome-ignore lint/suspicious/noArrayIndexKey: and so do its blocks
                key={at}
                block={block}
                first={first}
                headingId={id}
                ticked={ticked}
                onTick={onTick}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

/** Points are numbered through the whole document: each number is a key. */
function numbered(sections: PrintDocument["sections"]) {
  let first = 1;
  return sections.map(({ heading, blocks }) => ({
    heading,
    blocks: blocks.map((block) => {
      const at = first;
      if (block.kind === "points") first += block.points.length;
      return { block, first: at };
    }),
  }));
}

interface BlockProps extends Pick<DocumentTextProps, "ticked" | "onTick"> {
  readonly block: DocumentBlock;
  /** Number of its first point. */
  readonly first: number;
  readonly headingId: string;
}

function Block({ block, first, headingId, ticked, onTick }: BlockProps) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          {block.text}
          <Source source={block.source} />
        </p>
      );
    case "note":
      return <p className={css["note"]}>{block.text}</p>;
    case "facts":
      return (
        <dl className={css["facts"]}>
          {block.facts.map(({ label, values }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {values.map((value) => (
                  <MarkedText key={value.text} value={value} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      );
    case "items":
      return (
        <ol className={css["items"]}>
          {block.items.map(({ text, source }) => (
            <li key={text}>
              {text}
              <Source source={source} />
            </li>
          ))}
        </ol>
      );
    case "points":
      return (
        <Options
          isLong
          several
          labelledBy={headingId}
          name={`points-${first}`}
          first={first}
          options={block.points.map(({ id, text, source }) => ({ id, label: text, note: source }))}
          chosen={[...ticked]}
          onChoose={onTick}
        />
      );
    case "table":
      return <Table block={block} />;
    // The clause is read where it is signed; laws and hashes are for the paper.
    case "sign":
    case "basis":
    case "hash":
      return null;
  }
}

function Source({ source }: { readonly source: string | undefined }) {
  return source === undefined ? null : <span className={css["source"]}>{source}</span>;
}

function MarkedText({ value: { text, level, grade } }: { readonly value: Marked }) {
  return (
    <span className={css["marked"]}>
      {level === undefined ? null : <LevelStair level={level} height={16} tone="accent" />}
      {grade === undefined ? null : <GradeMark grade={grade} bare />}
      {text}
    </span>
  );
}

function Table({ block: { head, rows } }: { readonly block: DocumentBlock & { readonly kind: "table" } }) {
  return (
    <table className={css["table"]}>
      <thead>
        <tr>
          {head.map(({ text }) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map(({ text }) => text).join()}>
            {row.map((cell, at) => (
              <td key={head[at]?.text}>
                <MarkedText value={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
