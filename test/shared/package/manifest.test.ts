import { describe, expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { DeviceId } from "../../../shared/model/primitives.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import {
  noPreviousManifest,
  packageFileName,
  parseManifest,
  receiptFileName,
} from "../../../shared/package/manifest.ts";

const digest = "ab".repeat(32);
const common = {
  v: 1,
  packageId: "00112233445566778899aabbccddeeff",
  sender: {
    device: "4e7a19c2b0d566f1",
    actor: "lu",
    name: "陆文澜",
    role: "advisor",
    branch: "上海",
    recipient: `age1${"q".repeat(58)}`,
  },
  senderKeyId: digest,
  recipientKeyIds: [digest],
  createdAt: "2026-11-23T08:51:00.000Z",
};
const operations = {
  ...common,
  kind: "operations",
  stream: digest,
  seq: 1,
  prevManifestHash: noPreviousManifest,
  audit: { size: 7, root: "5".repeat(64), proof: ["6".repeat(64)] },
  hlc: "019aaf0000ff-0000-4e7a19c2b0d566f1",
  schema: 1,
  counts: { operations: 2, entities: { client: 1, contact: 1 } },
  files: [{ name: "ops.jsonl.gz", size: 10, sha256: digest, uncompressedSize: 20 }],
};
const answers = {
  packageId: common.packageId,
  stream: digest,
  seq: 1,
  manifestHash: digest,
  importedAt: common.createdAt,
  operations: 2,
  created: 2,
  updated: 0,
  same: 0,
};
const receipt = { ...common, kind: "receipt", answers };

function codeOf(text: string): string | undefined {
  try {
    parseManifest(text);
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : "not an AppError";
  }
}

describe("a manifest", () => {
  test("of either kind is read from its canonical text", () => {
    expect(parseManifest(canonicalText(operations))).toEqual(operations);
    expect(parseManifest(canonicalText(receipt))).toEqual(receipt);
  });

  test("in any other text is refused, whatever it says", () => {
    const text = canonicalText(operations);
    expect(codeOf(JSON.stringify(operations))).toBe("package-manifest");
    expect(codeOf(`${text}\n`)).toBe("package-manifest");
    expect(codeOf(text.replace('"seq":1', '"seq":1,"seq":2'))).toBe("package-manifest");
    expect(codeOf(text.replace('"seq":1', '"seq":NaN'))).toBe("package-manifest");
    expect(codeOf(text.replace('"seq":1', '"seq":1e0'))).toBe("package-manifest");
    expect(codeOf("null")).toBe("package-manifest");
    expect(codeOf("not json")).toBe("package-manifest");
  });

  test("with one field missing, odd or too many is refused", () => {
    for (const name of Object.keys(operations)) {
      const { [name as "v"]: _, ...rest } = operations;
      expect(codeOf(canonicalText(rest)), name).toBe("package-manifest");
    }
    const odd: Record<string, unknown>[] = [
      { ...operations, extra: 1 },
      { ...operations, seq: 0 },
      { ...operations, seq: 1.5 },
      { ...operations, packageId: "../../etc/passwd" },
      { ...operations, recipientKeyIds: [] },
      { ...operations, files: [] },
      { ...operations, files: [...operations.files, ...operations.files] },
      { ...operations, files: [{ ...operations.files[0], name: "../ops.jsonl.gz" }] },
      { ...operations, files: [{ ...operations.files[0], size: -1 }] },
      { ...operations, counts: { operations: 0, entities: {} } },
      { ...operations, counts: { operations: 1, entities: { password: 1 } } },
      { ...operations, sender: { ...operations.sender, device: "x" } },
      { ...operations, answers },
      { ...receipt, files: operations.files },
      { ...receipt, kind: "other" },
    ];
    for (const manifest of odd)
      expect(codeOf(canonicalText(manifest)), JSON.stringify(manifest)).toBe("package-manifest");
  });

  test("that poses as a prototype is refused", () => {
    const text = canonicalText(operations).replace('"v":1}', '"v":1,"x":{"__proto__":{"seq":7}}}');
    expect(codeOf(text)).toBe("package-manifest");
    const own = canonicalText(operations).replace('{"audit"', '{"__proto__":{"seq":7},"audit"');
    expect(codeOf(own)).toBe("package-manifest");
  });

  test("of a later version asks for a newer Suitbook instead of calling it damaged", () => {
    expect(codeOf(canonicalText({ ...operations, v: 2, kind: "branch" }))).toBe("package-newer");
    expect(codeOf(canonicalText({ ...operations, schema: 2 }))).toBe("package-newer");
  });
});

test("file names name the device and the number, and never a person", () => {
  const device = DeviceId.parse("4e7a19c2b0d566f1");
  expect(packageFileName(device, 5)).toBe("sb-4e7a19c2-0005.suitbook.age");
  expect(packageFileName(device, 12_345)).toBe("sb-4e7a19c2-12345.suitbook.age");
  expect(receiptFileName(device, 5)).toBe("sb-4e7a19c2-0005.receipt.suitbook.age");
});
