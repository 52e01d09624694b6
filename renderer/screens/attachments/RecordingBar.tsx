/** @file The recording under way, above every screen: how long, how loud, and how it ends. */
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import {
  clearRecorderError,
  finishRecording,
  pauseRecording,
  resumeRecording,
  useRecorder,
} from "../../data/recorder.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Note } from "../../parts/Note.tsx";
import { useMask } from "../../state/mask.ts";
import { recorder as words } from "../../text/attachments.ts";
import { maskText } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";
import { clock } from "./clock.ts";

export function RecordingBar() {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const { running, error } = useRecorder();
  if (error !== undefined) return <Failed error={error} />;
  if (running === undefined) return null;
  const { isPaused, isEnding, elapsed, analyser } = running;
  const sentence = isEnding ? words.ending : isPaused ? words.paused : words.running;
  return (
    <Note
      tone="info"
      action={
        <div className={css["recording"]}>
          <span className={css["clock"]}>{clock(elapsed / 1000)}</span>
          {isPaused || isEnding ? null : <LevelMeter analyser={analyser} />}
          <Button size="xs" disabled={isEnding} onClick={isPaused ? resumeRecording : pauseRecording}>
            {t(isPaused ? words.resume : words.pause)}
          </Button>
          <Button size="xs" variant="filled" disabled={isEnding} onClick={() => void finishRecording()}>
            {t(words.finish)}
          </Button>
        </div>
      }
    >
      {t(sentence, { name: isMasked ? maskText(running.name) : running.name })}
    </Note>
  );
}

function Failed({ error }: { error: unknown }) {
  const t = useT();
  return (
    <Note
      tone="bad"
      action={
        <Button size="xs" onClick={clearRecorderError}>
          {t(words.understood)}
        </Button>
      }
    >
      <p>{t(words.failed)}</p>
      <ErrorNote error={error} />
    </Note>
  );
}

/** Shows that the microphone hears; drawn past React, many times a second. */
function LevelMeter({ analyser }: { analyser: AnalyserNode }) {
  const t = useT();
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    const samples = new Float32Array(analyser.fftSize);
    let frame = requestAnimationFrame(function draw() {
      analyser.getFloatTimeDomainData(samples);
      if (meter.current !== null) meter.current.value = loudness(samples);
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [analyser]);
  return <meter ref={meter} className={css["level"]} aria-label={t(words.level)} min={0} max={1} />;
}

/** From 0 for silence to 1 for the loudest, on a scale like the ear's: 60 dB wide. */
function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-12)) / 60));
}
