import { useState } from 'preact/hooks';
import { previewUndo, type UndoPreview } from '../../enrich/enrichment';
import { Facts } from '../common/figures';
import { Outcome, Sentences, useErrand } from '../common/outcome';
import { isDone, isUndoing, toRest } from './run-stage';
import { KeepQuestion, LimitForm, useLimit, type EndedViewProps } from './ended-view';
import {
  OTHER_REASON,
  toOtherFacts,
  toOtherTitle,
  toBackText,
  toChanges,
  toUnrestoredText,
  toValueText,
} from './other-run-text';
import { PressButton } from '../common/press-button';
import { UndoneView } from './undone-view';
import { useSheet } from '../common/sheet';
import { useShowMore } from '../common/show-more';
import { count, cellName } from '../common/words';

/** An enrichment that this person's own store does not know: nothing is written or spent before it is confirmed. */
export function OtherRunView({ ended, isBusy, onResume, onUndo, onKeep }: EndedViewProps) {
  const engine = useSheet();
  const { enrichment } = ended;
  const [list, setList] = useState<UndoPreview | null>(null);
  const [isAsking, setAsking] = useState(false);
  const errand = useErrand('run');
  const limit = useLimit(enrichment.spent, false, onResume);
  const isOff = isBusy || errand.isBusy;
  const show = (): void => errand.run('Listing the cells…', () => engine.do(previewUndo), setList);
  return (
    <>
      <h3>{toOtherTitle(enrichment.head)}</h3>
      <p>{OTHER_REASON}</p>
      <Facts of={toOtherFacts(enrichment)} />
      {ended.undone !== null && <UndoneView undone={ended.undone} />}
      {list !== null && <UndoListView list={list} isBusy={isOff} onConfirm={onUndo} onCancel={() => setList(null)} />}
      {list === null && (
        <>
          <p class="note">Nothing is written or spent before you confirm.</p>
          {toRest(enrichment) === 'open' && !isUndoing(enrichment) && (
            <LimitForm
              label="Limit for the remaining rows"
              button="Resume with my key"
              limit={limit}
              isBusy={isOff}
              onGo={() => limit.goOn()}
            />
          )}
          <div class="buttons">
            <PressButton isMain isOff={isOff} onPress={show}>
              Show what undo would change
            </PressButton>
            <PressButton isOff={isOff} onPress={() => setAsking(true)}>
              {isDone(enrichment) ? 'New enrichment' : 'Discard'}
            </PressButton>
          </div>
          {isAsking && (
            <KeepQuestion
              isFinished={isDone(enrichment)}
              isBusy={isOff}
              onKeep={onKeep}
              onCancel={() => setAsking(false)}
            />
          )}
        </>
      )}
      <Outcome {...errand} />
    </>
  );
}

interface UndoListViewProps {
  readonly list: UndoPreview;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Every cell that an undo would change, and the button that confirms it. */
function UndoListView({ list, isBusy, onConfirm, onCancel }: UndoListViewProps) {
  const cells = toChanges(list);
  const shown = useShowMore<HTMLTableSectionElement>(cells.length, 20);
  const what = count(cells.length, 'cell', 'cells');
  return (
    <>
      <p>{cells.length === 0 ? 'Nothing to undo. Discard this enrichment?' : `Undo would change ${what}:`}</p>
      {cells.length > 0 && (
        <div class="framed preview listed">
          <table aria-label="Cells that would change">
            <thead>
              <tr>
                <th scope="col">Cell</th>
                <th scope="col">Now</th>
                <th scope="col">After undo</th>
              </tr>
            </thead>
            <tbody ref={shown.list}>
              {cells.slice(0, shown.most).map(({ row, column, now, back }) => (
                <tr key={`${row}.${column}`}>
                  <th scope="row">{cellName(row, column)}</th>
                  <td>{toValueText(now)}</td>
                  <td>{toBackText(back)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.button && <p>{shown.button}</p>}
      <Sentences class="note" of={toUnrestoredText(list)} />
      <div class="buttons">
        <PressButton isMain isOff={isBusy} onPress={onConfirm}>
          {cells.length === 0 ? 'Discard the enrichment' : `Undo ${what}`}
        </PressButton>
        <PressButton isOff={isBusy} onPress={onCancel}>
          Cancel
        </PressButton>
      </div>
    </>
  );
}
