import type { Problems } from './problem';

/** Problems of one input: its row says so, the others are answered, and nothing is asked for it. */
export const INPUT_PROBLEMS = {
  inputIsError: {
    title: 'The input cell shows an error',
    facts: { input: '#REF!' },
    when: 'The cell that holds the company shows an error itself.',
    next: ['Correct that cell. This one then updates by itself.'],
  },
  inputIsLoading: {
    title: 'The input cell is still loading',
    facts: { input: 'Loading...' },
    when: 'The cell that holds the company waits for a value of its own, such as another function or an import.',
    next: ['Wait. The row gets its answer once the cell has its value.'],
  },
  inputIsNumber: {
    title: 'The input is a number',
    facts: { input: '4567' },
    when: 'The cell holds a number where a company is expected, often because the range begins in the wrong column.',
    next: ['Point the formula at the column with the domains.'],
  },
  inputIsDate: {
    title: 'The input is a date',
    facts: {},
    when: 'The cell holds a date where a company is expected. Spreadsheets also turn some texts into dates while they are typed.',
    next: [
      'Point the formula at the column with the domains.',
      'Type the domain again with an apostrophe before it if the spreadsheet made it a date.',
    ],
  },
  inputIsBoolean: {
    title: 'The input is TRUE or FALSE',
    facts: { input: 'TRUE' },
    when: 'The cell holds TRUE or FALSE, such as a ticked box, where a company is expected.',
    next: ['Point the formula at the column with the domains.'],
  },
  inputIsTooLong: {
    title: 'The input is too long',
    facts: { length: 1_204 },
    when: 'The cell holds more characters than any domain can have, such as a paragraph of text.',
    next: ["Use only the company's domain, such as stripe.com."],
  },
  inputHasSpaces: {
    title: 'The input contains spaces',
    facts: { input: 'Stripe Inc' },
    when: 'The cell holds several words, most often the name of a company.',
    next: [
      "Use the company's domain, such as stripe.com.",
      '=TRACE_SEARCH("Stripe",,"top=3") finds companies by name and shows their domains. Each one costs a credit.',
    ],
  },
  inputIsNotOneEmail: {
    title: 'The input holds more than an email address',
    facts: { input: 'ann@acme.com, joe@agency.com' },
    when: 'The cell holds several email addresses, or other words beside one. Trace cannot tell which company you mean.',
    next: [
      "Leave one email address in the cell, or the company's domain.",
      'Put further companies into rows of their own.',
      'No credit was spent on this row.',
    ],
  },
  inputIsFreeMail: {
    title: 'The input is a free email address',
    facts: { domain: 'gmail.com' },
    when: 'Everyone can get an email address at this provider. The address does not say where its owner works.',
    next: ["Use the company's own domain.", 'No credit was spent on this row.'],
  },
  inputIsPage: {
    title: "The input is a page on another company's site",
    facts: { input: 'https://www.linkedin.com/company/stripe', site: 'linkedin.com' },
    when: 'The address is a profile, repository, document or blog on a site that many companies use. Examples are LinkedIn, Facebook, GitHub and Medium. A lookup answers about that site.',
    next: [
      "Use the company's own domain.",
      'The bare domain, such as linkedin.com, is the company behind the site.',
      'No credit was spent on this row.',
    ],
  },
  inputIsApiKey: {
    title: 'The input is an API key',
    facts: {},
    when: "A cell holds an API key. Everyone who can open the file can read it, and the file's history keeps it.",
    next: [
      'Delete it from the cell.',
      'At app.tracedata.ai, open Settings > API Key, make a new key and delete the old one. The history of the file still shows it.',
      'Set the new key in the Trace panel, which never writes it into the file.',
    ],
  },
  inputIsNotADomain: {
    title: 'The input is not a domain',
    facts: { input: 'stripe,com' },
    when: 'The text is not a domain, a URL, an email address or a Trace slug.',
    next: ['Look for typos such as a comma for a dot.', 'Use a domain such as stripe.com.'],
  },
  sameCompany: {
    title: 'Both sides are the same company',
    facts: { company: 'stripe.com' },
    when: 'The formula compares two companies, but both inputs name the same one, such as www.stripe.com and stripe.com.',
    next: ['Use two different companies.'],
  },
} as const satisfies Problems;
