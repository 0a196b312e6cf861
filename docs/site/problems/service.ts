import type { Problems } from './problem';

/** What the service says, or that it could not be asked. What was answered before is still shown. */
export const SERVICE_PROBLEMS = {
  creditsOut: {
    title: 'Too few credits',
    facts: { requested: 250, missing: 120 },
    when: 'The companies asked for would cost more credits than the organization has left. Trace then charges nothing and answers nothing.',
    next: [
      'Top up in Trace under Settings > Usage & Credits.',
      'Or ask for fewer companies: those looked up within the last 30 days cost nothing.',
      'Press Retry problems in the panel.',
    ],
  },
  rateLimited: {
    title: 'Too many requests',
    facts: { waitSeconds: 30 },
    when: 'Trace limits how many requests a key may send in a minute, whoever sends them, and the add-on has already waited and tried again.',
    next: [
      'Wait as long as the sentence says, then press Retry problems.',
      'Give a range instead of a formula for each cell: 100 companies are one request.',
    ],
  },
  serviceFailed: {
    title: 'Trace has a problem',
    facts: { status: 503 },
    when: 'Trace answered with a fault of its own, several times over.',
    next: ['Press Retry problems in a few minutes.', 'Report it to Trace support if it lasts.'],
  },
  requestRefused: {
    title: 'Trace refused the request',
    facts: { status: 422, message: 'partnership_types: unknown value' },
    when: 'Trace does not accept one of the values in the formula, in the columns of a run or in a field of the panel.',
    next: ['Check these values against what the sentence quotes.'],
  },
  routeMissing: {
    title: 'Trace does not offer this yet',
    facts: { operation: 'partnerships.graph' },
    when: 'The function needs a part of the Trace API that is not there, and nothing else can stand in for it.',
    next: [
      'Use another function. The list of functions says what each one answers.',
      'The add-on looks again after a day.',
    ],
  },
  unreachable: {
    title: 'Trace could not be reached',
    facts: {},
    when: 'No connection came about: this computer is offline, or a firewall or proxy is in the way.',
    next: ['Check the connection.', 'Ask your IT whether api.tracedata.ai may be reached.', 'Press Retry problems.'],
  },
  timedOut: {
    title: 'Trace took too long',
    facts: {},
    when: 'Trace did not answer within the time that the spreadsheet allows.',
    next: ['Press Retry problems in a minute. What has come meanwhile is not asked for again.'],
  },
  unreadable: {
    title: 'The answer could not be read',
    facts: {},
    when: 'What came back is not an answer of Trace: cut off, or the page of a proxy that asks for a login.',
    next: [
      'Press Retry problems in a minute.',
      'If it lasts, open a web page once: some networks want you to sign in first.',
    ],
  },
  leftOut: {
    title: 'The answer left this row out',
    facts: {},
    when: 'Trace answered for the other companies of the request and said nothing of this one.',
    next: ['Press Retry problems: only this row is asked for again.'],
  },
} as const satisfies Problems;
