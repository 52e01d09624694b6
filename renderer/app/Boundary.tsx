/** @file Catches what a screen throws while drawing, so that the rest of the app stays. */
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Icon } from "../parts/Icon.tsx";
import { useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { lock } from "./gate.ts";
import css from "./Shell.module.css";

interface BoundaryState {
  readonly hasFailed: boolean;
}

export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed onHome={() => this.setState({ hasFailed: false })} /> : this.props.children;
  }
}

function Failed({ onHome }: { onHome: () => void }) {
  const t = useT();
  const reset = useScreen((now) => now.reset);
  return (
    <div className={css["failed"]} role="alert">
      <h1>
        <Icon name="octagonCross" className="sb-bad" /> {t(app.failure.title)}
      </h1>
      <p className="sb-ink-2">{t(app.failure.body)}</p>
      <div className="sb-row">
        <Button
          variant="filled"
          onClick={() => {
            reset();
            onHome();
          }}
        >
          {t(app.failure.home)}
        </Button>
        <Button onClick={() => void lock()}>{t(app.bar.lock)}</Button>
      </div>
    </div>
  );
}
