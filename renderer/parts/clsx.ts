/** @file Joins the class names that hold. */

export function clsx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
