import type { KeyStanding } from '../client/key-standing';
import type { KeyErrand, KeyState } from './key-state';
import type { KeyStatus } from '../client/check-key';

const ERRANDS: Readonly<Record<KeyErrand, string>> = {
  looking: 'Looking for a key…',
  saving: 'Testing and saving the key…',
  testing: 'Testing the key…',
  forgetting: 'Forgetting the key…',
};

/** What is being waited for, or else the current key and the last action, in a sentence or two. */
export function toStatusText({ key, errand, done }: KeyState): string {
  if (errand !== null) return ERRANDS[errand];
  if (key === null) return '';
  const did = done === 'saved' ? 'Saved. ' : done === 'tested' ? 'This key works. ' : '';
  return did + toKeyText(key);
}

const STANDINGS: Readonly<Record<KeyStanding, string>> = {
  works: 'is set',
  untested: 'is not tested yet',
  refused: 'was refused',
};

/** The page asks whoever runs its server, which may be another service than yesterday. */
const OF_OTHER = 'The key in this browser is for another service. Paste one for this service.';

const LOST =
  'The browser did not keep your key. Paste it again. To keep it, allow cookies and site data for this page.';

function toKeyText(key: KeyStatus): string {
  if (!key.hasKey) return key.isForOther === true ? OF_OTHER : key.isLost === true ? LOST : 'No key is set.';
  return `The key ${key.masked} ${STANDINGS[key.standing]} (${toClassText(key)}, account ${key.account}…).`;
}

type SetKey = Extract<KeyStatus, { readonly hasKey: true }>;

export function toClassText({ keyClass }: SetKey): string {
  return keyClass === 'user' ? 'a personal key' : 'an organization key';
}

/** Whether the key works, after its name. */
export function toStandingText({ standing }: SetKey): string {
  return { works: 'works', untested: 'not tested yet', refused: 'refused' }[standing];
}
