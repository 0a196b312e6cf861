import { readCount, readObject, readText } from '../../client/json';
import type { Choice } from './column-spec';
import { withTitle } from './own-title';

/** A column from a preset or a record. `null`: damaged, or of a later version. */
export function readChoice(value: unknown): Choice | null {
  const given = readObject(value);
  const choice = given === null ? null : readAnswers(given);
  const title = readText(given?.['title']);
  return choice === null || title === null ? choice : withTitle(choice, title);
}

function readAnswers(choice: Readonly<Record<string, unknown>>): Choice | null {
  const text = (name: string): string | null => readText(choice[name]);
  const field = text('field');
  switch (choice['adds']) {
    case 'company':
      return field === null ? null : { adds: 'company', field };
    case 'technologies':
      return field === null ? null : { adds: 'technologies', field, category: text('category') };
    case 'partners':
      return field === null ? null : { adds: 'partners', field, type: text('type'), ...readTop(choice['top']) };
    case 'hasTechnology': {
      const technology = text('technology');
      return technology === null ? null : { adds: 'hasTechnology', technology };
    }
    case 'sharedPartners': {
      const company = text('company');
      if (company === null || (field !== 'name' && field !== 'count')) return null;
      return { adds: 'sharedPartners', company, field };
    }
    case 'status':
      return { adds: 'status' };
    default:
      return null;
  }
}

function readTop(value: unknown): { readonly top?: number } {
  const top = readCount(value);
  return top === null || top === 0 ? {} : { top };
}
