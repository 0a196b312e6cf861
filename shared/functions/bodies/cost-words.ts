import type { ErrorCode } from '../../errors/trace-error';

const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  inputIsError: 'errors',
  inputIsLoading: 'still loading',
  inputIsNumber: 'numbers',
  inputIsDate: 'dates',
  inputIsBoolean: 'TRUE or FALSE',
  inputIsTooLong: 'too long',
  inputHasSpaces: 'with spaces',
  inputIsNotOneEmail: 'more than an email address',
  inputIsFreeMail: 'free email addresses',
  inputIsPage: 'pages on other sites',
  inputIsApiKey: 'API keys',
};

/** Says in a word or two why rows cannot be looked up. */
export function toProblemWords(code: ErrorCode): string {
  return WORDS[code] ?? 'no domains';
}
