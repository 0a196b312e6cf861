import { useState } from 'preact/hooks';
import type { UndoPreview } from '../../enrich/enrichment';
import { count } from '../common/words';
import { cellName } from './bulk-text';
import { toBackText, toChanges, toLeftAlone, toValueText } from './other-run-text';
import { PressButton } from './press-button';

/** So many at once: thousands are slow to draw. */
const SHOWN_AT_ONCE = 100;

interface Props {
  readonly list: UndoPreview;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Every cell that an undo would change, and the button that confirms it. */
export function UndoListView({ list, isBusy, onConfirm, onCancel }: Props) {
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const cells = toChanges(list);
  const left = cells.length - most;
  const what = count(cells.length, 'cell', 'cells');
  return (
    <>
      <p>{cells.length === 0 ? 'Nothing to undo. Discard this enrichment?' : `Undo would change ${what}:`}</p>
      {cells.length > 0 && (
        <div class="scrolled preview listed" tabIndex={0} role="group" aria-label="Cells that would change">
          <table>
            <thead>
              <tr>
                <th scope="col">Cell</th>
                <th scope="col">Now</th>
                <th scope="col">After undo</th>
              </tr>
            </thead>
            <tbody>
              {cells.slice(0, most).map(({ row, column, now, back }) => (
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
      {left > 0 && (
        <p>
          <button type="button" class="link" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
            Show {Math.min(left, SHOWN_AT_ONCE)} more of {left.toLocaleString('en-US')}
          </button>
        </p>
      )}
      {toLeftAlone(list).map((sentence) => (
        <p key={sentence} class="note">
          {sentence}
        </p>
      ))}
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
