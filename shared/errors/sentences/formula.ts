import type { FormulaFacts } from '../codes';
import { thousands } from './count';
import { ON_A_COMPUTER } from './place';
import { cut, list, nameParameter, quote, type Sentences, suggest, unknownName } from './words';

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
  optionRefused: ({ option, value: given, expected }) => `${option} accepts ${expected}, not ${quote(given)}.`,
  oneFieldOnly: ({ fields }) => `layout=columns shows one field, not ${fields}. Use one field, or remove the option.`,
  sinceMissing: () =>
    'The fields added and dropped go with a day: =TRACE_TECH(A2,"added, dropped","since=2026-06-01").',
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
};
