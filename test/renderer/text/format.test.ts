/** @file Numbers, money, days and masks as tables of cases, in three languages. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as format from "../../../renderer/text/format.ts";
import { parseMoney } from "../../../shared/model/typed.ts";

const yuan = (amount: number) => Math.round(amount * 100);

describe("money", () => {
  it.each([
    // yuan, 简体, 繁體, English
    [0, "0元", "0元", "¥0"],
    [0.5, "0.50元", "0.50元", "¥0.50"],
    [8250, "8,250元", "8,250元", "¥8,250"],
    [9999.99, "9,999.99元", "9,999.99元", "¥9,999.99"],
    [10_000, "1万元", "1萬元", "¥10k"],
    [82_500, "8.25万元", "8.25萬元", "¥82.5k"],
    [620_000, "62万元", "62萬元", "¥620k"],
    [4_200_000, "420万元", "420萬元", "¥4.20m"],
    [12_600_000, "1,260万元", "1,260萬元", "¥12.60m"],
    [99_999_999.99, "1.00亿元", "1.00億元", "¥100.00m"],
    [286_000_000, "2.86亿元", "2.86億元", "¥286.00m"],
    [845_000_000, "8.45亿元", "8.45億元", "¥845.00m"],
    [1_234_000_000, "12.34亿元", "12.34億元", "¥1.23bn"],
    [-4_200_000, "\u2212420万元", "\u2212420萬元", "\u2212¥4.20m"],
  ])("%d yuan reads %s, %s, %s", (amount, simplified, traditional, english) => {
    expect(format.formatMoney(yuan(amount), "zh-CN")).toBe(simplified);
    expect(format.formatMoney(yuan(amount), "zh-TW")).toBe(traditional);
    expect(format.formatMoney(yuan(amount), "en")).toBe(english);
  });

  it("drops 元 in tables", () => {
    expect(format.formatMoney(yuan(4_200_000), "zh-CN", "table")).toBe("420万");
    expect(format.formatMoney(yuan(8250), "zh-CN", "table")).toBe("8,250");
  });

  it("is printed in full, yuan and fen, on contracts", () => {
    expect(format.formatMoneyFull(420_000_050, "zh-CN")).toBe("4,200,000.50元");
    expect(format.formatMoneyFull(420_000_000, "en")).toBe("¥4,200,000.00");
  });

  it("in full reads back as the same amount, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
        expect(parseMoney(format.formatMoneyFull(fen, "zh-CN"))).toBe(fen);
      }),
    );
  });
});

describe("counts and shares", () => {
  it("group by thousands and use the true minus", () => {
    expect(format.formatCount(1260)).toBe("1,260");
    expect(format.formatCount(-3)).toBe("\u22123");
    expect(format.formatCount(-0.2)).toBe("0");
  });

  it("carry a sign for gains and losses", () => {
    expect(format.formatSigned(3.25, 1)).toBe("+3.3");
    expect(format.formatSigned(-14.6, 1)).toBe("\u221214.6");
    expect(format.formatSigned(0, 1)).toBe("0.0");
    expect(format.formatSigned(0.001, 1)).toBe("0.0");
  });

  it("give percent without a space", () => {
    expect(format.formatPercent(0.94)).toBe("94%");
    expect(format.formatPercent(0.105, 1)).toBe("10.5%");
  });
});

describe("days", () => {
  const today = "2026-11-23";

  it.each([
    ["2026-11-23", "今天", "今天", "today"],
    ["2026-11-24", "明天", "明天", "tomorrow"],
    ["2026-11-22", "昨天", "昨天", "yesterday"],
    ["2026-11-30", "7天后", "7天後", "in 7 days"],
    ["2026-11-20", "3天前", "3天前", "3 days ago"],
    ["2026-12-23", "30天后", "30天後", "in 30 days"],
    ["2026-12-24", "2026-12-24", "2026-12-24", "2026-12-24"],
    ["2025-11-23", "2025-11-23", "2025-11-23", "2025-11-23"],
  ])("%s is %s, %s, %s", (day, simplified, traditional, english) => {
    expect(format.formatDayRelative(day, today, "zh-CN")).toBe(simplified);
    expect(format.formatDayRelative(day, today, "zh-TW")).toBe(traditional);
    expect(format.formatDayRelative(day, today, "en")).toBe(english);
  });

  it("leave the year out within the current one", () => {
    expect(format.formatDay("2026-11-18", "short", today)).toBe("11-18");
    expect(format.formatDay("2027-01-09", "short", today)).toBe("2027-01-09");
    expect(format.formatDay("2026-11-18")).toBe("2026-11-18");
  });

  it("have their weekday in titles", () => {
    expect(format.formatDayTitle(today, "zh-CN")).toBe("11月23日 星期一");
    expect(format.formatDayTitle(today, "en")).toBe("Mon, Nov 23");
  });

  it("head months, with the year when it is another", () => {
    expect(format.formatMonth("2026-08-11", "zh-CN", today)).toBe("8月");
    expect(format.formatMonth("2025-08-11", "zh-TW", today)).toBe("2025年8月");
    expect(format.formatMonth("2025-08-11", "en", today)).toBe("Aug 2025");
  });

  it("and times are told in China, wherever the computer stands", () => {
    expect(format.formatInstant("2026-11-22T16:30:00.000Z")).toBe("2026-11-23 00:30");
    expect(format.formatTime("2026-11-23T01:41:00.000Z")).toBe("09:41");
    expect(format.formatInstantRelative("2026-11-22T16:30:00.000Z", today, "zh-CN")).toBe("今天 00:30");
    expect(format.formatInstantRelative("2026-11-22T09:20:00.000Z", today, "zh-CN")).toBe("昨天 17:20");
    expect(format.formatInstantRelative("2026-11-19T09:20:00.000Z", today, "zh-CN")).toBe("4天前");
  });
});

describe("lengths and sizes", () => {
  it.each([
    [51_000, "51秒", "51 s"],
    [531_000, "8分51秒", "8 min 51 s"],
    [600_000, "10分", "10 min"],
    [3_900_000, "1小时5分", "1 h 5 min"],
  ])("%d ms is %s, %s", (ms, simplified, english) => {
    expect(format.formatDuration(ms, "zh-CN")).toBe(simplified);
    expect(format.formatDuration(ms, "en")).toBe(english);
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1 KB"],
    [48_210, "48 KB"],
    [1_234_567, "1.2 MB"],
    [5_000_000_000, "5 GB"],
  ])("%d bytes is %s", (bytes, text) => {
    expect(format.formatBytes(bytes)).toBe(text);
  });
});

describe("the privacy mask", () => {
  it("keeps the first character of a name and nothing of its length", () => {
    expect(format.maskName("陆文澜")).toBe("陆**");
    expect(format.maskName("欧阳修远")).toBe("欧**");
    expect(format.maskName("𠮷田")).toBe("𠮷**");
    expect(format.maskName("")).toBe("");
  });

  it("keeps the ends of a phone number only where enough stays hidden", () => {
    expect(format.maskPhone("13800006027")).toBe("138 **** 6027");
    expect(format.maskPhone("95588")).toBe("****");
    expect(format.formatPhone("13800006027")).toBe("138 0000 6027");
    expect(format.formatPhone("+85261234567")).toBe("+85261234567");
  });

  it("hides an amount altogether", () => {
    expect(format.maskMoney()).toBe("***");
  });

  it("shows of a document number what tells two apart, not whose it is", () => {
    expect(format.maskIdNumber("430102198003180021")).toBe("430******21");
    expect(format.maskIdNumber("A1234")).toBe("******");
  });
});
