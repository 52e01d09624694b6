import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachmentLimits, attachmentTypes } from "../../../shared/model/attachment.ts";
import { safeFileName } from "../../../shared/model/file-name.ts";

describe("a file's name", () => {
  test.each([
    ["合同 2026.pdf", "合同 2026.pdf"],
    ["Scan.PDF", "Scan.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\x\\证件.pdf", "证件.pdf"],
    ["CON", "_CON.pdf"],
    ["con.txt", "_con.txt.pdf"],
    ["COM1.pdf", "_COM1.pdf"],
    ["CONTRACT.pdf", "CONTRACT.pdf"],
    ["bill\u202Efdp.exe", "billfdp.exe.pdf"],
    ["a\u0000b\nc\u200B.pdf", "abc.pdf"],
    ["a\u2028b.pdf", "ab.pdf"],
    ["name. . .", "name.pdf"],
    ["name .pdf", "name.pdf"],
    [".hidden", "hidden.pdf"],
    [".pdf", "pdf.pdf"],
    ["nul .txt", "_nul .txt.pdf"],
    ['a<b>:"|?*.pdf', "a_b______.pdf"],
    ["invoice.jpg", "invoice.jpg.pdf"],
    [`${"长".repeat(300)}.pdf`, `${"长".repeat(116)}.pdf`],
    [`${"😀".repeat(60)}.pdf`, `${"😀".repeat(58)}.pdf`],
  ])("%j is kept as %j", (raw, expected) => {
    expect(safeFileName(raw, "application/pdf")).toBe(expected);
  });

  test.each(["", ".", "..", "/", "a/", "\u202E\u200B", " . "])("of %j nothing is left", (raw) => {
    expect(() => safeFileName(raw, "application/pdf")).toThrow("attachment-name");
  });

  test("whatever it was, can be saved on every system, and what is safe stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...attachmentTypes), (raw, type) => {
        let name: string;
        try {
          name = safeFileName(raw, type);
        } catch {
          return;
        }
        expect(name.length).toBeLessThanOrEqual(attachmentLimits.nameChars);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]|^[\s.]|[\s.]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safeFileName(name, type)).toBe(name);
      }),
    );
  });
});
