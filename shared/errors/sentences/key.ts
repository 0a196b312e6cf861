import type { KeyFacts } from '../codes';
import { type Sentences } from './words';

/** Sentences about the key. */
export const KEY_SENTENCES: Sentences<KeyFacts> = {
  noKey: () =>
    "No Trace API key is set. Open the Trace panel and paste your key; in a shared Google Sheet the file's owner does this.",
  keyRefused: () =>
    'Trace refused the API key: it is wrong, revoked or expired. Open the Trace panel and set a valid key.',
  keyMalformed: () =>
    'This is not a Trace API key. Copy it again from Trace > Settings > API Key; it begins with trace_.',
  keyHasNoOrganization: () =>
    'The API key belongs to no organization. Make a new key under Trace > Settings and set it in the Trace panel.',
  userKeyNeeded: () =>
    'This needs a personal API key, and an organization key is set. Set your own key in the Trace panel.',
  listsNotShared: () =>
    "Formulas in this file may not read lists with its owner's key. The owner can allow it in the Trace panel, under Your lists.",
  notAllowed: () =>
    'Trace does not allow this with the API key that is set. Check that your e-mail address is verified, or ask your Trace admin.',
};
