/** @file A document is signed: the next one, or the way back to the advisor. */
import { Button } from "@mantine/core";
import type { Client } from "../../../shared/model/client.ts";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, useEnter } from "../../parts/MeetingFrame.tsx";
import { clientMode as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";

interface SignedProps {
  readonly client: Client;
  /** How many are still to be read. */
  readonly left: number;
  readonly onNext: () => void;
  readonly onLeave: () => void;
}

export function Signed({ client, left, onNext, onLeave }: SignedProps) {
  const t = useT();
  const isDone = left === 0;
  useEnter(onNext);
  return (
    <Frame client={client} subject={t(words.head)}>
      <Asking id="signed">{t(isDone ? words.doneTitle : words.signedTitle)}</Asking>
      <p className={css["quiet"]}>{isDone ? t(words.handBack) : t(words.more, { count: left })}</p>
      <div className={css["choices"]}>
        <Button size="xl" variant={isDone ? "default" : "filled"} onClick={onNext}>
          {t(isDone ? words.enter : words.next)}
        </Button>
        {isDone ? null : (
          <Button size="xl" onClick={onLeave}>
            {t(words.enter)}
          </Button>
        )}
      </div>
    </Frame>
  );
}
