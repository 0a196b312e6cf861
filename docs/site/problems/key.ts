import type { Problems } from './problem';

/** What is wrong with the API key, or with what it may do. */
export const KEY_PROBLEMS = {
  noKey: {
    title: 'No API key is set',
    facts: {},
    when: 'A formula needs an answer from Trace, and there is no key to ask with. In a shared Google Sheet formulas run on the key of the owner of the file.',
    next: [
      'Make a key in Trace under Settings > API Key.',
      'Open the Trace panel, paste it and save.',
      'Press Retry problems in the panel: the cells ask again.',
    ],
  },
  keyRefused: {
    title: 'Trace refused the API key',
    facts: {},
    when: 'Trace does not know the key: a part of it was not copied, or it was revoked or has expired.',
    next: [
      'Copy the key again, or make a new one under Trace > Settings > API Key.',
      'Set it in the Trace panel and press Test the key.',
      'Press Retry problems.',
    ],
  },
  keyMalformed: {
    title: 'This is not a Trace API key',
    facts: {},
    when: 'What was pasted does not begin with trace_ or holds what no key has. Nothing was sent.',
    next: ['Copy the key again from Trace > Settings > API Key.'],
  },
  keyHasNoOrganization: {
    title: 'The API key belongs to no organization',
    facts: {},
    when: 'Credits belong to organizations, and the key was made outside of any.',
    next: ['Join or make an organization in Trace.', 'Make a new key there and set it in the Trace panel.'],
  },
  userKeyNeeded: {
    title: 'This needs a personal API key',
    facts: {},
    when: 'Lists belong to people, so Trace answers for them only to a personal key; the one that is set is an organization key (trace_org_…).',
    next: [
      'Make a personal key under Trace > Settings > API Key.',
      'Replace the key in the Trace panel, choosing the same organization: what is remembered stays.',
    ],
  },
  listsNotShared: {
    title: "Formulas may not read the owner's lists",
    facts: {},
    when: "Formulas run on the key of the file's owner, whoever types them, so they read no lists until the owner allows it for the file.",
    next: [
      'If the file is yours, open the Trace panel and allow it under Your lists. If not, ask its owner.',
      'Or make a copy of the file, which runs on your own key.',
    ],
  },
  notAllowed: {
    title: 'Trace does not allow this',
    facts: {},
    when: 'The key is known, but not for this: the e-mail address is not verified, or the role in the organization does not reach.',
    next: ['Check in Trace that your e-mail address is verified.', 'Ask the Trace admin of your organization.'],
  },
} as const satisfies Problems;
