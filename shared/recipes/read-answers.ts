import { readCountry } from '../cells/countries';
import { readCompanies } from '../cells/companies-in-text';
import { readNameList } from '../cells/inputs';
import type { Answers, Question, Recipe } from './recipe';

/** Typed answers by question. */
export type TypedAnswers = Readonly<Record<string, string>>;

/** Why an answer cannot be used. */
export type AnswerProblem =
  | { readonly is: 'tooMany'; readonly count: number; readonly most: number }
  | { readonly is: 'tooGreat'; readonly most: number }
  | { readonly is: 'notCompany' | 'notDay' | 'notNumber' | 'notOne' }
  | { readonly is: 'notCountry'; readonly nearest: readonly string[] };

export type AnswersRead =
  | { readonly is: 'ready'; readonly answers: Answers }
  /** Some are still blank. */
  | { readonly is: 'open' }
  /** By question. */
  | { readonly is: 'refused'; readonly problems: ReadonlyMap<string, AnswerProblem> };

/** Reads what was typed; blank answers have their usual value. */
export function readAnswers({ questions }: Pick<Recipe, 'questions'>, typed: TypedAnswers): AnswersRead {
  const lists = new Map<string, readonly string[]>();
  const problems = new Map<string, AnswerProblem>();
  let isOpen = false;
  for (const question of questions) {
    const own = (typed[question.id] ?? '').trim();
    const text = own === '' ? (question.usual ?? '') : own;
    const read = text === '' ? [] : readAnswer(question, text);
    if ('is' in read) problems.set(question.id, read);
    else lists.set(question.id, read);
    isOpen ||= text === '' && question.usual === undefined;
  }
  if (problems.size > 0) return { is: 'refused', problems };
  if (isOpen) return { is: 'open' };
  const list = (id: string): readonly string[] => lists.get(id) ?? [];
  const text = (id: string): string => list(id)[0] ?? '';
  return { is: 'ready', answers: { list, text, number: (id) => Number(text(id)) } };
}

function readAnswer({ takes, most }: Question, text: string): readonly string[] | AnswerProblem {
  switch (takes) {
    case 'companies':
      return within(most, readCompanies(text).companies, { is: 'notCompany' });
    case 'company': {
      const { companies } = readCompanies(text);
      return companies.length > 1 ? { is: 'notOne' } : within(most, companies, { is: 'notCompany' });
    }
    case 'companyNames':
      return within(most, withoutRepeats(text.split(/[\r\n\t;]+/)), { is: 'notCompany' });
    case 'technologies':
    case 'categories':
      return within(most, withoutRepeats(readNameList(text)), { is: 'notOne' });
    case 'technology':
      return text.includes(',') ? { is: 'notOne' } : [text];
    case 'country': {
      const country = readCountry(text);
      if (country.is === 'country') return [country.name];
      // Trace may still know it.
      return country.is === 'misspelt' ? { is: 'notCountry', nearest: country.nearest } : [text];
    }
    case 'day':
      return isDay(text) ? [text] : { is: 'notDay' };
    case 'number': {
      const number = Number(text.replace(/,(?=\d{3}\b)/g, ''));
      if (!(number > 0)) return { is: 'notNumber' };
      return number > most ? { is: 'tooGreat', most } : [String(number)];
    }
  }
}

function within(most: number, items: readonly string[], ifNone: AnswerProblem): readonly string[] | AnswerProblem {
  if (items.length === 0) return ifNone;
  return items.length > most ? { is: 'tooMany', count: items.length, most } : items;
}

function withoutRepeats(items: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const item of items.map((each) => each.trim())) {
    if (item !== '' && !known.has(item.toLowerCase())) known.set(item.toLowerCase(), item);
  }
  return [...known.values()];
}

/** Such as `2026-01-31`, and a day of the calendar. */
function isDay(text: string): boolean {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}
