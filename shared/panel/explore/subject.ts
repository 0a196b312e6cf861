import { readInput } from '../../cells/inputs';
import type { GridValue } from '../../enrich/sheet/cell-values';

/** What Explore shows. */
export type Subject =
  /** By domain or slug. */
  | { readonly is: 'company'; readonly identifier: string }
  | { readonly is: 'technology' | 'vendor' | 'category'; readonly name: string }
  | { readonly is: 'compare'; readonly identifier: string; readonly other: string }
  /** Companies by part of their name, or by what they use and where they are. */
  | { readonly is: 'search'; readonly query: string };

/** One text for each subject. */
export function keyOf(subject: Subject): string {
  return `${subject.is} ${nameOf(subject).toLowerCase()}`;
}

export function nameOf(subject: Subject): string {
  switch (subject.is) {
    case 'company':
      return subject.identifier;
    case 'compare':
      return `${subject.identifier} and ${subject.other}`;
    case 'search':
      return subject.query;
    case 'technology':
    case 'vendor':
    case 'category':
      return subject.name;
  }
}

/** The company that a cell names; `null`: none. A slug needs a dot-free word, which most cells hold: only domains count. */
export function companyOfCell(value: GridValue): string | null {
  const input = readInput(value);
  return input.is === 'company' && input.identifier.includes('.') ? input.identifier : null;
}

/** The company that was typed, by domain, address or email address; `null`: it is none. */
export function companyTyped(text: string): string | null {
  return companyOfCell(text);
}

/** The companies among what was opened, by domain or slug. */
export function companiesIn(subjects: readonly Subject[]): readonly string[] {
  return subjects.flatMap((each) => (each.is === 'company' ? [each.identifier] : []));
}

const MOST_RECENT = 8;

/** The latest first, each once. */
export function withRecent(recent: readonly Subject[], subject: Subject): readonly Subject[] {
  const others = recent.filter((each) => keyOf(each) !== keyOf(subject));
  return [subject, ...others].slice(0, MOST_RECENT);
}

/** What was saved by {@link withRecent}; what is damaged is left out. */
export function readRecent(text: string | null): readonly Subject[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.flatMap(readSubject).slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

function readSubject(value: unknown): readonly Subject[] {
  const { is, identifier, other, name, query } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (is === 'company' && isName(identifier)) return [{ is, identifier }];
  if (is === 'compare' && isName(identifier) && isName(other)) return [{ is, identifier, other }];
  if ((is === 'technology' || is === 'vendor' || is === 'category') && isName(name)) return [{ is, name }];
  if (is === 'search' && isName(query)) return [{ is, query }];
  return [];
}

const LONGEST_NAME = 253;

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}
