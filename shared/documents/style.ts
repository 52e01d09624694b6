/** @file How a document looks on A4, see the print chapter of the design: black only, its head and foot on every page. */
import type { Language } from "../model/primitives.ts";
import type { DrawnDocument } from "./document.ts";

interface Faces {
  /** Song, for reading; what Latin fonts would draw narrow is the Han font's. */
  readonly text: string;
  /** Hei, for headings. */
  readonly head: string;
  /** The number before a section's heading. */
  readonly number: string;
}

const latin = `"Times New Roman", Tinos, "Liberation Serif"`;
const song = {
  "zh-CN": `"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun`,
  "zh-TW": `"Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", PMingLiU`,
} as const;
const hei = {
  "zh-CN": `"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", SimHei`,
  "zh-TW": `"Source Han Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei"`,
} as const;

const faces: Readonly<Record<Language, Faces>> = {
  "zh-CN": {
    text: `"Han Marks", ${latin}, ${song["zh-CN"]}, serif`,
    head: `${hei["zh-CN"]}, sans-serif`,
    number: `counter(section, simp-chinese-informal) "\\3001"`,
  },
  "zh-TW": {
    text: `"Han Marks", ${latin}, ${song["zh-TW"]}, serif`,
    head: `${hei["zh-TW"]}, sans-serif`,
    number: `counter(section, trad-chinese-informal) "\\3001"`,
  },
  // Chinese names stand in English documents too.
  en: {
    text: `${latin}, ${song["zh-CN"]}, serif`,
    head: `"Helvetica Neue", Arial, "Liberation Sans", ${hei["zh-CN"]}, sans-serif`,
    number: `counter(section) ". "`,
  },
};

/** Marks that Latin and Han share are drawn by the Han font, as on the screens. */
function hanMarks(language: Language): string {
  if (language === "en") return "";
  const places = song[language].split(", ").map((name) => `local(${name})`);
  return `@font-face { font-family: "Han Marks"; src: ${places.join(", ")}; unicode-range: U+2014, U+2018-2019, U+201C-201D, U+2026; }`;
}

/** CSS without any "<": it may stand in a style element as it is. */
export function sheetStyle({ origin, title, institution, version, clientNo, page, evidence }: DrawnDocument): string {
  const { text, head, number } = faces[origin.language];
  return `${hanMarks(origin.language)}
@page {
  size: A4;
  margin: 20mm 18mm 22mm 24mm;
  @top-left { content: ${cssText(institution)}; ${edge("left")} }
  @top-center { content: ${cssText(title)}; ${edge("center")} }
  @top-right { content: ${cssText(version)}; ${edge("right")} }
  @bottom-left { content: ${cssText(clientNo)}; ${edge("left")} }
  @bottom-center { content: ${pageCount(page)}; ${edge("center")} }
  @bottom-right { content: ${cssText(evidence)}; ${edge("right")} }
}
${base(text, head, number)}`;

  function edge(align: string): string {
    return `font: 8.5pt/1.4 ${text}; color: #000; text-align: ${align}; vertical-align: middle;`;
  }
}

function base(text: string, head: string, number: string): string {
  return `* { box-sizing: border-box; margin: 0; padding: 0; }
:root { color-scheme: only light; }
body {
  font: 10.5pt/1.7 ${text};
  color: #000;
  background: #fff;
  text-autospace: normal;
  text-spacing-trim: trim-start;
  font-variant-numeric: lining-nums;
  line-break: strict;
  overflow-wrap: anywhere;
  print-color-adjust: exact;
  counter-reset: section;
}
h1 { font: 700 16pt/1.5 ${head}; text-align: center; margin-bottom: 4mm; }
h2 { font: 700 14pt/1.5 ${head}; margin: 5mm 0 2mm; break-after: avoid; counter-increment: section; }
h2::before { content: ${number}; }
p { text-wrap: pretty; }
section > * + * { margin-top: 2mm; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); border-top: 0.5pt solid #000; }
dt, dd { padding: 1mm 0; border-bottom: 0.5pt solid #000; break-inside: avoid; }
dt { padding-right: 6mm; }
dd > span { white-space: nowrap; }
dd > span:only-child { white-space: pre-line; }
ol { padding-left: 7mm; }
li { padding-left: 1mm; margin-top: 1mm; orphans: 2; widows: 2; }
.source { font-size: 8.5pt; margin-left: 0.5em; word-break: keep-all; }
.basis { font-size: 8.5pt; line-height: 1.5; border-top: 0.5pt solid #000; padding-top: 1mm; margin-top: 4mm; break-inside: avoid; }
.note { border: 1pt solid #000; padding: 2mm 3mm; break-inside: avoid; }
.hint { font: 700 10.5pt/1.7 ${head}; break-after: avoid; }
.point { display: grid; grid-template-columns: 7mm minmax(0, 1fr); margin-top: 1.5mm; break-inside: avoid; }
.point .box { width: 4mm; height: 4mm; margin-top: 1mm; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font: 700 9.5pt/1.6 ${head}; text-align: left; border-block: 1pt solid #000; }
td { border-bottom: 0.5pt solid #000; }
th, td { padding: 1mm 3mm 1mm 0; vertical-align: top; }
.number { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
.mark { height: 10pt; width: 17pt; margin-right: 1.5mm; vertical-align: -0.5pt; }
.mark.wide { width: 28pt; vertical-align: -1.5pt; }
section > .sign { break-inside: avoid; margin-top: 4mm; }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 3mm; }
.signature { display: grid; grid-template-rows: auto 25mm; align-content: start; }
.line { border-bottom: 0.5pt solid #000; display: grid; align-items: end; overflow: hidden; padding-bottom: 1mm; }
.line img { max-width: 100%; max-height: 23mm; }
.date { padding-top: 1mm; }
.day { display: inline-block; min-width: 35mm; margin-left: 2mm; }
.how { font-size: 8pt; line-height: 1.5; }
.hash { white-space: nowrap; font: 8pt/1.6 "Cascadia Mono", "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
.signature .hash { font-size: 5.8pt; }
`;
}

/** `第`, the page's number, and so on, as a value of \`content\`. */
function pageCount(page: string): string {
  const parts = page.split(/(\{pages?\})/).map((part) => {
    if (part === "{page}") return "counter(page)";
    return part === "{pages}" ? "counter(pages)" : cssText(part);
  });
  return parts.join(" ");
}

/** Any text as a CSS string. All that is not a letter or a digit is written as its number. */
export function cssText(text: string): string {
  const escaped = Array.from(text.toWellFormed().replaceAll("\0", "\uFFFD"), (sign) =>
    /[\p{L}\p{N}]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join("")}"`;
}
