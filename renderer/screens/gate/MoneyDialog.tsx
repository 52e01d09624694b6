/** @file Whether the money is in line with the client's finances: what the rule says, and the advisor's word. */
import { Button } from "@mantine/core";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "../../parts/Dialog.tsx";
import { formResolver } from "../../parts/form.ts";
import { RadioField } from "../../parts/RadioField.tsx";
import { formatPercent } from "../../text/format.ts";
import { moneyWords as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import type { LiveSale } from "./sale-view.ts";
import type { SaleInHand } from "./use-sale.ts";

interface MoneyDialogProps {
  readonly live: LiveSale;
  readonly sale: SaleInHand;
  readonly onClose: () => void;
}

const judgements = { in: false, out: true, rule: undefined } as const;
const Judged = z.object({ judgement: z.enum(["in", "out", "rule"]) });
type Judged = z.infer<typeof Judged>;

export function MoneyDialog({ live, sale, onClose }: MoneyDialogProps) {
  const t = useT();
  const { money } = live;
  const word = sale.draft.isMoneyOutOfLine;
  const { control, handleSubmit } = useForm<{ judgement: string }, unknown, Judged>({
    resolver: formResolver<{ judgement: string }, Judged>(Judged),
    defaultValues: {
      judgement: word === undefined ? (money.isOutOfLine === undefined ? "" : "rule") : word ? "out" : "in",
    },
  });
  const save = handleSubmit(({ judgement }) => {
    sale.change({ isMoneyOutOfLine: judgements[judgement] });
    onClose();
  });
  const options = [
    ...(money.isOutOfLine === undefined ? [] : [{ value: "rule", label: t(words.byRule) }]),
    { value: "in", label: t(words.in) },
    { value: "out", label: t(words.out) },
  ];
  return (
    <Dialog title={t(words.title)} onClose={onClose}>
      <form className={css["form"]} noValidate onSubmit={(event) => void save(event)}>
        <p className="sb-ink-2">{t(words.why)}</p>
        <p>{useHint(live)}</p>
        <RadioField control={control} name="judgement" label={t(words.judge)} options={options} />
        <div className="sb-row">
          <Button type="submit" variant="filled">
            {t(words.save)}
          </Button>
          <Button onClick={onClose}>{t(words.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useHint({ money }: LiveSale): string {
  const t = useT();
  const of = t(words[money.of]);
  if (money.isOutOfLine === undefined) return t(words.ruleUnknown, { of });
  if (money.percent === undefined) return t(words.ruleNothing, { of });
  const values = { of, percent: formatPercent(money.percent / 100, 1), limit: formatPercent(money.limit / 100) };
  return t(money.isOutOfLine ? words.ruleOut : words.ruleIn, values);
}
