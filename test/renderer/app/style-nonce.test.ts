/** @file The one hole in Trusted Types lets CSS through and nothing that could be markup. */
import { expect, it } from "vitest";
import { styleText } from "../../../renderer/app/style-nonce.ts";

it("style text passes as it is", () => {
  expect(styleText(":root{--sb-ink:#15191d}")).toBe(":root{--sb-ink:#15191d}");
});

it.each(["<img src=x onerror=alert(1)>", ":root{} </style><script>alert(1)</script>"])(
  "markup is refused: %s",
  (text) => {
    expect(() => styleText(text)).toThrow(TypeError);
  },
);
