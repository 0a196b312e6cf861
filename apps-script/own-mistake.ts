import { isConsentMissing } from './consent';

/** Google's own errors are `Exception`s. */
const OWN = /^(Type|Range|Reference|Syntax)Error$/;

/** Whether an error is a bug of ours, which must not be taken for a refusal by Google. */
export function isOwnMistake(thrown: unknown): boolean {
  return OWN.test(String((thrown as { readonly name?: unknown } | null)?.name));
}

/** Rethrows anything that is not a refusal by Google: our own bugs, and a missing permission. */
export function passOn(thrown: unknown): void {
  if (isOwnMistake(thrown) || isConsentMissing(thrown)) throw thrown;
}
