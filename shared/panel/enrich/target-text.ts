import { titleOf, type Choice } from '../../enrich/plan/column-spec';
import { isTitleOf } from '../../enrich/plan/former-titles';
import type { Plan, Target } from '../../enrich/plan/plan';
import { isolated, cut, columnName } from '../common/words';
import type { Settings } from './choose-state';

export const LONGEST_TITLE = 60;

/** A column by its letters and title, such as `C Headcount (Employees)`: with what fills it, where the title does not say that. */
export function toTargetText({ column, title }: Pick<Target, 'column' | 'title'>, choice: Choice): string {
  const shown = isolated(cut(title.trim(), LONGEST_TITLE));
  return `${columnName(column)} ${isTitleOf(choice, title) ? shown : `${shown} (${titleOf(choice)})`}`;
}

/** The columns of the sheet that a plan fills, though their headings say it in other words. */
export function toOtherWords({ targets, choices }: Pick<Plan, 'targets' | 'choices'>): readonly string[] {
  return targets.flatMap((target, at) => {
    const choice = choices[at]!;
    return target.isNew || isTitleOf(choice, target.title) ? [] : [toTargetText(target, choice)];
  });
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
