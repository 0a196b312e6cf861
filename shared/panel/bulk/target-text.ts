import { titleOf, type Choice } from '../../enrich/plan/column-spec';
import { isTitleOf } from '../../enrich/plan/former-titles';
import type { Plan, Target } from '../../enrich/plan/plan';
import { textStart } from '../../text-start';
import { isolated } from '../common/words';
import { columnName } from './bulk-text';

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

/** @param most in UTF-16 units, with the dots at its end */
export function cut(text: string, most: number): string {
  return text.length > most ? `${textStart(text, most - 1)}…` : text;
}
