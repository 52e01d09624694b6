/**
 * @file Numbers, money, days and masks as the reader writes them. Pure: the day of
 * today is always handed in, and instants are told in China's time wherever the
 * computer stands, because days are counted there (shared/model/dates.ts).
 */
import * as dates from "../../shared/model/dates.ts";
import { formatNumber, minus } from "../../shared/model/numbers.ts";
import type { Language } from "../../shared/model/primitives.ts";

const million = 1_000_000;

/** `1,260`; negatives with U+2212. */
export function formatCount(count: number): string {
  return formatNumber(count);
}

/** `94%`: the share times one hundred, without decimals unless asked. Never a typed space. */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals, decimals)}%`;
}

/** `+3.2` or `−14.6`: gains and losses carry a sign instead of a colour. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * Money for the eye. Chinese: below 1万 in full, to 1亿 in 万, above in 亿. English: k, m, bn.
 *
 * @param fen 1/100 yuan
 * @param place `table` drops 元, because the column's head names the unit or 万 speaks for itself
 */
export function formatMoney(fen: number, language: Language, place: "text" | "table" = "text"): string {
  return language === "en" ? englishMoney(fen) : chineseMoney(fen, language, place === "table" ? "" : "元");
}

function chineseMoney(fen: number, language: Language, unit: string): string {
  const [wan, yi] = language === "zh-TW" ? ["萬", "億"] : ["万", "亿"];
  const yuan = Math.abs(fen) / 100;
  // The unit follows the rounded figure, so that 9,999.999万 reads 1.00亿 and not 10,000万.
  const inWan = Math.round(yuan / 100) / 100;
  const sign = fen < 0 ? minus : "";
  if (yuan < 10_000) return `${sign}${formatNumber(yuan, 2, Number.isInteger(yuan) ? 0 : 2)}${unit}`;
  if (inWan < 10_000) return `${sign}${formatNumber(inWan, 2)}${wan}${unit}`;
  return `${sign}${formatNumber(yuan / 100_000_000, 2, 2)}${yi}${unit}`;
}

function englishMoney(fen: number): string {
  const yuan = Math.abs(fen) / 100;
  const sign = fen < 0 ? minus : "";
  const inK = Math.round(yuan / 100) / 10;
  const inM = Math.round(yuan / 10_000) / 100;
  if (yuan < 10_000) return `${sign}¥${formatNumber(yuan, 2, Number.isInteger(yuan) ? 0 : 2)}`;
  if (inK < 1000) return `${sign}¥${formatNumber(inK, 1)}k`;
  if (inM < 1000) return `${sign}¥${formatNumber(inM, 2, 2)}m`;
  return `${sign}¥${formatNumber(yuan / (1000 * million), 2, 2)}bn`;
}

/** Money in full, yuan and fen, for contracts and proofs: `4,200,000.00元`. */
export function formatMoneyFull(fen: number, language: Language): string {
  const text = formatNumber(Math.abs(fen) / 100, 2, 2);
  const sign = fen < 0 ? minus : "";
  return language === "en" ? `${sign}¥${text}` : `${sign}${text}元`;
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = dates.daysBetween;

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  "zh-TW": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `iso` for tables across years and evidence; `short` for lists: `11-23` within the year of `today`. */
export function formatDay(day: string, style: "iso" | "short" = "iso", today = ""): string {
  return style === "short" && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** `11月23日 星期一`, `Mon, Nov 23`: for titles. */
export function formatDayTitle(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = weekdays[language][date.getUTCDay()] ?? "";
  const [month, number] = [date.getUTCMonth(), date.getUTCDate()];
  return language === "en" ? `${weekday}, ${months[month]} ${number}` : `${month + 1}月${number}日 ${weekday}`;
}

/** `11月`, or `2025年11月` outside the year of `today`; `Nov 2025`. */
export function formatMonth(day: string, language: Language, today: string): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const sameYear = year === today.slice(0, 4);
  if (language === "en") return sameYear ? (months[month - 1] ?? "") : `${months[month - 1]} ${year}`;
  return sameYear ? `${month}月` : `${year}年${month}月`;
}

const relative = {
  "zh-CN": {
    today: "今天",
    tomorrow: "明天",
    yesterday: "昨天",
    after: (n: number) => `${n}天后`,
    before: (n: number) => `${n}天前`,
  },
  "zh-TW": {
    today: "今天",
    tomorrow: "明天",
    yesterday: "昨天",
    after: (n: number) => `${n}天後`,
    before: (n: number) => `${n}天前`,
  },
  en: {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    after: (n: number) => `in ${n} days`,
    before: (n: number) => `${n} days ago`,
  },
} as const satisfies Record<Language, object>;

/** `今天`, `明天`, `7天后`, `3天前`; beyond 30 days the date itself. */
export function formatDayRelative(day: string, today: string, language: Language): string {
  const words = relative[language];
  const days = daysBetween(today, day);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  if (days > 30 || days < -30) return formatDay(day);
  return days > 0 ? words.after(days) : words.before(-days);
}

/** `2026-11-23 08:51`. */
export function formatInstant(instant: string | number): string {
  return dates.shanghaiMinute(instant);
}

/** The calendar day of an instant: `2026-11-23`. */
export function localDay(date: Date): string {
  return formatInstant(date.getTime()).slice(0, 10);
}

/** `09:41`. */
export function formatTime(instant: string | number): string {
  return formatInstant(instant).slice(11);
}

/** `今天 08:51`, `昨天 17:20`, then `3天前`, then the date. */
export function formatInstantRelative(instant: string, today: string, language: Language): string {
  const day = formatInstant(instant).slice(0, 10);
  const words = formatDayRelative(day, today, language);
  return Math.abs(daysBetween(today, day)) <= 1 ? `${words} ${formatTime(instant)}` : words;
}

/** `8分51秒`, `1小时5分`: how long something took. */
export function formatDuration(ms: number, language: Language): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const unit = { "zh-CN": ["小时", "分", "秒"], "zh-TW": ["小時", "分", "秒"], en: [" h", " min", " s"] }[language];
  const part = (value: number, index: number) => `${value}${unit[index] ?? ""}`;
  const between = language === "en" ? " " : "";
  if (hours > 0) return minutes > 0 ? part(hours, 0) + between + part(minutes, 1) : part(hours, 0);
  if (minutes > 0) return rest > 0 ? part(minutes, 1) + between + part(rest, 2) : part(minutes, 1);
  return part(rest, 2);
}

/** `48 KB`, `1.2 MB`; powers of 1,000, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const steps = ["KB", "MB", "GB", "TB"];
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), steps.length);
  const value = bytes / 1000 ** step;
  return `${formatNumber(value, value < 10 ? 1 : 0)} ${steps[step - 1]}`;
}

/** A mainland mobile number in its usual groups; anything else as it is. */
export function formatPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

/** `陆**`: the first character, then always two stars, so that length tells nothing. */
export function maskName(name: string): string {
  const first = [...name][0];
  return first === undefined ? "" : `${first}**`;
}

/** `138 **** 6027`. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return "****";
  return `${phone.slice(0, 3)} **** ${phone.slice(-4)}`;
}

/** Amounts vanish altogether: a magnitude tells as much as the figure. */
export function maskMoney(): string {
  return "***";
}

/** First three and last two characters of a document number. */
export function maskIdNumber(id: string): string {
  return id.length < 8 ? "******" : `${id.slice(0, 3)}******${id.slice(-2)}`;
}

/** Anything else that could tell who it is. */
export function maskText(text: string): string {
  return text === "" ? "" : "***";
}

/** `7c1e…a904`: enough of a hash to compare by eye; in the fixed-width face only. */
export function formatHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}
