/** @file `?`: every key there is, by where it works. */
import { Dialog } from "../parts/Dialog.tsx";
import { Key } from "../parts/Key.tsx";
import { printKeys } from "../parts/keys.ts";
import { app } from "../text/app.ts";
import { type Sentence, useT } from "../text/text.ts";
import css from "./Help.module.css";

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: Sentence;
}

const sections: readonly { readonly title: Sentence; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: app.help.everywhere,
    shortcuts: [
      { keys: ["Mod+k"], does: app.help.palette },
      { keys: ["?"], does: app.help.help },
      { keys: ["Alt+1", "Alt+5"], does: app.help.pages },
      { keys: ["Mod+m"], does: app.help.mask },
      { keys: ["Mod+l"], does: app.help.lock },
      { keys: ["Escape"], does: app.help.back },
    ],
  },
  {
    title: app.help.lists,
    shortcuts: [
      { keys: ["ArrowUp", "ArrowDown", "j", "k"], does: app.help.move },
      { keys: ["Home", "End"], does: app.help.ends },
      { keys: ["Enter"], does: app.help.openRow },
      { keys: ["/"], does: app.help.filter },
    ],
  },
  {
    title: app.help.client,
    shortcuts: [
      { keys: ["n"], does: app.help.newOne },
      { keys: ["l"], does: app.help.logContact },
      { keys: ["a"], does: app.help.assess },
      { keys: ["d"], does: app.help.documents },
    ],
  },
  {
    title: app.help.meeting,
    shortcuts: [
      { keys: ["1", "9"], does: app.help.answer },
      { keys: ["Enter"], does: app.help.next },
      { keys: ["ArrowLeft"], does: app.help.previous },
    ],
  },
];

export function Help({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t(app.help.title)} isLight width={680} onClose={onClose}>
      <div className={css["sections"]}>
        {sections.map(({ title, shortcuts }) => (
          <section key={title.en}>
            <h3>{t(title)}</h3>
            <dl className={css["keys"]}>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys.join()}>
                  <dt>{t(does)}</dt>
                  <dd>
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index > 0 ? <span className="sb-ink-3"> {isRange(keys) ? "–" : ""} </span> : null}
                        <kbd>
                          {printKeys(key).map((part) => (
                            <Key key={part}>{part}</Key>
                          ))}
                          <span className="sb-hidden">{printKeys(key).join(" ")}</span>
                        </kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={css["note"]}>{t(app.help.lettersOff)}</p>
    </Dialog>
  );
}

/** `1` to `9`, `Alt 1` to `Alt 5`. */
function isRange(keys: readonly string[]): boolean {
  return keys.every((key) => /\d$/.test(key));
}
