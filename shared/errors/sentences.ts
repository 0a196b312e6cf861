import { maskKeysIn } from './mask-keys';
import type { ErrorCode, ErrorFacts, ErrorKind } from './trace-error';
import { RUN_SENTENCES } from './run-sentences';

export interface Row<C extends ErrorCode> {
  readonly kind: ErrorKind;
  say(facts: ErrorFacts[C]): string;
}

/** Longer quotations of a user's cell would push the advice out of sight. */
const QUOTE_LENGTH = 60;

/** Every problem a cell can show: what happened, and what to do next. The same words in every host. */
export const SENTENCES: { readonly [C in ErrorCode]: Row<C> } = {
  inputsTooWide: value(
    ({ columns }) => `The range is ${columns} columns wide. Give one cell or one column, such as A2:A100.`,
  ),
  inputsTooMany: value(
    ({ rows }) =>
      `${thousands(rows)} rows are more than one formula may ask for. Split the range into parts of at most 50,000 rows.`,
  ),
  inputsMissing: value(
    ({ parameter, formula }) => `The ${parameter} argument is missing. Write the formula like ${formula}.`,
  ),
  oneInputOnly: value(({ rows }) => `This function takes one cell here, and ${rows} are given. Give one, such as A2.`),
  textExpected: value(({ parameter, example }) => `The ${parameter} is no text. Give one such as ${example}.`),
  unknownField: value(
    ({ field, nearest }) => `There is no field ${quote(field)}. ${suggest(nearest)}=TRACE_FIELDS() lists all fields.`,
  ),
  fieldElsewhere: value(({ field, name, formula }) => `${cut(field)} is a field of ${name}. Write ${formula}.`),
  optionsMisplaced: value(({ place, formula }) => `Options go ${place}. Write ${formula}.`),
  argumentsSwapped: value(({ formula }) => `The company goes first, then the fields. Write ${formula}.`),
  unknownOption: value(
    ({ option, known }) =>
      `There is no option ${quote(option)} here. ${known.length > 0 ? `This function knows ${list(known)}.` : 'This function takes none.'}`,
  ),
  optionsUnseparated: value(({ mended }) => `Put a semicolon between options. Write ${quote(mended)}.`),
  optionsMalformed: value(
    ({ text }) =>
      `${quote(text)} is not an option. Options are key=value pairs with semicolons between them, such as "top=3;sort=name".`,
  ),
  optionRefused: value(
    ({ option, value: given, expected }) => `${option}=${cut(given)} is not understood: ${option} takes ${expected}.`,
  ),
  oneFieldOnly: value(
    ({ fields }) =>
      `layout=columns shows one field, and ${fields} are asked for. Ask for one, or leave the layout out.`,
  ),
  pairsUneven: value(
    ({ rows, otherRows }) =>
      `One column has ${thousands(rows)} rows and the other ${thousands(otherRows)}. Give columns of the same length, or one cell on one side.`,
  ),
  pathRefused: value(
    ({ path }) => `${quote(path)} is no path of the Trace API. Give one below /v1, such as "/companies/stripe.com".`,
  ),
  pathUnknown: value(
    ({ path }) => `Trace has no page ${quote(path)}. Look for its path in the Trace API's documentation.`,
  ),
  pathNotRead: value(
    ({ path }) =>
      `TRACE_GET does not read ${quote(path)}. It reads companies, technologies, vendors, partnerships, jobs and lists, but no exports.`,
  ),
  pagingInPath: value(
    ({ name }) =>
      `Leave ${quote(name)} out of the path. The option top= sets how many rows are read, such as "top=20".`,
  ),
  queryUnknown: value(
    ({ name, known }) =>
      `TRACE_GET does not know ${quote(name)} in the path. After the question mark it accepts ${list(known)}.`,
  ),
  columnUnknown: value(({ column, known }) => `The answer has no column ${quote(column)}. It has ${list(known)}.`),
  technologyUnknown: value(({ text, nearest }) =>
    unknownName(
      `Trace does not know the technology ${quote(text)}.`,
      nearest,
      'Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
    ),
  ),
  categoryUnknown: value(({ text, nearest }) =>
    unknownName(
      `Trace does not know the category ${quote(text)}.`,
      nearest,
      '=TRACE_TECH_SEARCH("part of a name") shows technologies with their categories.',
    ),
  ),
  vendorUnknown: value(({ text, nearest }) =>
    unknownName(
      `Trace does not know the vendor ${quote(text)}.`,
      nearest,
      'Use a vendor_slug from =TRACE_TECH_SEARCH(…).',
    ),
  ),
  partnerCategoriesUntold: value(({ why }) =>
    why === 'types'
      ? 'One formula cannot ask for types of partners and their categories or descriptions. Use one for each.'
      : 'Categories and descriptions of partners cannot be read under a credit limit. Choose Freely under Spending, or leave them out.',
  ),
  countryUnknown: value(({ text, nearest }) =>
    unknownName(
      `Trace does not know the country ${quote(text)}.`,
      nearest,
      'Give its English name or its ISO code, such as Germany or DE.',
    ),
  ),
  nameUnchecked: notAvailable(({ text, why }) => `The name ${quote(text)} could not be checked. ${why}`),
  nameUnreadable: value(
    ({ parameter, shown, example }) =>
      `The ${parameter} argument shows ${cut(shown).replace(/\.+$/, '')}. Put quotes around a name, such as ${example}, or correct the cell it comes from.`,
  ),
  listUnknown: value(({ listId, nearest = [] }) =>
    unknownName(`There is no list ${quote(listId)}.`, nearest, '=TRACE_LISTS() shows your lists and their ids.'),
  ),
  jobUnknown: value(
    ({ jobId }) => `Trace does not know the job ${quote(jobId)}. The Trace panel shows the ids of refreshes.`,
  ),

  inputIsError: value(({ input }) =>
    input === '#NAME?'
      ? 'The input is #NAME?. Correct that cell first; a name in a formula needs quotes, such as "stripe.com".'
      : `The input cell shows ${cut(input).replace(/\.+$/, '')}. Correct that cell first.`,
  ),
  inputIsLoading: value(() => 'The input cell is still loading. This row is answered when it has its value.'),
  inputIsNumber: value(({ input }) => `${cut(input)} is a number, not a company. Give a domain such as stripe.com.`),
  inputIsDate: value(() => 'The input is a date, not a company. Give a domain such as stripe.com.'),
  inputIsBoolean: value(({ input }) => `${input} is not a company. Give a domain such as stripe.com.`),
  inputIsTooLong: value(
    ({ length }) =>
      `The input has ${thousands(length)} characters; a domain has at most 253. Give a domain such as stripe.com.`,
  ),
  inputHasSpaces: value(({ input }) => `${quote(input)} is not a domain: it contains spaces. ${domainAdvice(input)}`),
  inputIsFreeMail: value(
    ({ domain }) => `${domain} is a free e-mail provider and does not tell the company. Give the company's own domain.`,
  ),
  inputIsPage: value(
    ({ input, site }) => `${quote(input)} is a page on ${site}, not the company's site. Give the company's own domain.`,
  ),
  inputIsApiKey: value(
    () => 'The input is an API key. Delete it from the sheet, where others can read it; it belongs in the Trace panel.',
  ),
  inputIsNotADomain: value(({ input }) => `${quote(input)} is not a domain. ${domainAdvice(input)}`),
  sameCompany: value(({ company }) => `Both sides are ${company}. Give two companies.`),

  noKey: notAvailable(
    () =>
      "No Trace API key is set. Open the Trace panel and paste your key; in a shared Google Sheet the file's owner does this.",
  ),
  keyRefused: notAvailable(
    () => 'Trace refused the API key: it is wrong, revoked or expired. Open the Trace panel and set a valid key.',
  ),
  keyMalformed: notAvailable(
    () => 'This is not a Trace API key. Copy it again from Trace > Settings > API Key; it begins with trace_.',
  ),
  keyHasNoOrganization: notAvailable(
    () =>
      'The API key belongs to no organization. Make a new key under Trace > Settings and set it in the Trace panel.',
  ),
  userKeyNeeded: notAvailable(
    () => 'This needs a personal API key, and an organization key is set. Set your own key in the Trace panel.',
  ),
  listsNotShared: notAvailable(
    () =>
      "Formulas in this file may not read lists with its owner's key. The owner can allow it in the Trace panel, under Your lists.",
  ),
  notAllowed: notAvailable(
    () =>
      'Trace does not allow this with the API key that is set. Check that your e-mail address is verified, or ask your Trace admin.',
  ),

  creditsOut: notAvailable(({ requested, missing }) =>
    requested === null || missing === null
      ? 'The Trace credits are used up. Top up under Trace > Settings > Usage & Credits.'
      : `Too few Trace credits: ${thousands(requested)} needed, ${thousands(missing)} missing. Top up under Trace > Settings > Usage & Credits.`,
  ),
  waitsForConsent: notAvailable(
    ({ credits }) =>
      `${countOf(credits, 'credit')} to fetch this; in a shared Google Sheet the owner pays. Press Fetch waiting in the Trace panel.`,
  ),
  dailyLimitReached: notAvailable(
    ({ limit, credits }) =>
      `${countOf(credits, 'credit')} to fetch this, and formulas may spend no more than ${thousands(limit)} a day here. Press Fetch waiting in the Trace panel, or raise the limit there.`,
  ),
  limitNotKept: notAvailable(
    () =>
      'Nothing was fetched: a credit limit is set, and spending cannot be saved right now. Try again in a minute, or choose Freely under Spending.',
  ),
  notFetchedYet: notAvailable(() => 'not fetched yet, press Fetch waiting in the Trace panel.'),
  rateLimited: notAvailable(({ waitSeconds }) =>
    waitSeconds === null
      ? 'Trace is getting too many requests from this key. Wait a minute, then ask again.'
      : `Trace is getting too many requests from this key. Ask again in ${seconds(waitSeconds)}.`,
  ),
  serviceFailed: notAvailable(({ status }) => `Trace has a problem (HTTP ${status}). Ask again in a few minutes.`),
  requestRefused: notAvailable(({ status, message }) =>
    message === ''
      ? `Trace refused the request (HTTP ${status}). Check the formula's arguments.`
      : `Trace refused the request (HTTP ${status}): ${cut(message)}. Check the formula's arguments.`,
  ),
  routeMissing: notAvailable(({ operation }) => `Trace does not offer this yet (${operation}). Use another function.`),
  unreachable: notAvailable(() => 'Trace could not be reached. Check the connection, then ask again.'),
  timedOut: notAvailable(() => 'Trace took too long to answer. Ask again in a minute.'),
  unreadable: notAvailable(() => 'The answer from Trace could not be read. Ask again in a minute.'),
  leftOut: notAvailable(() => 'The answer from Trace left this row out. Ask again for this row.'),

  actionMalformed: value(
    ({ expected }) => `Trace cannot do this with what was given. Give ${expected}, then try again.`,
  ),
  actionRefused: notAvailable(({ status, message }) =>
    message === ''
      ? `Trace refused this (HTTP ${status}). Correct what was given, then try again.`
      : `Trace refused this (HTTP ${status}): ${cut(message).replace(/\.+$/, '')}. Correct what was given, then try again.`,
  ),
  companyUnknown: notAvailable(
    ({ identifier }) =>
      `Trace does not track ${quote(identifier)}. Check the domain, or ask for a refresh of it first.`,
  ),
  flagTooLong: value(
    ({ length, limit }) =>
      `The description has ${thousands(length)} characters, and a flag takes ${thousands(limit)}. Shorten it, then send it again.`,
  ),
  listAccessDenied: notAvailable(
    () => 'You may only read this list. Ask its owner to let you edit it, or work on a list of your own.',
  ),

  ...RUN_SENTENCES,
  runCapReached: notAvailable(
    ({ credits }) =>
      `The run's limit is reached: the next company may cost ${countOf(credits, 'credit')}. Raise the limit and resume.`,
  ),
  sheetGone: notAvailable(() => 'The sheet of the run is gone. Restore it and resume, or discard the run.'),
  sheetFull: notAvailable(() => 'The file has no room for more cells. Delete empty rows or columns, then resume.'),
  cellsProtected: notAvailable(() => 'These cells are protected. Ask for the right to edit them, then retry.'),

  hostMissing: notAvailable(() => 'There is no spreadsheet here. Open Trace inside Excel, or in the web workbook.'),
  sheetRefused: notAvailable(
    ({ message }) =>
      `Google Sheets did not let Trace write: ${cut(firstSentence(message))}. No formula is lost. Ask for the right to edit these cells, then retry.`,
  ),
  storeRefused: notAvailable(
    ({ message }) =>
      `Google could not read or keep Trace's settings: ${cut(firstSentence(message))}. Try again in a minute.`,
  ),
  consentMissing: notAvailable(
    () =>
      'Google has not been told to allow Trace all that it needs. Choose Extensions > Trace > Open Trace again, and tick every permission.',
  ),
  hostQuota: notAvailable(
    () =>
      "Google's daily limit for requests from spreadsheets is used up. It is Google's limit, not Trace's; it resets within 24 hours.",
  ),
  outOfTime: notAvailable(
    () =>
      'not fetched yet: Google gives one formula 30 seconds. Enter the formula again to go on; rows already fetched are kept.',
  ),
  cancelled: notAvailable(() => 'The calculation was cancelled. Recalculate the cell to ask again.'),
  internal: notAvailable(
    ({ detail }) => `Something in this add-on went wrong (${cut(detail)}). Please report it to Trace support.`,
  ),
};

function value<C extends ErrorCode>(say: Row<C>['say']): Row<C> {
  return { kind: 'value', say };
}

function notAvailable<C extends ErrorCode>(say: Row<C>['say']): Row<C> {
  return { kind: 'notAvailable', say };
}

/** A quotation, short and without keys: people paste them into the wrong cell. */
function cut(quoted: string): string {
  const text = maskKeysIn(quoted);
  return text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH - 1)}…` : text;
}

/** Without its full stop: what the host says besides is advice for another program. */
function firstSentence(text: string): string {
  return (text.split('. ')[0] ?? '').replace(/\.+$/, '');
}

function quote(text: string): string {
  return `"${cut(text)}"`;
}

/** A name of a company has letters, and no dot inside a word; a search shows three companies, at a credit each. */
function domainAdvice(input: string): string {
  const isName = /\p{L}{2}/u.test(input) && !/[.,/:@][^\s.]|\.\./.test(input) && input.length <= QUOTE_LENGTH;
  if (!isName) return "Give the company's domain, such as stripe.com.";
  return `=TRACE_SEARCH(${quote(input.replace(/"/g, ''))},,"top=3") finds it by name for up to 3 credits.`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function seconds(count: number): string {
  return countOf(count, 'second');
}

function countOf(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${thousands(count)} ${unit}s`;
}

function suggest(nearest: readonly string[]): string {
  return nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}? ` : '';
}

/** What is not known, with the names that may have been meant or, where there are none, where to find them. */
function unknownName(what: string, nearest: readonly string[], advice: string): string {
  return nearest.length > 0 ? `${what} Did you mean ${oneOf(nearest.map(cut))}?` : `${what} ${advice}`;
}

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
