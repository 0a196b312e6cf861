import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { TypedColumn } from '../../enrich/sheet/run-events';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import { withTypedColumns } from '../bulk/typed-column-text';
import type { ActiveCell, BulkHost, Insertion } from '../bulk-host';
import { placeOf, toObstacleText } from './insertion';
import type { ActiveCellWatch } from './use-active-cell';
import { useStep } from './use-step';

/** One button: what it enters. */
export interface InsertWay {
  readonly label: string;
  readonly isMain?: boolean;
  /** `null`: not now. */
  readonly toInsertion: ((cell: ActiveCell) => Insertion) | null;
  readonly toDoneText: (cell: ActiveCell) => string;
}

interface Props {
  readonly host: Pick<BulkHost, 'insertAt'>;
  readonly active: ActiveCellWatch;
  readonly ways: readonly InsertWay[];
  /** What was said is of this only. */
  readonly of: string;
  /** What will be filled, or why nothing can be. */
  readonly hint: string;
  /** Other buttons. */
  readonly children?: ComponentChildren;
  readonly onInserted?: () => void;
}

/** Enters something at the active cell, into blank cells only. */
export function InsertAtCell({ host, active, ways, of, hint, children, onInserted }: Props) {
  const [said, setSaid] = useState('');
  const step = useStep();
  const { cell } = active;
  // At once: a press that finds another cell active says so right after the cell is drawn.
  useLayoutEffect(() => {
    setSaid('');
    step.clear();
  }, [of, cell?.sheet, cell?.row, cell?.column]);
  const insert = ({ toInsertion, toDoneText }: InsertWay): void => {
    if (toInsertion === null || cell === null) return;
    step.run(
      () => attempt(() => insertWhereShown(host, active, cell, toInsertion)),
      (done) => {
        setSaid(typeof done === 'string' ? done : withTypedColumns(toDoneText(done.at), done.typed));
        if (typeof done !== 'string') onInserted?.();
      },
    );
  };
  return (
    <>
      <p class="hint">{hint}</p>
      <div class="buttons">
        {ways.map((way) => (
          <PressButton
            key={way.label}
            isMain={way.isMain === true}
            isOff={step.isBusy || way.toInsertion === null || cell === null}
            onPress={() => insert(way)}
          >
            {way.label}
          </PressButton>
        ))}
        {children}
        {cell === null && <PressButton onPress={() => void active.look()}>Read active cell</PressButton>}
      </div>
      <p role="status" class="hint">
        {said}
      </p>
      <p role="alert" class="problem">
        {step.problem}
      </p>
    </>
  );
}

/**
 * Where the active cell is elsewhere than the panel said, nothing is written, and the panel says the new place. Returns
 * the cell, or a sentence where nothing was entered.
 */
async function insertWhereShown(
  host: Pick<BulkHost, 'insertAt'>,
  active: ActiveCellWatch,
  shown: ActiveCell,
  toInsertion: (cell: ActiveCell) => Insertion,
): Promise<{ readonly at: ActiveCell; readonly typed?: readonly TypedColumn[] } | string> {
  const ended = await active.look();
  if (!ended.ok) return say(ended.error, 'action');
  const cell = ended.value;
  if (cell === 'object') return 'Select a blank cell in the sheet.';
  if (cell.sheet !== shown.sheet || cell.row !== shown.row || cell.column !== shown.column) {
    return `The active cell is ${placeOf(cell)}. Press again to insert there.`;
  }
  const inserted = await host.insertAt(toInsertion(cell));
  return inserted.is === 'done' ? { ...inserted, at: cell } : toObstacleText(cell, inserted);
}
