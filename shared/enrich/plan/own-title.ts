import { textStart } from '../../text-start';
import { plainTitleOf, type Choice } from './column-spec';

/** In UTF-16 units. Longer ones would fill a column's title with what belongs in a note. */
export const MAX_TITLE_LENGTH = 100;

/** The choice under a title of a person's own. Spaces are tidied; a blank title, or the plain one, is none of their own. */
export function withTitle(choice: Choice, typed: string): Choice {
  const { title: before, ...plain } = choice;
  const title = textStart(typed.replace(/\s+/g, ' ').trim(), MAX_TITLE_LENGTH).trim();
  if (title === before) return choice;
  return title === '' || title === plainTitleOf(plain) ? plain : { ...plain, title };
}
