import { isConsentMissing } from './consent';

/** What Google throws is an `Exception`. */
const OWN = /^(Type|Range|Reference|Syntax)Error$/;

/** Whether something was thrown by a mistake of ours, which must not pass for a refusal of Google. */
export function isOwnMistake(thrown: unknown): boolean {
  return OWN.test(String((thrown as { readonly name?: unknown } | null)?.name));
}

/** Throws on what is no refusal of Google to do what was asked: our own mistakes, and a permission that is missing. */
export function passOn(thrown: unknown): void {
  if (isOwnMistake(thrown) || isConsentMissing(thrown)) throw thrown;
}
