/** @file Accessibility of the page as it stands, by axe: WCAG 2.2 A and AA. */
import { expect, type Frame, type Page } from "@playwright/test";
import axeCore from "axe-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expect no violation once nothing moves any more; each one found is named with its places. */
export async function axe(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await Promise.all(page.frames().map(violationsIn));
  expect(found.flat(), "axe violations").toEqual([]);
}

/** The same in the light and in the dark colour scheme; the page must follow the system's. */
export async function axeInBothSchemes(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await axe(page);
  }
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly at: readonly string[];
}

/**
 * The engine is put into a frame once and asked for violations alone. Listing all that
 * passed as well, in a page of its own, takes several times as long.
 */
async function violationsIn(frame: Frame): Promise<readonly Violation[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axeCore.source);
  return frame.evaluate(async (tags) => {
    const { axe: engine } = window as unknown as { axe: typeof axeCore };
    const runOnly = { type: "tag", values: tags } as const;
    const options = { resultTypes: ["violations" as const], iframes: false };
    const { violations } = await engine.run(document, { ...options, runOnly });
    const found: { id: string; help: string; at: string[] }[] = [];
    for (const { id, help, nodes } of violations) {
      const at: string[] = [];
      for (const { target } of nodes) {
        const place = target.join(" ");
        // What is half under the edge of a scrolling region is as large as it is once it is scrolled to.
        if (id === "target-size") {
          document.querySelector(place)?.scrollIntoView({ block: "center" });
          const again = await engine.run(place, { ...options, runOnly: { type: "rule" as const, values: [id] } });
          if (again.violations.length === 0) continue;
        }
        at.push(place);
      }
      if (at.length > 0) found.push({ id, help, at });
    }
    return found;
  }, standards);
}
