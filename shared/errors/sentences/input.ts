import type { InputFacts } from '../codes';
import { thousands } from './count';
import { ON_A_COMPUTER } from './place';
import { cut, domainAdvice, quote, type Sentences } from './words';

/** Sentences about one input. */
export const INPUT_SENTENCES: Sentences<InputFacts> = {
  inputIsError: ({ input }) =>
    // A name without quotes, in every language: `#NAME?`, `#¿NOMBRE?`.
    input.endsWith('?')
      ? `The input is ${cut(input)}. Put quotes around it, such as "stripe.com", or correct its cell.`
      : `The input cell shows ${cut(input).replace(/\.+$/, '')}. Correct that cell first.`,
  inputIsLoading: () => 'The input cell is still loading. This row follows when it is ready.',
  inputIsNumber: ({ input }) => `${cut(input)} is a number, not a company. Use a domain such as stripe.com.`,
  inputIsDate: () => 'The input is a date, not a company. Use a domain such as stripe.com.',
  inputIsBoolean: ({ input }) => `${input} is not a company. Use a domain such as stripe.com.`,
  inputIsTooLong: ({ length }) =>
    `The input has ${thousands(length)} characters, and a domain has up to 253. Use a domain such as stripe.com.`,
  inputHasSpaces: ({ input }) => `${quote(input)} is not a domain: it contains spaces. ${domainAdvice(input)}`,
  inputIsNotOneEmail: ({ input }) =>
    `${quote(input)} holds more than an email address. Leave only one address in the cell.`,
  inputIsFreeMail: ({ domain }) => `${domain} is a free email provider, not a company. Use the company's own domain.`,
  inputIsPage: ({ input, site }) =>
    `${quote(input)} is a page on ${site}, not the company's site. Use the company's own domain.`,
  inputIsApiKey: () =>
    `This is an API key, and others can read it here. Delete it, then save it in the Trace panel${ON_A_COMPUTER}.`,
  inputIsNotADomain: ({ input }) => `${quote(input)} is not a domain. ${domainAdvice(input)}`,
  sameCompany: ({ company }) => `Both sides are ${company}. Use two different companies.`,
};
