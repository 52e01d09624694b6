/** @file A recording: play, pause, and go anywhere in it; the browser fetches the ranges it needs. */
/* oxlint-disable jsx-a11y/media-has-caption -- nobody has written down what was said */
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { AppError } from "../../../shared/errors.ts";
import { attachmentUrl } from "../../data/attachments.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { viewer as words } from "../../text/attachments.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";
import { clock } from "./clock.ts";

/** What the arrow keys jump, in seconds. */
const jump = 5;

export function AudioView({ id, durationMs }: { id: string; durationMs: number | undefined }) {
  const t = useT();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(durationMs === undefined ? 0 : durationMs / 1000);
  const [isBroken, setBroken] = useState(false);

  function toggle(): void {
    if (audio.current?.paused) void audio.current.play().catch(() => setBroken(true));
    else audio.current?.pause();
  }

  function goTo(seconds: number): void {
    if (audio.current === null) return;
    audio.current.currentTime = Math.min(length, Math.max(0, seconds));
    setAt(audio.current.currentTime);
  }

  /** A recording as it was streamed does not say how long it is: asking for its end makes the browser look. */
  function measure({ duration }: HTMLAudioElement): void {
    if (Number.isFinite(duration)) setLength(duration);
    else if (durationMs === undefined && audio.current !== null) audio.current.currentTime = Number.MAX_SAFE_INTEGER;
  }

  useKeys({ " ": toggle, ArrowLeft: () => goTo(at - jump), ArrowRight: () => goTo(at + jump) });
  if (isBroken) {
    return (
      <div className={css["failed"]}>
        <ErrorNote error={new AppError("attachment-damaged")} />
      </div>
    );
  }
  return (
    <div className={css["player"]}>
      {/* biome-ignore lint/a11y/useMediaCaption: as for the other linter, above */}
      <audio
        ref={audio}
        src={attachmentUrl(id)}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onLoadedMetadata={({ currentTarget }) => measure(currentTarget)}
        onDurationChange={({ currentTarget }) => {
          if (!Number.isFinite(currentTarget.duration)) return;
          setLength(currentTarget.duration);
          if (currentTarget.currentTime >= currentTarget.duration) currentTarget.currentTime = 0;
        }}
        onError={() => setBroken(true)}
      />
      <Button variant="filled" leftSection={<Icon name={isPlaying ? "pause" : "play"} />} onClick={toggle}>
        {t(isPlaying ? words.pause : words.play)}
      </Button>
      <input
        type="range"
        className={css["position"]}
        aria-label={t(words.position)}
        aria-valuetext={t(words.positionOf, { at: clock(at), of: clock(length) })}
        min={0}
        max={length}
        step={0.1}
        value={Math.min(at, length)}
        onChange={({ currentTarget }) => goTo(currentTarget.valueAsNumber)}
      />
      <span className={css["clock"]}>
        {clock(at)} / {clock(length)}
      </span>
    </div>
  );
}
