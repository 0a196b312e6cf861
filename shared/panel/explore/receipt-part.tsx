import { useEffect, useState } from 'preact/hooks';
import type { ActiveCell } from '../bulk-host';
import { count, toDayText, cellName } from '../common/words';
import { callOfCell, readReceipt, type Receipt } from './receipt';
import { Facts } from '../common/figures';
import { Outcome, useErrand } from '../common/outcome';
import { useActive } from '../common/insert/insert-at-cell';
import { useSheet } from '../common/sheet';
import { READING_SAVED } from './explore-text';

/** Where the answer in the active cell comes from, how old it is and what it cost. Reading it sends nothing. */
export function ReceiptPart() {
  const [isOpen, setOpen] = useState(false);
  const { cell } = useActive();
  if (cell === null || callOfCell(cell) === null) return null;
  const key = [cell.sheet, cell.row, cell.column, cell.formula, cell.value].join('\n');
  return (
    <details class="explore-insert" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Receipt for {cellName(cell.row, cell.column)}</summary>
      {isOpen && <Reading key={key} cell={cell} />}
    </details>
  );
}

function Reading({ cell }: { readonly cell: ActiveCell }) {
  const engine = useSheet();
  const [receipt, setReceipt] = useState<Receipt | null | undefined>();
  const errand = useErrand();
  useEffect(() => {
    errand.run(READING_SAVED, () => engine.beside((ports) => readReceipt(ports, cell)), setReceipt);
  }, [engine]);
  return (
    <>
      {receipt === null && <p class="hint">This cell has no saved answer yet.</p>}
      {receipt && <Lines receipt={receipt} />}
      <Outcome {...errand} />
    </>
  );
}

function Lines({ receipt }: { readonly receipt: Receipt }) {
  const { answers, missing, oldestMs, newestMs, freeUntilMs, sources, credits } = receipt;
  const [oldest, newest] = [toDayText(oldestMs), toDayText(newestMs)];
  const price = credits === 0 ? '0' : `up to ${credits.toLocaleString('en-US')}`;
  return (
    <Facts
      of={[
        ['Answered', oldest === newest ? oldest : `${oldest} – ${newest}`],
        ['Free until', toDayText(freeUntilMs)],
        ['Source', sources.join(', ')],
        ['Credits', answers > 1 ? `${price}, for ${count(answers, 'answer', 'answers')}` : price],
        ...(missing > 0 ? [['Not saved', count(missing, 'answer', 'answers')] as const] : []),
      ]}
    />
  );
}
