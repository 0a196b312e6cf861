import { useState } from 'preact/hooks';
import { count } from '../count';
import { toCellText } from './bulk-text';
import { toClipboardText } from './clipboard-text';
import type { LeftRun } from './left-run';
import { PressButton } from './press-button';

interface Props {
  readonly unplaced: LeftRun['unplaced'];
  readonly isBusy: boolean;
  readonly onPlace: () => void;
}

/** Answers whose rows were gone when they arrived: paid for, and kept until they are copied or placed. */
export function UnplacedList({ unplaced, isBusy, onPlace }: Props) {
  const [said, setSaid] = useState('');
  if (unplaced.length === 0) return null;
  const lines = unplaced.map(({ identifier, cells }) => [identifier, ...cells.map(toCellText)]);
  const copy = async (): Promise<void> => {
    const text = toClipboardText(
      unplaced.map(({ identifier, cells }) => [{ kind: 'text', text: identifier, isLiteral: true }, ...cells]),
    );
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(
      isCopied
        ? 'Copied; paste it into an empty part of a sheet.'
        : 'The browser does not let this be copied. Select the text of the table and copy it.',
    );
  };
  return (
    <div class="asked" role="group" aria-label="Answers without a row">
      <p>
        {count(unplaced.length, 'answer has', 'answers have')} no row: it was deleted, changed or filled. They are kept
        here.
      </p>
      <div class="scrolled preview" tabIndex={0} role="group" aria-label="Answers without a row">
        <table>
          <tbody>
            {lines.map(([identifier, ...cells]) => (
              <tr key={identifier}>
                <th scope="row">{identifier}</th>
                <td>{cells.join(' | ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="buttons">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <PressButton isOff={isBusy} onPress={onPlace}>
          Place again
        </PressButton>
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
