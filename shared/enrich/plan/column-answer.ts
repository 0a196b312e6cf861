import type { FilterName } from '../../catalogue/options';
import type { FieldAnswer, RowAnswer } from '../../cells/answers';
import { readInput } from '../../cells/inputs';
import { NO_OPTIONS, type Options } from '../../cells/options';
import { hasNone, toLines } from '../../cells/table';
import type { Cell } from '../../cells/values';
import type { CompanyRecord } from '../../client/resources/companies';
import type { PartnersRecord } from '../../client/resources/partnerships';
import type { RowsRecord } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import { answerOne } from '../../functions/answer-inputs';
import { readCompanyField } from '../../functions/bodies/company';
import { namesUsed, toUsedCell } from '../../functions/bodies/has-tech';
import { toListedFields, toPartnerFields } from '../../functions/bodies/partners';
import { toSharedField } from '../../functions/bodies/shared-partners';
import { toTechnologyFields } from '../../functions/bodies/tech';
import type { AnyRecord, LookupOutcome } from '../../records/outcome';
import { toGridCell, wordIn, type GridCell, type NoAnswer } from '../sheet/cell-values';
import { isAsking, keyOfList, needOf, type AskingChoice, type Choice, type Found } from './column-spec';

/**
 * What a column shows of answers. Separate from its title, which the panel needs before it loads the code for
 * enrichments.
 */

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

/** One cell, as the formula that the column replaces shows it; a {@link TraceError} if there is no answer. */
export function toAnswerCell(choice: AskingChoice, found: Found): GridCell | TraceError {
  const outcome = outcomeOf(choice, found);
  const { answer } = answerOne('', outcome, (record, asOfMs) => [toField(choice, record, asOfMs, found)]);
  const [[cell]] = toLines(answer, ['value'], NO_OPTIONS) as [[Cell]];
  if (cell instanceof TraceError) return cell;
  const shown = toGridCell(cell)!;
  if (shown.kind !== 'text' || wordIn(shown.text) === undefined) return shown;
  return { ...shown, says: wordOf(answer) };
}

function outcomeOf(choice: AskingChoice, found: Found): LookupOutcome | undefined {
  const need = needOf(choice);
  if (need !== 'listed') return found[need];
  return choice.adds === 'partners' ? found.lists.get(keyOfList(choice)) : undefined;
}

function wordOf(answer: RowAnswer): NoAnswer | 'value' {
  if (answer.is === 'notTracked') return 'notTracked';
  return answer.is === 'values' && hasNone(answer.fields[0]!) ? 'none' : 'value';
}

/** The lists among the shown cells that a limit has cut. A count is complete anyway. */
export function cutListsOf(choices: readonly Choice[], found: Found): readonly PartnersRecord[] {
  const showsList = (choice: Choice): boolean =>
    choice.adds === 'sharedPartners' || (choice.adds === 'partners' && choice.field !== 'count');
  return choices.filter(isAsking).flatMap((choice) => {
    if (!showsList(choice)) return [];
    const outcome = outcomeOf(choice, found);
    const record = outcome?.is === 'found' ? (outcome.record as PartnersRecord) : null;
    return record?.isPartial === true ? [record] : [];
  });
}

/** A field as read by the function that the column replaces. */
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
    case 'partners': {
      const { field, type, top = null } = choice;
      if (!('rows' in record)) {
        return toPartnerFields(record as PartnersRecord, asOfMs, [field], { ...NO_OPTIONS, top })[0]!;
      }
      const options = { ...only('type', type?.split(',') ?? null), top };
      return toListedFields(record as RowsRecord, asOfMs, [field], options, top === null)[0]!;
    }
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
