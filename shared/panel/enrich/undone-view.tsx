import { useState } from 'preact/hooks';
import type { WhyUnrestored } from '../../enrich/undo/undo-plan';
import type { Undone } from '../../enrich/undo/undo';
import { count, plural } from '../common/words';
import { CellList } from '../common/cell-list';
import { KeepQuestion, type EndedViewProps } from './ended-view';
import { toValueText } from './other-run-text';
import { PressButton } from '../common/press-button';
import { useShowMore } from '../common/show-more';

interface UndoneProps {
  readonly undone: Undone;
}

const REASONS: readonly (readonly [WhyUnrestored, string])[] = [
  ['severalBefore', 'Rows of the same company held different values. Choose the right one'],
  ['besideAnother', 'An answer is beside another company'],
  ['newInput', 'The company was added or changed since'],
  ['protected', 'Protected, not restored'],
];

/** What an undo restored, and what it left to the person. */
export function UndoneView({ undone }: UndoneProps) {
  const { restored, edited, unrestored, noPlace, columns, lostTitles, isWhole } = undone;
  const old = useShowMore<HTMLUListElement>(noPlace.length);
  return (
    <>
      <p class={isWhole ? 'waiting is-set' : 'waiting'}>
        {isWhole && restored === 0
          ? 'Undone: no cells needed restoring.'
          : `${isWhole ? 'Undone' : 'Partly undone'}: ${count(restored, 'cell is', 'cells are')} as before.`}
      </p>
      {edited > 0 && (
        <p>
          {count(edited, 'cell was edited since and stays as it is.', 'cells were edited since and stay as they are.')}
        </p>
      )}
      {columns !== null &&
        REASONS.map(([reason, words]) => {
          const cells = unrestored.filter(({ why }) => why === reason);
          return (
            <CellList
              key={reason}
              sheet={columns.sheet}
              title={`${words}: ${count(cells.length, 'cell', 'cells')}`}
              cells={cells.map(({ row, target, choices }) => ({
                row,
                column: columns.targets[target]!,
                text: choices.map(toValueText).join(' or '),
              }))}
            />
          );
        })}
      {noPlace.length > 0 && (
        <details class="cells">
          <summary>Old values without their row: {noPlace.length.toLocaleString('en-US')}</summary>
          <ul ref={old.list}>
            {noPlace.slice(0, old.most).map(({ text, value }, at) => (
              <li key={at}>
                {text}: {toValueText(value)}
              </li>
            ))}
          </ul>
          {old.button}
        </details>
      )}
      {lostTitles.length > 0 && (
        <p>
          Left alone, because Trace cannot tell which {plural(lostTitles.length, 'column', 'columns')} it filled:{' '}
          {lostTitles.join(', ')}.
        </p>
      )}
    </>
  );
}

/** An enrichment that is undone in part. */
export function UnrestoredView({ ended, isBusy, onUndo, onKeep }: Omit<EndedViewProps, 'onResume'>) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {ended.undone === null ? (
        <p class="waiting">An undo was not finished: {ended.enrichment.head.sheet.name}</p>
      ) : (
        <UndoneView undone={ended.undone} />
      )}
      <p>Correct these cells and choose Undo again, or discard the rest.</p>
      <div class="buttons">
        <PressButton isMain isOff={isBusy} onPress={onUndo}>
          Undo again
        </PressButton>
        <PressButton isOff={isBusy} onPress={() => setAsking(true)}>
          Discard
        </PressButton>
      </div>
      {isAsking && <KeepQuestion isFinished={false} {...{ isBusy, onKeep }} onCancel={() => setAsking(false)} />}
    </>
  );
}
