import type { FieldAnswer } from '../../cells/answers';
import type { Options } from '../../cells/options';
import {
  type CompanyRecord,
  readTechnologies,
  readTechnologyCount,
  type Technology,
} from '../../client/resources/companies';
import { lookUpInputs, showInputs, toAnsweredRows } from '../answer-inputs';
import type { FunctionBody } from '../arguments';
import { checkNames, questionsOf } from '../names/check-names';
import { toUnchecked, toUnknown, type AskedName, type NameKind } from '../names/name-verdict';
import { readTypedNames } from '../names/typed-names';
import { chooseItems, type FilterFields } from './choose-items';
import { receiptOf } from './company';
import { toItemFields } from './item-fields';
import { withoutPassing } from './passing-rows';
import { ShownTechnologies } from '../names/shown-technologies';
import { PREVIEW } from '../../cells/table';
import { toDay, type Cell } from '../../cells/values';
import { keepShown, type ShownAnswer } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';

const FILTER_FIELDS: FilterFields = { category: ['category'], vendor: ['vendor_name', 'vendor_slug'] };
const BY_NAME = { field: 'name', descending: false };

/** A filter that matches nothing may contain a name that Trace does not know, which is not the same as "none". */
export const tech: FunctionBody = function* (received) {
  const { fields, options } = received;
  requireSince(fields, options);
  const asked = filterNames(options);
  const outcomes = yield* lookUpInputs(received, 'company', undefined, questionsOf(asked));
  const { unsure, kept } = yield* checkFilters(asked, new ShownTechnologies(outcomes));
  const rows = toAnsweredRows(received, outcomes, (company, asOfMs): readonly FieldAnswer[] => {
    const items = readTechnologies(company);
    const isNone =
      items !== null && unsure !== null && chooseItems(items, options, FILTER_FIELDS, BY_NAME).length === 0;
    return isNone
      ? fields.map(() => ({ is: 'one', cell: unsure }))
      : toTechnologyFields(company, asOfMs, fields, options);
  });
  return yield* showInputs(received, withoutPassing(rows), fields, kept);
};

/** Fields of a company's technologies. The service counts all of them, but not the filtered ones. */
export function toTechnologyFields(
  company: CompanyRecord,
  asOfMs: number,
  fields: readonly string[],
  options: Options,
): readonly FieldAnswer[] {
  const items = readTechnologies(company);
  const count = options.filters.size > 0 ? null : readTechnologyCount(company);
  const receipt = receiptOf(company, asOfMs);
  const shown = toItemFields({ items, count, receipt }, fields, options, FILTER_FIELDS, BY_NAME);
  return fields.map((field, index) => {
    const changed = items === null ? undefined : changesIn(field, items, options.since);
    if (changed === undefined) return shown[index]!;
    return toItemFields({ items: changed, count: null, receipt }, ['name'], options, FILTER_FIELDS, BY_NAME)[0]!;
  });
}

/** Fields that show changes, and the date that decides each. */
const DAYS: Readonly<Record<string, 'first_detected_at' | 'last_detected_at'>> = {
  added: 'first_detected_at',
  dropped: 'last_detected_at',
};

/** Throws `sinceMissing` if a formula has one of these fields without `since=`, or the reverse. */
function requireSince(fields: readonly string[], { since }: Options): void {
  if (fields.some((field) => field in DAYS) !== (since !== null)) throw new TraceError('sinceMissing', {});
}

/**
 * The technologies that a field shows: those first seen on that day or later, or those last seen since then but not
 * on the latest day on which anything of the company was seen. `null`: no technology has such a date, so nothing is
 * known.
 *
 * @param field any field; the result is `undefined` for one that shows no changes
 * @param items all technologies of the company
 */
function changesIn(
  field: string,
  items: readonly Technology[],
  since: string | null,
): readonly Technology[] | null | undefined {
  const name = DAYS[field];
  if (name === undefined || since === null) return undefined;
  const dayOf = (item: Technology): string => toDay(item[name])?.day ?? '';
  const days = items.map(dayOf);
  const latest = [...days].sort().pop();
  if (latest === '') return null;
  return items.filter((_item, index) => days[index]! >= since && (field === 'added' || days[index]! < latest!));
}

/** The filters whose values the catalogue can check. */
const KINDS = ['category', 'vendor'] as const satisfies readonly NameKind[];

interface CheckedFilters {
  /** Shown if a filter matches nothing and its value may not exist; `null`: "none" is true. */
  readonly unsure: Cell | null;
  readonly kept: readonly ShownAnswer[];
}

/** The names in the filters of a formula. Throws the problem of an invalid one. */
function filterNames({ given }: Options): readonly AskedName[] {
  return KINDS.flatMap((kind) => readTypedNames(kind, given).map((text) => ({ kind, text })));
}

/** Asks the catalogue about names that no answer shows. Throws the sentence for one that Trace does not know. */
function* checkFilters(names: readonly AskedName[], shown: ShownTechnologies): FormulaTask<CheckedFilters> {
  const open = names.filter((name) => !shown.isEmpty && !shown.isShown(name));
  const { verdicts, kept } = yield* checkNames(open, (kind) => shown.names(kind));
  let unsure: Cell | null = null;
  for (const [index, name] of open.entries()) {
    const verdict = verdicts[index]!;
    if (verdict.is === 'unknown') {
      if (kept.length > 0) yield* keepShown(() => kept);
      throw toUnknown(name, verdict.nearest);
    }
    if (verdict.is === 'notAsked') unsure ??= PREVIEW;
    if (verdict.is === 'unchecked') {
      unsure = toUnchecked(name, verdict.error);
    }
  }
  return { unsure, kept };
}
