/**
 * @file The one recording under way. It belongs to no screen: the advisor goes on working while it
 * runs. Each second of sound is sealed on the disk before the next, so a crash or a lock costs one.
 */
import { z } from "zod";
import { create } from "zustand";
import type { ChannelOutput } from "../../shared/bridge/contract.ts";
import { Failure, type Reply, unwrap } from "../../shared/bridge/reply.ts";
import { RecordingProgress, recordingPath } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { ClientId } from "../../shared/model/primitives.ts";
import { call, openStream } from "../bridge.ts";
import { requireBook } from "./session.ts";

export type InterruptedRecording = ChannelOutput<"interruptedRecordings">[number];

interface Running {
  readonly id: string;
  readonly client: ClientId;
  readonly name: string;
  readonly isPaused: boolean;
  /** True from the moment it was ended until it is filed. */
  readonly isEnding: boolean;
  /** Milliseconds of sound so far. */
  readonly elapsed: number;
  /** What the microphone hears, for the meter. */
  readonly analyser: AnalyserNode;
}

interface RecorderState {
  readonly running: Running | undefined;
  /** Why the last recording ended before it was asked to. What was on the disk by then is kept. */
  readonly error: unknown;
}

export const useRecorder = create<RecorderState>(() => ({ running: undefined, error: undefined }));

/** A slice, in milliseconds: the most a crash costs. */
const slice = 1000;
/** Speech is clear at 32 kbit/s in Opus: 14 MB an hour. */
const bitsPerSecond = 32_000;

const PieceReply = z.union([z.object({ ok: z.literal(true), value: RecordingProgress }), Failure]);

interface Controls {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly finish: () => Promise<void>;
}
let controls: Controls | undefined;

/**
 * Begin to record; the microphone is asked for first.
 *
 * @param consentAt when the client agreed
 * @throws AppError `microphone-refused`, `microphone-missing`, `recording-running`, `disk-*`, `vault-read-only`, `locked`
 */
export async function startRecording(client: ClientId, name: string, consentAt: string): Promise<void> {
  const { closing } = requireBook();
  if (controls !== undefined) throw new AppError("recording-running");
  const stream = await openMicrophone();
  try {
    const { id } = await call("beginRecording", { client, name, consentAt });
    controls = record({ id, client, name }, stream, closing.signal);
  } catch (error) {
    release(stream);
    throw error;
  }
}

export function pauseRecording(): void {
  controls?.pause();
}

export function resumeRecording(): void {
  controls?.resume();
}

/** End the recording and file it. Resolves when it is filed; a failure shows in {@link useRecorder}. */
export async function finishRecording(): Promise<void> {
  await controls?.finish();
}

/** Recordings that were cut short and wait for a decision. @throws AppError `locked` */
export async function interruptedRecordings(): Promise<readonly InterruptedRecording[]> {
  const all = await call("interruptedRecordings", null);
  const { running } = useRecorder.getState();
  return all.filter(({ id }) => id !== running?.id);
}

/** File what there is of an interrupted recording. @throws AppError `recording-missing`, `attachment-*`, `disk-*` */
export async function keepRecording(id: string): Promise<void> {
  await call("keepRecording", { id });
}

/** Delete an interrupted recording for good. @throws AppError `recording-missing` */
export async function dropRecording(id: string): Promise<void> {
  await call("dropRecording", { id });
}

/** Read an error away. */
export function clearRecorderError(): void {
  useRecorder.setState({ error: undefined });
}

async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (cause) {
    const isRefused = cause instanceof DOMException && cause.name === "NotAllowedError";
    throw new AppError(isRefused ? "microphone-refused" : "microphone-missing", {}, { cause });
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function record(about: Pick<Running, "id" | "client" | "name">, stream: MediaStream, closing: AbortSignal): Controls {
  const recorder = new MediaRecorder(stream, {
    mimeType: "audio/webm;codecs=opus",
    audioBitsPerSecond: bitsPerSecond,
  });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const watch = stopwatch();
  /** Bytes on the disk after the last piece. */
  let written = Promise.resolve(0);
  const stopped = new Promise<void>((resolve) => recorder.addEventListener("stop", () => resolve()));

  const change = (part: Partial<Running>) => {
    const { running } = useRecorder.getState();
    if (running?.id === about.id) useRecorder.setState({ running: { ...running, ...part } });
  };

  let isOver = false;
  function end(error?: unknown): void {
    if (isOver) return;
    isOver = true;
    if (recorder.state !== "inactive") recorder.stop();
    release(stream);
    void context.close();
    closing.removeEventListener("abort", end);
    controls = undefined;
    useRecorder.setState({ running: undefined, error: closing.aborted ? undefined : error });
  }

  recorder.addEventListener("dataavailable", ({ data }) => {
    if (isOver) return;
    change({ elapsed: watch.elapsed() });
    written = written.then((at) => appendPiece(about.id, at, data));
    written.catch(end);
  });
  // The microphone was unplugged.
  stream.getAudioTracks()[0]?.addEventListener("ended", () => void finish());
  closing.addEventListener("abort", end);

  async function finish(): Promise<void> {
    if (recorder.state === "inactive") return;
    watch.stop();
    change({ isEnding: true, elapsed: watch.elapsed() });
    recorder.stop();
    try {
      await stopped;
      await written;
      await call("finishRecording", { id: about.id, durationMs: Math.round(watch.elapsed()) });
      end();
    } catch (error) {
      end(error);
    }
  }

  useRecorder.setState({
    running: { ...about, isPaused: false, isEnding: false, elapsed: 0, analyser },
    error: undefined,
  });
  recorder.start(slice);
  watch.start();
  return {
    finish,
    pause() {
      recorder.pause();
      watch.stop();
      change({ isPaused: true, elapsed: watch.elapsed() });
    },
    resume() {
      recorder.resume();
      watch.start();
      change({ isPaused: false });
    },
  };
}

/** Append one piece after the first `at` bytes; resolves with the bytes on the disk. */
async function appendPiece(id: string, at: number, data: Blob): Promise<number> {
  if (data.size === 0) return at;
  const response = await openStream(`${recordingPath}/${id}?at=${at}`, { method: "POST", body: data });
  const reply: Reply<RecordingProgress> = PieceReply.parse(await response.json());
  return unwrap(reply).bytes;
}

/** Milliseconds while running. */
function stopwatch() {
  let before = 0;
  let since: number | undefined;
  const elapsed = () => before + (since === undefined ? 0 : performance.now() - since);
  return {
    elapsed,
    start: () => {
      since ??= performance.now();
    },
    stop: () => {
      before = elapsed();
      since = undefined;
    },
  };
}
