import type { Settings } from './choose-state';

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
