import { useEffect, useState } from 'preact/hooks';
import type { ActiveCell } from '../bulk-host';
import { count, toDayText, cellName } from '../common/words';
import { callOfCell, readReceipt, type Receipt } from './receipt';
import { StepSays } from './price-button';
import { useStep } from '../common/outcome';
import { useActive } from '../common/insert/insert-at-cell';
import { useSheet } from '../common/sheet';

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
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [isRead, setRead] = useState(false);
  const step = useStep();
  useEffect(
    () =>
      step.run(
        () => engine.beside((ports) => readReceipt(ports, cell)),
        (found) => {
          setReceipt(found);
          setRead(true);
        },
      ),
    [engine],
  );
  return (
    <>
      {isRead && receipt === null && <p class="hint">This cell has no saved answer yet.</p>}
      {receipt !== null && <Lines receipt={receipt} />}
      <StepSays {...step} busy="Reading saved answers…" />
    </>
  );
}

function Lines({ receipt }: { readonly receipt: Receipt }) {
  const { answers, missing, oldestMs, newestMs, freeUntilMs, sources, credits } = receipt;
  const [oldest, newest] = [toDayText(oldestMs), toDayText(newestMs)];
  return (
    <dl class="facts">
      <dt>Answered</dt>
      <dd>{oldest === newest ? oldest : `${oldest} – ${newest}`}</dd>
      <dt>Free until</dt>
      <dd>{toDayText(freeUntilMs)}</dd>
      <dt>Source</dt>
      <dd>{sources.join(', ')}</dd>
      <dt>Credits</dt>
      <dd>
        {credits === 0 ? '0' : `up to ${credits.toLocaleString('en-US')}`}
        {answers > 1 ? `, for ${count(answers, 'answer', 'answers')}` : ''}
      </dd>
      {missing > 0 && (
        <>
          <dt>Not saved</dt>
          <dd>{count(missing, 'answer', 'answers')}</dd>
        </>
      )}
    </dl>
  );
}
