/** @file The newest knowledge test in one line, and the way to take it. */

import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { usePapers } from "../../data/queries.ts";
import { Key } from "../../parts/Key.tsx";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { parts } from "../../text/parts.ts";
import { useT } from "../../text/text.ts";
import css from "./ClientScreen.module.css";

interface TestLineProps {
  readonly client: ClientId;
  readonly onTake: () => void;
}

export function TestLine({ client, onTake }: TestLineProps) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const newest = usePapers("knowledgeTest", client)?.[0];
  const outcome = newest && t(newest.score.passed ? parts.test.passed : parts.test.failed);
  return (
    <p className={css["test"]}>
      <span className={css["caption"]}>{t(parts.test.title)}</span>
      {newest === undefined || outcome === undefined ? null : (
        <button
          type="button"
          className="sb-link"
          onClick={() => open({ screen: "test-result", client, id: newest.id })}
        >
          {t(words.testResult, { day: shanghaiDay(newest.at), points: newest.score.total, outcome })}
        </button>
      )}
      <button type="button" className="sb-link" onClick={onTake}>
        {t(newest === undefined ? words.startTest : words.testAgain)}
      </button>
      <Key>T</Key>
    </p>
  );
}
