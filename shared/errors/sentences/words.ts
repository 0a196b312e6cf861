import { maskKeysIn } from '../mask-keys';
import type { ErrorFacts } from '../codes';

/** The sentences for a group of errors. */
export type Sentences<Group> = { readonly [C in keyof Group & keyof ErrorFacts]: (facts: ErrorFacts[C]) => string };

/** A longer quotation from a cell would push the advice out of sight. */
const QUOTE_LENGTH = 60;
/** The most characters of a host's own message in a sentence. */
const HOST_WORDS_LENGTH = 120;

/** A short quotation without keys, which users sometimes paste into the wrong cell. */
export function cut(quoted: string): string {
  // Cut by code points: an emoji has two units, and half of one shows as a box.
  return maskKeysIn(quoted).replace(/^(.{59}).{2,}/su, '$1…');
}

/** Without the final period. The rest of a host's message is advice for another program. */
export function firstSentence(text: string): string {
  return (text.split('. ')[0] ?? '').replace(/\.+$/, '');
}

export function quote(text: string): string {
  return `"${cut(text)}"`;
}

/** A company's name has letters, and no dot inside a word. */
export function isCompanyName(input: string): boolean {
  return /\p{L}{2}/u.test(input) && !/[.,/:=@][^\s.]|\.\./.test(input) && input.length <= QUOTE_LENGTH;
}

/** A search shows three companies, at a credit each. */
export function domainAdvice(input: string): string {
  if (!isCompanyName(input)) return "Use the company's domain, such as stripe.com.";
  return `=TRACE_SEARCH(${quote(input.replace(/"/g, ''))},,"top=3") finds its domain for up to 3 credits.`;
}

/** An argument as a user thinks of it: `domain_b` is the second company. */
export function nameParameter(name: string): string {
  const [, side] = /_([ab])$/.exec(name) ?? [];
  if (side === undefined) return `${name} argument`;
  return side === 'a' ? 'first company' : 'second company';
}

export function suggest(nearest: readonly string[]): string {
  return nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}? ` : '';
}

/** Says what is unknown, with the names that may have been meant, or else where to find them. */
export function unknownName(what: string, nearest: readonly string[], advice: string): string {
  return nearest.length > 0 ? `${what} Did you mean ${oneOf(nearest.map(cut))}?` : `${what} ${advice}`;
}

export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** A host's own message, without the final period. */
export function short(message: string): string {
  return maskKeysIn(message)
    .replace(/[.\s]+$/, '')
    .slice(0, HOST_WORDS_LENGTH);
}
