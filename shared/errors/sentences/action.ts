import type { ActionFacts } from '../codes';
import { thousands } from './count';
import { quote, type Sentences } from './words';

/** Sentences about actions of the panel. */
export const ACTION_SENTENCES: Sentences<ActionFacts> = {
  actionMalformed: ({ expected }) => `This needs ${expected}. Correct your entry, then try again.`,
  companyUnknown: ({ identifier }) =>
    `Trace does not track ${quote(identifier)}. Check the domain, or request a refresh first.`,
  flagTooLong: ({ length, limit }) =>
    `The description has ${thousands(length)} characters, and the limit is ${thousands(limit)}. Shorten it, then send it again.`,
  samplesNotSaved: () => 'The sample answers could not be saved, so no sheet was added. Try again in a minute.',
  listAccessDenied: () =>
    'You can view this list but not change it. Ask its owner for edit access, or use your own list.',
};
