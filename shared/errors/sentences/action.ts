import type { ActionFacts } from '../codes';
import { thousands } from './count';
import { quote, type Sentences } from './words';

/** Sentences about actions of the panel. */
export const ACTION_SENTENCES: Sentences<ActionFacts> = {
  actionMalformed: ({ expected }) => `This needs ${expected}. Correct your entry.`,
  companyUnknown: ({ identifier }) =>
    `Trace does not track ${quote(identifier)}. Check the domain, or rescan the company first.`,
  flagTooLong: ({ length, limit }) =>
    `The note has ${thousands(length)} characters, and the limit is ${thousands(limit)}. Shorten it, then send it.`,
  samplesNotSaved: () => 'The sample answers could not be saved, so no sheet was added. Wait a minute, then retry.',
  listAccessDenied: () =>
    'You can view this list but not change it. Ask its owner for edit access, or use your own list.',
};
