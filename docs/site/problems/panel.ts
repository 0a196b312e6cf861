import type { Problems } from './problem';

/** What the panel was asked for and could not do. */
export const PANEL_PROBLEMS = {
  actionMalformed: {
    title: 'The panel was given something else',
    facts: { expected: 'a list of domains' },
    when: 'A field of the panel is empty or holds something that the action does not take. Nothing was sent.',
    next: ['Correct the field, then press the button again.'],
  },
  actionRefused: {
    title: 'Trace refused what the panel asked for',
    facts: { status: 422, message: 'unknown field' },
    when: 'Trace understood the request and does not carry it out, for example a definition with a field that it does not know.',
    next: ['Read what Trace says of it, correct that, and try again.'],
  },
  companyUnknown: {
    title: 'Trace tracks no such company',
    facts: { identifier: 'nobody.example' },
    when: 'Something was to be done with a company that Trace does not track.',
    next: ['Check the spelling of the domain.'],
  },
  flagTooLong: {
    title: 'The description is too long',
    facts: { length: 2_400, limit: 2_000 },
    when: 'A report on the data of a company may have 2,000 characters. Nothing was sent.',
    next: ['Shorten it.'],
  },
  listAccessDenied: {
    title: 'You may only read this list',
    facts: {},
    when: 'The list belongs to somebody else, who has given you leave to read it.',
    next: ['Ask its owner for leave to edit it, or make a list of your own.'],
  },
} as const satisfies Problems;
