import type { FieldAnswer } from '../../cells/answers';
import type { Options } from '../../cells/options';
import { readTechnologies, readTechnologyCount, type CompanyRecord } from '../../client/resources/companies';
import { lookUpInputs, showInputs, toAnsweredRows } from '../answer-inputs';
import type { FunctionBody } from '../body';
import { changesIn, requireSince } from './changes';
import { checkFilters, filterNames } from '../names/check-filters';
import { questionsOf } from '../names/check-names';
import { chooseItems, type FilterFields } from './choose-items';
import { receiptOf } from './company';
import { toItemFields } from './item-fields';
import { withoutPassing } from './passing-rows';
import { ShownTechnologies } from '../names/shown-technologies';

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
