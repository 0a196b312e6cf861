import { titleOf, type Choice } from '../../enrich/plan/column-spec';
import type { Target } from '../../enrich/plan/plan';
import { isolated, cut, columnName } from '../common/words';
import type { Settings } from './choose/choose-state';

export const LONGEST_TITLE = 60;

/** What a column of the sheet that is filled is called, where that is not the chosen title: `C Headcount`; otherwise `C`. */
export function toTargetText({ column, title, isNew }: Target, choice: Choice): string {
  const isSame = isNew || title.trim().toLowerCase() === titleOf(choice).toLowerCase();
  return isSame ? columnName(column) : `${columnName(column)} ${isolated(cut(title.trim(), LONGEST_TITLE))}`;
}

/** The options that differ from what most people want, such as `columns with the same titles, no hidden rows`; `''`: none does. */
export function toOptionsText({ choices, where, mode, isOverwriteConfirmed, withHidden }: Settings): string {
  return [
    where === 'sameTitles' && 'columns with the same titles',
    mode === 'overwrite' && (isOverwriteConfirmed ? 'overwrite values' : 'overwrite values (not confirmed yet)'),
    !withHidden && 'no hidden rows',
    choices.some(({ adds }) => adds === 'status') && 'status column',
  ]
    .filter((text) => text !== false)
    .join(', ');
}
