import { textStart } from '../../text-start';
import { plainTitleOf, type Choice } from './column-spec';

/** In UTF-16 units. Longer texts belong in a note. */
export const MAX_TITLE_LENGTH = 100;

/**
 * The choice with a title of the user's own. Spaces are trimmed; a blank title, or the plain one, does not count as
 * the user's own.
 */
export function withTitle(choice: Choice, typed: string): Choice {
  const { title: before, ...plain } = choice;
  const title = textStart(typed.replace(/\s+/g, ' ').trim(), MAX_TITLE_LENGTH).trim();
  if (title === before) return choice;
  return title === '' || title === plainTitleOf(plain) ? plain : { ...plain, title };
}
