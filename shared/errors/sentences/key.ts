import type { KeyFacts } from '../codes';
import { ON_A_COMPUTER } from './place';
import { type Sentences } from './words';

/** Sentences about the key. */
export const KEY_SENTENCES: Sentences<KeyFacts> = {
  noKey: () => 'No API key. Open the Trace panel and paste yours.',
  keyRefused: () =>
    `Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel${ON_A_COMPUTER}.`,
  keyMalformed: () =>
    'This is not a Trace API key, which begins with trace_. Copy yours at app.tracedata.ai, under Settings > API Key.',
  keyHasNoOrganization: () =>
    `The API key has no organization. Make a new key at app.tracedata.ai, then set it in the Trace panel${ON_A_COMPUTER}.`,
  userKeyNeeded: () =>
    `This needs a personal API key, not an organization key. Set your own key in the Trace panel${ON_A_COMPUTER}.`,
  listsNotShared: () =>
    `Formulas in this file cannot read your lists yet. Allow it in the Trace panel${ON_A_COMPUTER}.`,
  notAllowed: () =>
    'Trace does not allow this with your API key. Verify your email address at app.tracedata.ai, or ask your Trace admin.',
};
