import type { ErrorCode } from './trace-error';

/** What the section of the key says instead of a sentence that sends people to the panel they are in. */
export const KEY_WORDS: { readonly [C in ErrorCode]?: string } = {
  keyRefused:
    'Trace refused the API key: it is wrong, revoked or expired. Copy it again from Trace > Settings > API Key.',
  keyHasNoOrganization:
    'The API key belongs to no organization. Make a new key under Trace > Settings and paste it here.',
  unreachable: 'Trace could not be reached. Check the connection, then press Test.',
  timedOut: 'Trace took too long to answer. Press Test in a minute.',
};
