import { CHARGE_OF_COMPANY } from './charges';

/**
 * The most credits that a formula costs, where saved answers are free; `null`: only known after paying.
 *
 * @param companies lookups of companies without a saved answer
 * @param others the other lookups without one that cost something: only their answers say how much
 * @param most the price if nothing were saved; `null`: only known after paying
 */
export function priceOfUnsaved(
  { companies, others }: { readonly companies: number; readonly others: number },
  most: number | null,
): number | null {
  if (others > 0) return most;
  const credits = companies * CHARGE_OF_COMPANY;
  return most === null ? credits : Math.min(credits, most);
}
