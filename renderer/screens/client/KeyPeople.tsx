/** @file Who decides beside the client: family of a person, CFO and chair of a company. */
import type { Client } from "../../../shared/model/client.ts";
import { Masked } from "../../parts/Masked.tsx";
import { client as words } from "../../text/client.ts";
import { useT } from "../../text/text.ts";
import css from "./ClientScreen.module.css";

export function KeyPeople({ client, onEdit }: { client: Client; onEdit: () => void }) {
  const t = useT();
  const people = client.keyPeople ?? [];
  if (people.length === 0) {
    if (client.kind === "individual") return null;
    return (
      <p className={css["nobody"]}>
        <span className="sb-ink-2">{t(words.noKeyPeople)}</span>
        <button type="button" className="sb-link" onClick={onEdit}>
          {t(words.addPerson)}
        </button>
      </p>
    );
  }
  return (
    <ul className={css["people"]}>
      {people.map(({ name, role, phone, note }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name; the list changes only as a whole
        <li key={index}>
          <span className="sb-ink-3">{role === "" ? t(words.personRoleUnknown) : role}</span>
          <span>
            <b>
              <Masked kind="name" value={name} />
            </b>
            {phone === undefined ? null : (
              <>
                {" "}
                <Masked kind="phone" value={phone} />
              </>
            )}
            {note === undefined || note === "" ? null : (
              <span className="sb-ink-3">
                {" "}
                <Masked kind="text" value={note} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
