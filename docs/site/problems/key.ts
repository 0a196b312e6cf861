import type { Problems } from './problem';

/** Problems of the API key, or of what it may do. */
export const KEY_PROBLEMS = {
  noKey: {
    title: 'No API key is set',
    facts: {},
    when: "A formula needs an answer from Trace, and no key is set. In a shared Google Sheet, formulas use the key of the file's owner.",
    next: [
      'Make a key at app.tracedata.ai, under Settings > API Key.',
      'Open the Trace panel, paste it and save.',
      'In Excel, the panel then recalculates these cells, and shows the price first if there is one.',
      'In Google Sheets, choose Retry problems.',
    ],
  },
  keyRefused: {
    title: 'Trace refused the API key',
    facts: {},
    when: 'Trace does not know the key. It may be incomplete, revoked or expired.',
    next: [
      'Copy the key again at app.tracedata.ai, under Settings > API Key, or make a new one there.',
      'Set it in the Trace panel and choose Test the key.',
      'Choose Retry problems.',
    ],
  },
  keyMalformed: {
    title: 'This is not a Trace API key',
    facts: {},
    when: 'The pasted text does not begin with trace_ or has characters that no key has. Nothing was sent.',
    next: ['Copy the key again at app.tracedata.ai, under Settings > API Key.'],
  },
  keyHasNoOrganization: {
    title: 'The API key has no organization',
    facts: {},
    when: 'Credits belong to organizations, and this key belongs to none.',
    next: ['Join or make an organization at app.tracedata.ai.', 'Make a new key there and set it in the Trace panel.'],
  },
  userKeyNeeded: {
    title: 'This needs a personal API key',
    facts: {},
    when: 'Lists belong to people, so Trace reads them only with a personal key. An organization key (trace_org_…) is set.',
    next: [
      'Make a personal key at app.tracedata.ai, under Settings > API Key.',
      'Replace the key in the Trace panel and choose the same organization. Saved answers stay.',
    ],
  },
  listsNotShared: {
    title: "Formulas may not read the owner's lists",
    facts: {},
    when: "Formulas use the key of the file's owner. They read no lists until the owner allows it for the file.",
    next: [
      'If the file is yours, open the Trace panel and allow it under Your lists. If not, ask its owner.',
      'Or make a copy of the file, which runs on your own key.',
    ],
  },
  notAllowed: {
    title: 'Trace does not allow this',
    facts: {},
    when: 'The key works, but not for this. Your email address is not verified, or your role in the organization does not allow it.',
    next: [
      'Check at app.tracedata.ai that your email address is verified.',
      'Ask the Trace admin of your organization.',
    ],
  },
} as const satisfies Problems;
