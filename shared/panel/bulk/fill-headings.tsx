import type { Choice } from '../../enrich/plan/column-spec';
import type { HeadingColumn } from '../../enrich/plan/heading-columns';
import { isolated } from '../common/words';
import { columnName } from './bulk-text';
import { isChosen } from './choice-menu';
import type { Settings } from './choose-state';
import { PressButton } from './press-button';
import { cut } from './target-text';

interface Props {
  readonly headings: readonly HeadingColumn[];
  readonly choices: readonly Choice[];
  readonly where: Settings['where'];
  readonly onFill: (choices: readonly Choice[]) => void;
}

const LONGEST_HEADING = 24;

/** Headings of the sheet that ask for what Trace knows, and the button that fills their columns. */
export function FillHeadings({ headings, choices, where, onFill }: Props) {
  if (headings.length === 0) return null;
  const isDone = where === 'sameTitles' && headings.every(({ choice }) => isChosen(choices, choice));
  const names = headings.map(
    ({ column, heading }) => `${columnName(column)} ${isolated(cut(heading, LONGEST_HEADING))}`,
  );
  return (
    <div class="offer">
      <p>Your headings ask for: {names.join(', ')}.</p>
      <PressButton isOff={isDone} onPress={() => onFill(headings.map(({ choice }) => choice))}>
        Fill from headings
      </PressButton>
    </div>
  );
}
