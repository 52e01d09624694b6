/** @file Our icons. Always beside a word, or inside a button that has a name. */
import { drawings } from "./drawings.tsx";

export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings) as readonly IconName[];

/** Decoration only: screen readers hear the word beside it. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className === undefined ? "sb-icon" : `sb-icon ${className}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
