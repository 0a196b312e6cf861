import type { Problems } from './problem';

/** What the service says, or that it could not be reached. Earlier answers are still shown. */
export const SERVICE_PROBLEMS = {
  creditsOut: {
    title: 'Too few credits',
    facts: { requested: 250, missing: 120 },
    when: 'These companies cost more credits than the organization has left. Trace then charges nothing and answers nothing.',
    next: [
      'Top up at app.tracedata.ai, under Settings > Usage & Credits.',
      'Or ask for fewer companies. Those from the last 30 days cost nothing.',
      'Choose Retry problems in the panel.',
    ],
  },
  rateLimited: {
    title: 'Too many requests',
    facts: { waitSeconds: 30 },
    when: 'Trace limits the requests of a key in each minute. The add-on already waited and repeated its request.',
    next: [
      'Wait as long as the sentence says, then choose Retry problems.',
      'Use a range instead of a formula for each cell. 100 companies are one request.',
    ],
  },
  serviceFailed: {
    title: 'Trace has a problem',
    facts: { status: 503 },
    when: 'Trace answered several times with an error of its own.',
    next: ['Choose Retry problems in a few minutes.', 'If it continues, report it to Trace support.'],
  },
  requestRefused: {
    title: 'Trace refused the request',
    facts: { status: 422, message: 'partnership_types: unknown value' },
    when: 'Trace does not accept a value in the formula, in the columns of an enrichment, or in the panel.',
    next: ['Compare these values with the sentence.'],
  },
  routeMissing: {
    title: 'Trace does not support this yet',
    facts: { operation: 'partnerships.graph' },
    when: 'The function needs a part of the Trace API that does not exist yet.',
    next: ['Use another function from the list of functions.', 'The add-on checks for it every day.'],
  },
  offline: {
    title: 'You are offline',
    facts: {},
    when: 'The browser says that this computer has no network. Nothing was sent and nothing was charged.',
    next: ['Connect to the internet.', 'Choose Retry problems. Saved answers still show.'],
  },
  unreachable: {
    title: 'Trace could not be reached',
    facts: {},
    when: 'This computer is offline, or a firewall or proxy stops the connection.',
    next: ['Check the connection.', 'Ask your IT team to allow api.tracedata.ai.', 'Choose Retry problems.'],
  },
  timedOut: {
    title: 'Trace took too long',
    facts: {},
    when: 'Trace did not answer within the time that the spreadsheet allows.',
    next: ['Choose Retry problems in a minute. Trace does not fetch the same answer twice.'],
  },
  unreadable: {
    title: 'The answer could not be read',
    facts: {},
    when: 'The answer did not come from Trace or is incomplete. For example, a proxy asks for a login.',
    next: [
      'Choose Retry problems in a minute.',
      'If it continues, open a web page. Some networks want you to sign in first.',
    ],
  },
  leftOut: {
    title: 'The answer left this row out',
    facts: {},
    when: 'Trace answered for the other companies of the request, but not for this one.',
    next: ['Choose Retry problems. Trace fetches only this row.'],
  },
} as const satisfies Problems;
