/** @file Marks say the same by shape and by word. Drawn to text, a store shows the state it began with: 简体, mask off. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ErrorNote } from "../../../renderer/parts/ErrorNote.tsx";
import { GradeMark } from "../../../renderer/parts/GradeMark.tsx";
import { Icon, iconNames } from "../../../renderer/parts/Icon.tsx";
import { LevelMark } from "../../../renderer/parts/LevelMark.tsx";
import { Masked } from "../../../renderer/parts/Masked.tsx";
import { type GateOutcome, OutcomeMark } from "../../../renderer/parts/OutcomeMark.tsx";
import { PackageMark, type PackageState } from "../../../renderer/parts/PackageMark.tsx";
import { RowMark } from "../../../renderer/parts/RowMark.tsx";
import { TierMark } from "../../../renderer/parts/TierMark.tsx";
import { Validity } from "../../../renderer/parts/Validity.tsx";
import { parts } from "../../../renderer/text/parts.ts";
import { AppError } from "../../../shared/errors.ts";
import { addDays, shanghaiDay } from "../../../shared/model/dates.ts";

const html = (node: ReactNode) => renderToStaticMarkup(node);
/** What a reader sees or hears, tags aside. */
const words = (node: ReactNode) =>
  html(node)
    .replace(/<[^>]*>/g, "")
    .trim();
const count = (text: string, part: string) => text.split(part).length - 1;
const today = shanghaiDay(Date.now());

describe("a level", () => {
  it.each([
    ["C1", 1, "C1 保守型"],
    ["C3", 3, "C3 稳健型"],
    ["C5", 5, "C5 积极型"],
  ] as const)("%s fills %d of five bars and reads %s", (level, filled, text) => {
    const markup = html(<LevelMark level={level} withName />);
    expect(count(markup, "<rect")).toBe(5);
    expect(count(markup, 'class="on"') + count(markup, "_on_")).toBe(filled);
    expect(words(<LevelMark level={level} withName />)).toBe(text);
  });

  it("of the lowest class carries an octagon and its word", () => {
    expect(html(<LevelMark level="C1_LOWEST" />)).toContain("<svg");
    expect(words(<LevelMark level="C1_LOWEST" />)).toBe("C1最低类别");
    expect(words(<LevelMark level="C1_LOWEST" withName />)).toBe("C1 最低类别");
  });

  it("that is not there is said in words", () => {
    expect(words(<LevelMark level={undefined} />)).toBe("未测评");
  });
});

describe("a grade, a tier, a row and a package", () => {
  it("have their words beside them", () => {
    expect(words(<GradeMark grade="R4" withName />)).toBe("R4 中高");
    expect(words(<TierMark tier="vip" />)).toBe("VIP");
    expect(words(<TierMark tier="active" iconOnly />)).toBe("活跃");
    expect(words(<RowMark outcome="update" />)).toBe("更新");
  });

  it("differ by outline, not by colour alone", () => {
    const states = Object.keys(parts.package) as PackageState[];
    const outlines = states.map((state) => /<svg[^>]*>(.*)<\/svg>/.exec(html(<PackageMark state={state} />))?.[1]);
    expect(new Set(outlines).size).toBe(states.length);
    const outcomes = Object.keys(parts.gate) as GateOutcome[];
    const shapes = outcomes.map(
      (outcome) => /<svg[^>]*>(.*)<\/svg>/.exec(html(<OutcomeMark outcome={outcome} />))?.[1],
    );
    expect(new Set(shapes).size).toBe(outcomes.length);
  });
});

describe("the validity of an assessment", () => {
  it.each([
    [addDays(today, 31), addDays(today, 31)],
    [addDays(today, 30), "30天后到期"],
    [addDays(today, 7), "7天后到期"],
    [today, "今天到期"],
    [addDays(today, -1), "过期1天"],
    [addDays(today, -14), "过期14天"],
  ])("until %s reads %s", (until, text) => {
    expect(words(<Validity until={until} />)).toBe(text);
  });

  it("is drawn as a bar where the start is known", () => {
    expect(words(<Validity from={addDays(today, -100)} until={addDays(today, 100)} />)).toBe(
      `有效至 ${addDays(today, 100)}剩100天`,
    );
    expect(html(<Validity from={addDays(today, -100)} until={addDays(today, 100)} />)).toContain("width:50%");
  });
});

describe("a masked value", () => {
  it("is shown as it is read while the mask is off", () => {
    expect(words(<Masked kind="name" value="陆文澜" />)).toBe("陆文澜");
    expect(words(<Masked kind="phone" value="13800006027" />)).toBe("138 0000 6027");
    expect(words(<Masked kind="money" value={420_000_000} />)).toBe("420万元");
    expect(words(<Masked kind="money" value={420_000_000} place="table" />)).toBe("420万");
  });

  it("is hidden by its kind", () => {
    expect(words(<Masked kind="name" value="陆文澜" always />)).toBe("陆**");
    expect(words(<Masked kind="phone" value="13800006027" always />)).toBe("138 **** 6027");
    expect(words(<Masked kind="money" value={420_000_000} always />)).toBe("***");
    expect(words(<Masked kind="id" value="430102198003180021" always />)).toBe("430******21");
    expect(words(<Masked kind="text" value="滨江区" always />)).toBe("***");
  });

  it("that is not there says so", () => {
    expect(words(<Masked kind="money" value={undefined} />)).toBe("未填");
  });
});

describe("an error", () => {
  it("says what broke, what was kept, what to do, and its code last", () => {
    const text = words(<ErrorNote error={new AppError("package-duplicate", { seq: 151 })} />);
    expect(text).toBe("第151号同步包已经导入过内容都在，没有重复写入。不需要再做什么。错误代码 package-duplicate");
  });

  it("of an unforeseen kind shows nothing of what was thrown", () => {
    const text = words(<ErrorNote error={new Error("/home/zhou/secret.key")} />);
    expect(text).toContain("没有料到");
    expect(text).not.toContain("secret");
  });
});

it("every icon is drawn and none speaks", () => {
  for (const name of iconNames) {
    const markup = html(<Icon name={name} />);
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).toMatch(/<(path|circle|rect)/);
  }
});
