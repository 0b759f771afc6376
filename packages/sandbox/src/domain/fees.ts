/**
 * The sandbox's own fee for a capture, an example: 1.4 % of the amount, rounded half up to the minor unit, and 20 minor units.
 * It is not returned with a refund. 1000 costs 34.
 */
export function feeOf(amount: number): number {
  // In whole thousandths, so that no binary fraction decides how a half is rounded.
  return Math.floor((amount * 14 + 500) / 1000) + 20;
}
