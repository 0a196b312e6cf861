import type { ActionFacts } from '../codes';
import { quote, type Sentences, thousands } from './words';

/** Sentences about actions of the panel. */
export const ACTION_SENTENCES: Sentences<ActionFacts> = {
  actionMalformed: ({ expected }) => `Trace cannot do this with what was given. Give ${expected}, then try again.`,
  companyUnknown: ({ identifier }) =>
    `Trace does not track ${quote(identifier)}. Check the domain, or ask for a refresh of it first.`,
  flagTooLong: ({ length, limit }) =>
    `The description has ${thousands(length)} characters, and a flag takes ${thousands(limit)}. Shorten it, then send it again.`,
  listAccessDenied: () =>
    'You may only read this list. Ask its owner to let you edit it, or work on a list of your own.',
};
