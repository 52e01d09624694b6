/** @file The four classes of a match with their counts; choosing one narrows the list. */
import { type MatchClass, matchClasses } from "../../../shared/rules/match.ts";
import { Rail, type RailGroup } from "../../parts/Rail.tsx";
import { formatCount } from "../../text/format.ts";
import { match as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { MatchMark } from "./MatchMark.tsx";

interface ClassRailProps {
  readonly chosen: MatchClass | undefined;
  readonly counts: Readonly<Record<MatchClass, number>>;
  readonly onChoose: (chosen: MatchClass | undefined) => void;
  readonly more?: readonly RailGroup[];
}

export function ClassRail({ chosen, counts, onChoose, more = [] }: ClassRailProps) {
  const t = useT();
  const all = matchClasses.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Rail
      label={t(words.rail)}
      groups={[
        {
          key: "class",
          title: t(words.rail),
          choices: [
            {
              key: "all",
              label: t(words.all),
              count: formatCount(all),
              isChosen: chosen === undefined,
              onChoose: () => onChoose(undefined),
            },
            ...matchClasses.map((one) => ({
              key: one,
              label: <MatchMark of={one} />,
              count: formatCount(counts[one]),
              isChosen: chosen === one,
              onChoose: () => onChoose(one),
            })),
          ],
        },
        ...more,
      ]}
    />
  );
}
