import { describe, expect, test } from "vitest";
import { isExport, isOwnResource, isOwnUrl, startUrl } from "../../../electron/shell/address.ts";

describe("a page is ours only under app://suitbook/", () => {
  test.each([startUrl, "app://suitbook/index.html", "app://suitbook/a/b.js?x#y", "APP://suitbook/"])("%s", (url) => {
    expect(isOwnUrl(url)).toBe(true);
  });

  test.each([
    "app://other/",
    "app://suitbook.evil/",
    "app://suitbook:80/",
    "app://user@suitbook/",
    "app://user:pass@suitbook/",
    "app:///suitbook/",
    "app:suitbook/",
    "app://evil/app://suitbook/",
    "https://suitbook/",
    "file:///suitbook/index.html",
    "javascript:void('app://suitbook/')",
    "about:blank",
    "data:text/html,app://suitbook/",
    "",
    "app://",
  ])("not %s", (url) => {
    expect(isOwnUrl(url)).toBe(false);
  });
});

test("the page may load its own files and the bytes it made, and nothing from elsewhere", () => {
  expect(
    ["app://suitbook/a.js", "blob:app://suitbook/3f-1", "data:image/png;base64,AA=="].filter(
      (url) => !isOwnResource(url),
    ),
  ).toEqual([]);
  expect(
    [
      "https://example.com/",
      "http://127.0.0.1:1/",
      "ws://example.com/",
      "file:///etc/passwd",
      "blob:https://x/1",
      "ftp://x/",
    ].filter(isOwnResource),
  ).toEqual([]);
});

test("a file leaves as an attachment that is exported or as the list of products, and as nothing else", () => {
  const id = "0".repeat(32);
  const mayLeave = [`stream/attachment/${id}?export=1`, "stream/shelf?content=shelf&language=en"];
  const mayNot = [`stream/attachment/${id}`, "stream/book", "stream/shelf/x", "index.html"];
  expect(mayLeave.filter((path) => !isExport(startUrl + path))).toEqual([]);
  expect(mayNot.filter((path) => isExport(startUrl + path))).toEqual([]);
  expect(isExport("https://example.com/stream/shelf")).toBe(false);
});
