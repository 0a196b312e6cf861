import type { FormulaFacts } from '../codes';
import { thousands } from './count';
import { ON_A_COMPUTER } from './place';
import { cut, list, nameParameter, oneOf, quote, type Sentences, suggest, unknownName } from './words';

/** Sentences about a formula itself. */
export const FORMULA_SENTENCES: Sentences<FormulaFacts> = {
  inputsTooWide: ({ columns }) => `The range has ${columns} columns. Use one cell or one column, such as A2:A100.`,
  inputsTooMany: ({ rows }) =>
    `The range has ${thousands(rows)} rows, and a formula reads up to 50,000. Split the range.`,
  inputsMissing: ({ parameter, formula }) => `The ${nameParameter(parameter)} is missing. Write ${formula}.`,
  oneInputOnly: ({ rows }) => `This argument accepts one cell, not ${thousands(rows)}. Use one, such as A2.`,
  textExpected: ({ parameter, example }) => `The ${parameter} must be text, such as ${example}.`,
  unknownField: ({ field, nearest, formula }) =>
    `There is no field ${quote(field)}. ${formula === undefined ? `${suggest(nearest)}=TRACE_FIELDS() lists all fields.` : `Write ${formula}.`}`,
  fieldElsewhere: ({ field, name, formula }) => `${cut(field)} is a field of ${name}. Write ${formula}.`,
  optionsMisplaced: ({ place, formula }) => `Options go ${place}: ${formula}.`,
  argumentsSwapped: ({ formula }) => `The company goes first, then the fields: ${formula}.`,
  unknownOption: ({ option, known, nearest }) =>
    unknownName(`There is no option ${quote(option)} here.`, nearest, `This function accepts ${list(known)}.`),
  optionsUnseparated: ({ mended }) => `Use ; between options: ${quote(mended)}.`,
  optionsMalformed: ({ text }) => `${quote(text)} is not an option. Write options like "top=3;sort=name".`,
  optionsTooLong: ({ length }) =>
    `The options have ${thousands(length)} characters, and a formula reads up to 2,000. Shorten them.`,
  tooManyColumns: ({ columns }) =>
    `The formula asks for ${thousands(columns)} columns, and one formula shows up to 100. Split it into several formulas.`,
  optionRefused: ({ option, value: given, expected }) => `${option} accepts ${expected}, not ${quote(given)}.`,
  oneFieldOnly: ({ fields }) => `layout=columns shows one field, not ${fields}. Use one field, or remove the option.`,
  sinceMissing: () => 'The fields added and dropped need a day: =TRACE_TECH(A2,"added, dropped","since=2026-06-01").',
  technologyUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the technology ${quote(text)}.`,
      nearest,
      'Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
    ),
  categoryUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the category ${quote(text)}.`,
      nearest,
      'Find categories with =TRACE_TECH_SEARCH("part of a name").',
    ),
  vendorUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the vendor ${quote(text)}.`,
      nearest,
      'Find a vendor_slug with =TRACE_TECH_SEARCH("part of a name").',
    ),
  partnerCategoriesUntold: ({ why }) =>
    why === 'types'
      ? 'One formula cannot show partner types with categories or descriptions. Use two formulas.'
      : `A credit limit rules out partner categories and descriptions. Remove them, or remove the limit in the Trace panel${ON_A_COMPUTER}.`,
  nameUnchecked: ({ text, why }) => `Trace could not check the name ${quote(text)}. ${why}`,
  nameUnreadable: ({ parameter, shown, example }) =>
    `The ${parameter} argument is ${cut(shown).replace(/\.+$/, '')}. Put quotes around it, such as ${example}, or correct its cell.`,
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
    `${thousands(ids.length)} lists are called ${quote(name)}. Use an id instead: ${oneOf(ids)}.`,
  jobUnknown: ({ jobId }) => `There is no job ${quote(jobId)}. Find job ids in the Trace panel${ON_A_COMPUTER}.`,
};
