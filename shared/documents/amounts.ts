/** @file How documents print amounts: full yuan and fen. Pure. */

export function yuanOf(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${String(fen % 100).padStart(2, "0")}`;
}
