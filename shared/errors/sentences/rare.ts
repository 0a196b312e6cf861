import type { RareFacts } from '../codes';
import { thousands } from './count';
import { ON_A_COMPUTER } from './place';
import { list, quote, type Sentences, unknownName } from './words';

/** Sentences about a formula of a rare function. Excel loads them with these functions. */
export const RARE_SENTENCES: Sentences<RareFacts> = {
  pairsUneven: ({ rows, otherRows }) =>
    `The columns have ${thousands(rows)} and ${thousands(otherRows)} rows. Use columns of the same length, or one cell on one side.`,
  pathRefused: ({ path }) => `${quote(path)} is not a path of the Trace API. Use one such as "/companies/stripe.com".`,
  queryTooLong: ({ length }) =>
    `The query has ${thousands(length)} characters, and up to 1,800 can be sent. Shorten it.`,
  pathUnknown: ({ path }) => `Trace has no page ${quote(path)}. Check the path in the Trace API documentation.`,
  pathNotRead: ({ path }) =>
    `TRACE_GET cannot read ${quote(path)}. It reads companies, technologies, vendors, partnerships, jobs and lists, not exports.`,
  pagingInPath: ({ name }) => `Remove ${quote(name)} from the path. Set the number of rows with the option "top=20".`,
  queryUnknown: ({ name, known }) =>
    `The path cannot contain ${quote(name)}. After the question mark it accepts ${list(known)}.`,
  columnUnknown: ({ column, known }) => `The answer has no column ${quote(column)}. It has ${list(known)}.`,
  countryUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the country ${quote(text)}.`,
      nearest,
      'Use its English name or ISO code, such as Germany or DE.',
    ),
  listUnknown: ({ listId, nearest = [] }) =>
    unknownName(`There is no list ${quote(listId)}.`, nearest, '=TRACE_LISTS() shows your lists.'),
  listAmbiguous: ({ name, ids }) =>
    `${thousands(ids.length)} lists are called ${quote(name)}. Use one of the ids ${list(ids)}.`,
  jobUnknown: ({ jobId }) => `There is no job ${quote(jobId)}. Find job ids in the Trace panel${ON_A_COMPUTER}.`,
};
