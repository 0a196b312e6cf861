import type { FormulaFacts } from '../codes';
import { cut, list, quote, type Sentences, suggest, thousands, unknownName } from './words';

/** Sentences about a formula itself. */
export const FORMULA_SENTENCES: Sentences<FormulaFacts> = {
  inputsTooWide: ({ columns }) => `The range is ${columns} columns wide. Give one cell or one column, such as A2:A100.`,
  inputsTooMany: ({ rows }) =>
    `${thousands(rows)} rows are more than one formula may ask for. Split the range into parts of at most 50,000 rows.`,
  inputsMissing: ({ parameter, formula }) => `The ${parameter} argument is missing. Write the formula like ${formula}.`,
  oneInputOnly: ({ rows }) => `This function takes one cell here, and ${rows} are given. Give one, such as A2.`,
  textExpected: ({ parameter, example }) => `The ${parameter} is no text. Give one such as ${example}.`,
  unknownField: ({ field, nearest }) =>
    `There is no field ${quote(field)}. ${suggest(nearest)}=TRACE_FIELDS() lists all fields.`,
  fieldElsewhere: ({ field, name, formula }) => `${cut(field)} is a field of ${name}. Write ${formula}.`,
  optionsMisplaced: ({ place, formula }) => `Options go ${place}. Write ${formula}.`,
  argumentsSwapped: ({ formula }) => `The company goes first, then the fields. Write ${formula}.`,
  unknownOption: ({ option, known }) =>
    `There is no option ${quote(option)} here. ${known.length > 0 ? `This function knows ${list(known)}.` : 'This function takes none.'}`,
  optionsUnseparated: ({ mended }) => `Put a semicolon between options. Write ${quote(mended)}.`,
  optionsMalformed: ({ text }) =>
    `${quote(text)} is not an option. Options are key=value pairs with semicolons between them, such as "top=3;sort=name".`,
  optionRefused: ({ option, value: given, expected }) =>
    `${option}=${cut(given)} is not understood: ${option} takes ${expected}.`,
  oneFieldOnly: ({ fields }) =>
    `layout=columns shows one field, and ${fields} are asked for. Ask for one, or leave the layout out.`,
  pairsUneven: ({ rows, otherRows }) =>
    `One column has ${thousands(rows)} rows and the other ${thousands(otherRows)}. Give columns of the same length, or one cell on one side.`,
  pathRefused: ({ path }) =>
    `${quote(path)} is no path of the Trace API. Give one below /v1, such as "/companies/stripe.com".`,
  pathUnknown: ({ path }) => `Trace has no page ${quote(path)}. Look for its path in the Trace API's documentation.`,
  pathNotRead: ({ path }) =>
    `TRACE_GET does not read ${quote(path)}. It reads companies, technologies, vendors, partnerships, jobs and lists, but no exports.`,
  pagingInPath: ({ name }) =>
    `Leave ${quote(name)} out of the path. The option top= sets how many rows are read, such as "top=20".`,
  queryUnknown: ({ name, known }) =>
    `TRACE_GET does not know ${quote(name)} in the path. After the question mark it accepts ${list(known)}.`,
  columnUnknown: ({ column, known }) => `The answer has no column ${quote(column)}. It has ${list(known)}.`,
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
      '=TRACE_TECH_SEARCH("part of a name") shows technologies with their categories.',
    ),
  vendorUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the vendor ${quote(text)}.`,
      nearest,
      'Use a vendor_slug from =TRACE_TECH_SEARCH(…).',
    ),
  partnerCategoriesUntold: ({ why }) =>
    why === 'types'
      ? 'One formula cannot ask for types of partners and their categories or descriptions. Use one for each.'
      : 'Categories and descriptions of partners cannot be read under a credit limit. Choose Freely under Spending, or leave them out.',
  countryUnknown: ({ text, nearest }) =>
    unknownName(
      `Trace does not know the country ${quote(text)}.`,
      nearest,
      'Give its English name or its ISO code, such as Germany or DE.',
    ),
  nameUnchecked: ({ text, why }) => `The name ${quote(text)} could not be checked. ${why}`,
  nameUnreadable: ({ parameter, shown, example }) =>
    `The ${parameter} argument shows ${cut(shown).replace(/\.+$/, '')}. Put quotes around a name, such as ${example}, or correct the cell it comes from.`,
  listUnknown: ({ listId, nearest = [] }) =>
    unknownName(`There is no list ${quote(listId)}.`, nearest, '=TRACE_LISTS() shows your lists and their ids.'),
  jobUnknown: ({ jobId }) => `Trace does not know the job ${quote(jobId)}. The Trace panel shows the ids of refreshes.`,
};
