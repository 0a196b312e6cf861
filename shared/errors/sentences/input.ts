import type { InputFacts } from '../codes';
import { cut, domainAdvice, quote, type Sentences, thousands } from './words';

/** Sentences about one input. */
export const INPUT_SENTENCES: Sentences<InputFacts> = {
  inputIsError: ({ input }) =>
    input === '#NAME?'
      ? 'The input is #NAME?. Correct that cell first; a name in a formula needs quotes, such as "stripe.com".'
      : `The input cell shows ${cut(input).replace(/\.+$/, '')}. Correct that cell first.`,
  inputIsLoading: () => 'The input cell is still loading. This row is answered when it has its value.',
  inputIsNumber: ({ input }) => `${cut(input)} is a number, not a company. Give a domain such as stripe.com.`,
  inputIsDate: () => 'The input is a date, not a company. Give a domain such as stripe.com.',
  inputIsBoolean: ({ input }) => `${input} is not a company. Give a domain such as stripe.com.`,
  inputIsTooLong: ({ length }) =>
    `The input has ${thousands(length)} characters; a domain has at most 253. Give a domain such as stripe.com.`,
  inputHasSpaces: ({ input }) => `${quote(input)} is not a domain: it contains spaces. ${domainAdvice(input)}`,
  inputIsFreeMail: ({ domain }) =>
    `${domain} is a free e-mail provider and does not tell the company. Give the company's own domain.`,
  inputIsPage: ({ input, site }) =>
    `${quote(input)} is a page on ${site}, not the company's site. Give the company's own domain.`,
  inputIsApiKey: () =>
    'The input is an API key. Delete it from the sheet, where others can read it; it belongs in the Trace panel.',
  inputIsNotADomain: ({ input }) => `${quote(input)} is not a domain. ${domainAdvice(input)}`,
  sameCompany: ({ company }) => `Both sides are ${company}. Give two companies.`,
};
