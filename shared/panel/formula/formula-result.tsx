import { useEffect, useRef, useState } from 'preact/hooks';
import { isUnfilled } from '../../errors/cell-traits';
import { PressButton } from '../common/press-button';
import type { Insertion, ListSeparator } from '../bulk-host';
import { useActive, InsertAtCell } from '../common/insert/insert-at-cell';
import { type InsertPlace, placeOf } from '../common/insert/insertion';
import { copyFrom } from '../common/browser';
import { UnknownName } from '../common/unknown-name';
import { toDraftFormula, type Draft } from './draft';
import {
  toDraftPrice,
  toOccupiedText,
  toPriceSentence,
  toRoomText,
  type CheckedDraft,
  type DraftSize,
} from './checked-draft';
import type { Home } from './use-checked-draft';
import { Said } from '../common/outcome';

interface Props {
  readonly draft: Draft;
  /** `null`: it is being looked at. */
  readonly checked: CheckedDraft | null;
  /** The sheet of the cells that it names; `null`: that of the active cell. */
  readonly home: Home | null;
  readonly separator: ListSeparator;
  readonly costs: string;
  readonly onInserted: () => void;
  /** Puts a name in place of one that Trace does not know. */
  readonly onUse: (wrong: string, name: string) => void;
}

/** The formula that was built, its price, and where it goes: into blank cells only. */
export function FormulaResult({ draft, checked, home, separator, costs, onInserted, onUse }: Props) {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { cell } = useActive();
  const sheets = home === null || cell === null ? null : { from: home.sheetName, to: cell.sheetName };
  const text = toDraftFormula(draft, separator, sheets);
  useEffect(() => setSaid(''), [text]);
  const occupied = toOccupiedText(cell);
  const ready = checked?.is === 'ready' ? checked : null;
  const copy = (): void => {
    const isCopied = field.current !== null && copyFrom(field.current);
    setSaid(isCopied ? 'The formula is copied.' : 'The formula is selected. Copy it with Ctrl+C or ⌘C.');
  };
  return (
    <section aria-label="Your formula">
      <label for="formula-text">Formula</label>
      <textarea
        id="formula-text"
        ref={field}
        class="text formula-text"
        rows={Math.min(5, 1 + Math.floor(text.length / 36))}
        readOnly
        spellcheck={false}
        value={text}
      />
      {checked?.is === 'problem' &&
        (isUnfilled(checked.error) ? (
          <p class="hint">Fill in the fields above to see the price.</p>
        ) : (
          <UnknownName error={checked.error} onUse={onUse} />
        ))}
      {ready !== null && (
        <>
          <p>{toPriceSentence(ready)}</p>
          {ready.credits !== 0 && (
            <details class="fold">
              <summary>How it is charged</summary>
              <p class="hint">{costs}</p>
            </details>
          )}
        </>
      )}
      <InsertAtCell
        ways={[
          {
            label: `Insert formula${ready === null ? '' : ` · ${toDraftPrice(ready)}`}`,
            isMain: true,
            toInsertion:
              ready === null || occupied !== ''
                ? null
                : (at) => toFormulaInsertion(at, toDraftFormula(draft, ',', sheets), ready.size),
            toDoneText: (at) => `Inserted ${text} in ${placeOf(at)}.`,
          },
        ]}
        of={text}
        hint={ready === null ? '' : occupied !== '' || cell === null ? occupied : toRoomText(cell, ready.size)}
        onInserted={onInserted}
      >
        <PressButton isOff={checked?.is === 'problem'} onPress={copy}>
          Copy
        </PressButton>
      </InsertAtCell>
      <Said style="hint">{said}</Said>
    </section>
  );
}

/** Hosts check no more cells at once. A longer answer does not overwrite filled cells either. */
const MOST_CELLS = 100_000;

function toFormulaInsertion(
  { sheet, row, column }: InsertPlace,
  formula: string,
  { rows, columns }: DraftSize,
): Insertion {
  const checkedRows = Math.min(rows, Math.floor(MOST_CELLS / columns));
  return { sheet, row, column, rows: checkedRows, columns, content: { formula } };
}
