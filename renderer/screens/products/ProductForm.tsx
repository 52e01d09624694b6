/** @file A new product, or the next version of one. What was saved stays; a change is always a version more. */
import { Button } from "@mantine/core";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet, SheetValues } from "../../../shared/model/product-sheet.ts";
import { newProductId, sheetChanges, valuesOf } from "../../../shared/rules/product-sheets.ts";
import { useAutosave } from "../../data/autosave.ts";
import { dropDraft, recordSheets } from "../../data/commands.ts";
import { usePacks } from "../../data/queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { DraftOffer } from "../../parts/DraftOffer.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { useScreen } from "../../state/screen.ts";
import { formatTime } from "../../text/format.ts";
import { products, productForm as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { FormNotes } from "./FormNotes.tsx";
import { FormSections } from "./FormSections.tsx";
import css from "./ProductForm.module.css";
import { boxesOf, checkBoxes, type ProductBoxes, productFormSchema, restoreBoxes, takenBy } from "./product-form.ts";
import { rulesOn } from "./rules.ts";

interface ProductFormProps {
  /** The newest version; absent for a new product. */
  readonly before: ProductSheet | undefined;
  readonly onDone: () => void;
  readonly onSaved: (product: RecordId) => void;
}

export function ProductForm({ before, onDone, onSaved }: ProductFormProps) {
  const t = useT();
  const today = useToday();
  const packs = usePacks();
  const open = useScreen((now) => now.open);
  const shelf = useShelf();
  // What is saved follows what was on the screen: a version that came in meanwhile is not taken for the one before.
  const [opened] = useState(before);
  const [error, setError] = useState<unknown>();
  const draft = { form: "product", subject: opened?.product ?? "new" };
  const { savedAt, changed, finish, resume } = useAutosave(draft.form, draft.subject);
  const rules = useMemo(() => rulesOn(packs, today).sheet, [packs, today]);
  const taken = takenBy(shelf?.current ?? [], opened?.product);
  const form = useForm<ProductBoxes, unknown, SheetValues>({
    resolver: formResolver<ProductBoxes, SheetValues>(productFormSchema(rules, (code) => taken(code)?.name)),
    defaultValues: boxesOf(opened),
  });
  const { control, formState, setFocus, subscribe } = form;
  const { isDirty, isSubmitting, errors } = formState;
  const wrong = Object.keys(errors).length;
  const boxes = useDeferredValue(useWatch({ control }) as ProductBoxes);
  const check = useMemo(() => checkBoxes(boxes, rules), [boxes, rules]);
  const other = taken(boxes.code);

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (now) => {
          if (now.isDirty) changed(now.values);
        },
      }),
    [subscribe, changed],
  );
  useEffect(() => setFocus(opened === undefined ? "code" : "sellerGrade"), [setFocus, opened]);

  const version = (opened?.version ?? 0) + 1;
  const save = form.handleSubmit(async (values) => {
    if (opened !== undefined && sheetChanges(valuesOf(opened), values).length === 0) return;
    finish();
    setError(undefined);
    const product = opened?.product ?? newProductId(values.code, (id) => isOnShelf(id));
    try {
      await recordSheets([{ ...values, product, version, at: new Date().toISOString() }], { draft });
      onSaved(product);
    } catch (failure) {
      setError(failure);
      resume();
    }
  });

  function isOnShelf(id: string): boolean {
    return shelf?.sheets.some((sheet) => sheet.product === id) ?? false;
  }

  function giveUp(): void {
    finish();
    void dropDraft(draft.form, draft.subject).catch(() => undefined);
    onDone();
  }

  useKeys({ "Mod+Enter": () => void save(), Escape: onDone });

  const title = opened === undefined ? t(words.newTitle) : t(words.editTitle, { version, name: opened.name });
  const isIdle = opened !== undefined && !isDirty;
  return (
    <>
      <PageHead
        title={title}
        fact={t(opened === undefined ? words.newFact : words.editFact)}
        back={{ label: opened === undefined ? t(products.title) : opened.name, onBack: onDone }}
      />
      <Split
        sideWidth={300}
        sideLabel={t(words.notes.title)}
        side={<FormNotes check={check} pack={rules.words} factors={rules.catalogue.factors} />}
      >
        <form className={css["form"]} noValidate onSubmit={(event) => void save(event)} aria-label={title}>
          {isDirty ? null : (
            <DraftOffer
              form={draft.form}
              subject={draft.subject}
              onTake={(values) => form.reset(restoreBoxes(opened, values), { keepDefaultValues: true })}
            />
          )}
          {other === undefined ? null : (
            <p className={css["taken"]}>
              <button type="button" className="sb-link" onClick={() => open({ screen: "product", id: other.product })}>
                {t(words.openTaken, { name: other.name })}
              </button>
            </p>
          )}
          <FormSections control={control} catalogue={rules.catalogue} />
          {error === undefined ? null : <ErrorNote error={error} />}
        </form>
      </Split>
      <FootBar
        tall
        right={
          wrong > 0 ? (
            <span className="sb-bad" role="status">
              {t(words.fixFirst, { count: wrong })}
            </span>
          ) : (
            savedAt && t(words.draftSaved, { time: formatTime(savedAt) })
          )
        }
      >
        <Button
          variant="filled"
          disabled={isIdle}
          loading={isSubmitting}
          rightSection={isIdle ? undefined : <Key>{printKeys("Mod+Enter").join(" ")}</Key>}
          onClick={() => void save()}
        >
          {isIdle
            ? t(words.nothingChanged)
            : opened === undefined
              ? t(words.saveNew)
              : t(words.saveVersion, { version })}
        </Button>
        <Button onClick={giveUp}>{t(words.cancel)}</Button>
      </FootBar>
    </>
  );
}
