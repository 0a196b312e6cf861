import type { FilterName } from '../../catalogue/options';
import type { FieldAnswer } from '../../cells/answers';
import { readInput } from '../../cells/inputs';
import { NO_OPTIONS, type Options } from '../../cells/options';
import { toLines } from '../../cells/table';
import type { Cell } from '../../cells/values';
import type { CompanyRecord } from '../../client/resources/companies';
import type { PartnersRecord } from '../../client/resources/partnerships';
import type { RowsRecord } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import { answerOne } from '../../functions/answer-inputs';
import { readCompanyField } from '../../functions/company-field';
import { namesUsed, toUsedCell } from '../../functions/has-tech';
import { toListedFields, toPartnerFields } from '../../functions/partners';
import { toSharedField } from '../../functions/shared-partners';
import { toTechnologyFields } from '../../functions/tech';
import type { AnyRecord, LookupOutcome } from '../../records/outcome';
import { titleOfField } from './field-titles';
import { STATUS_TITLE } from './status-words';

/** One column that a run adds: plain JSON, so that presets and journals can keep it. */
export type Choice =
  | AskingChoice
  /** What became of each row, in a word or two. Asks for nothing of its own. */
  | (Titled & { readonly adds: 'status' });

/** A column of answers. */
export type AskingChoice = Titled & Answers;

interface Titled {
  /** The title in a person's own words; absent: {@link plainTitleOf}. */
  readonly title?: string;
}

type Answers =
  | { readonly adds: 'company'; readonly field: string }
  /** @see TECHNOLOGY_FIELDS; `category` selects only those of it. */
  | { readonly adds: 'technologies'; readonly field: string; readonly category: string | null }
  | { readonly adds: 'hasTechnology'; readonly technology: string }
  /** @see PARTNER_FIELDS; types need one request per company. */
  | { readonly adds: 'partners'; readonly field: string; readonly type: string | null }
  | { readonly adds: 'sharedPartners'; readonly company: string; readonly field: 'name' | 'count' };

/** What to look up for a company. `typed`: its own list of partners, one request each. */
export type Need = 'company' | 'partners' | 'typed';

/** What was found for one company. */
export interface Found {
  readonly company: LookupOutcome | undefined;
  readonly partners: LookupOutcome | undefined;
  /** By type. */
  readonly typed: ReadonlyMap<string, LookupOutcome>;
  /** Partners of the companies that others are compared with. */
  readonly compared: ReadonlyMap<string, LookupOutcome>;
}

export const PRESETS: Readonly<Record<'Profile' | 'Stack' | 'Partners', readonly AskingChoice[]>> = {
  Profile: ['name', 'industry', 'employee_count', 'country', 'founded_year'].map((field) => ({
    adds: 'company',
    field,
  })),
  Stack: [
    { adds: 'technologies', field: 'name', category: null },
    { adds: 'technologies', field: 'category', category: null },
    { adds: 'technologies', field: 'count', category: null },
  ],
  Partners: [
    { adds: 'partners', field: 'name', type: null },
    { adds: 'partners', field: 'count', type: null },
  ],
};

/** The title of the column, in a person's own words or in plain ones. */
export function titleOf(choice: Choice): string {
  return choice.title ?? plainTitleOf(choice);
}

/** What the column holds, in plain words: `Employees`, `Technologies: Payments`, `Uses Stripe`. */
export function plainTitleOf(choice: Choice): string {
  switch (choice.adds) {
    case 'company':
      return titleOfField('company', choice.field);
    case 'technologies':
      return ofKind(titleOfField('technologies', choice.field), choice.category);
    case 'hasTechnology':
      return `Uses ${choice.technology}`;
    case 'partners':
      return ofKind(titleOfField('partners', choice.field), choice.type);
    case 'sharedPartners':
      return `Shared ${choice.field === 'count' ? 'partner count' : 'partners'} with ${choice.company}`;
    case 'status':
      return STATUS_TITLE;
  }
}

function ofKind(title: string, kind: string | null): string {
  return kind === null ? title : `${title}: ${kind}`;
}

export function isAsking(choice: Choice): choice is AskingChoice {
  return choice.adds !== 'status';
}

export function needOf(choice: AskingChoice): Need {
  if (choice.adds === 'sharedPartners') return 'partners';
  if (choice.adds === 'partners') return choice.type === null && choice.field !== 'type' ? 'partners' : 'typed';
  return 'company';
}

/** The key of the answer where several types are asked for. */
export function typeOf(choice: AskingChoice): string {
  return choice.adds === 'partners' ? (choice.type ?? '') : '';
}

/** The companies that others are compared with. Throws the problem of what was typed, as a formula would. */
export function comparedOf(choices: readonly Choice[]): readonly string[] {
  const others = choices.flatMap((choice) => (choice.adds === 'sharedPartners' ? [toCompared(choice.company)] : []));
  return [...new Set(others)];
}

function toCompared(typed: string): string {
  const input = readInput(typed);
  if (input.is === 'company') return input.identifier;
  throw input.is === 'problem' ? input.error : new TraceError('inputIsNotADomain', { input: typed });
}

/** One cell, as the formula that the column stands for shows it; a {@link TraceError} where there is no answer. */
export function toCell(choice: AskingChoice, found: Found): Cell {
  const need = needOf(choice);
  const outcome = need === 'typed' ? found.typed.get(typeOf(choice)) : found[need];
  const { answer } = answerOne('', outcome, (record, asOfMs) => [toField(choice, record, asOfMs, found)]);
  return toLines(answer, ['value'], NO_OPTIONS)[0]![0]!;
}

/** Whether a limit cut the list in the cell. A count is complete all the same. */
export function isCut(choice: Choice, found: Found): boolean {
  if (choice.adds !== 'sharedPartners' && choice.adds !== 'partners') return false;
  const outcome = needOf(choice) === 'typed' ? found.typed.get(typeOf(choice)) : found.partners;
  const isList = choice.adds === 'sharedPartners' || choice.field !== 'count';
  return isList && outcome?.is === 'found' && (outcome.record as PartnersRecord).isPartial === true;
}

/** As read by the function that the column stands for. */
export function toField(choice: AskingChoice, record: AnyRecord, asOfMs: number, found: Found): FieldAnswer {
  switch (choice.adds) {
    case 'company':
      return readCompanyField(record as CompanyRecord, choice.field, asOfMs);
    case 'technologies':
      return toTechnologyFields(
        record as CompanyRecord,
        asOfMs,
        [choice.field],
        only('category', choice.category === null ? null : [choice.category]),
      )[0]!;
    case 'hasTechnology':
      return { is: 'one', cell: toUsedCell(namesUsed(record as CompanyRecord), choice.technology) };
    case 'partners':
      return 'rows' in record
        ? toListedFields(
            record as RowsRecord,
            asOfMs,
            [choice.field],
            only('type', choice.type?.split(',') ?? null),
            true,
          )[0]!
        : toPartnerFields(record as PartnersRecord, asOfMs, [choice.field], NO_OPTIONS)[0]!;
    case 'sharedPartners': {
      const other = found.compared.get(toCompared(choice.company));
      if (other?.is !== 'found') {
        return { is: 'one', cell: other?.is === 'failed' ? other.error : new TraceError('leftOut', {}) };
      }
      return toSharedField(record as PartnersRecord, other.record as PartnersRecord, choice.field, asOfMs);
    }
  }
}

/** @param names `null`: no filter */
function only(filter: FilterName, names: readonly string[] | null): Options {
  if (names === null) return NO_OPTIONS;
  return { ...NO_OPTIONS, filters: new Map([[filter, names.map((name) => name.trim().toLowerCase())]]) };
}
