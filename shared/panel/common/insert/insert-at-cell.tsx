import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { say } from '../../../errors/say';
import type { TypedColumn } from '../../../enrich/sheet/run-events';
import { attempt, type Attempted } from '../bulk-engine';
import { PressButton } from '../press-button';
import { addSheet, isBlank, type InsertPlace, withTypedColumns, placeOf, toObstacleText } from './insertion';
import type { ActiveCell, BulkHost, Insertion } from '../../bulk-host';
import { Problem, Said, useErrand } from '../outcome';
import { useSheet } from '../sheet';
import { makeShared } from '../shared-value';
import { useNewest } from '../late-answers';

/** One button: what it enters. */
export interface InsertWay {
  readonly label: string;
  readonly isMain?: boolean;
  /** `null`: not now. */
  readonly toInsertion: ((place: InsertPlace) => Insertion) | null;
  readonly toDoneText: (place: InsertPlace) => string;
}

interface Props {
  readonly ways: readonly InsertWay[];
  /** What was said is of this only. */
  readonly of: string;
  /** What will be filled, or why nothing can be. */
  readonly hint: string;
  /** The title of the sheet that is added unless an empty cell with room is selected; absent: no sheet is added. */
  readonly newSheet?: string;
  /** Other buttons. */
  readonly children?: ComponentChildren;
  readonly onInserted?: () => void;
}

/** Enters something at the active cell, into blank cells only, or on a new sheet. */
export function InsertAtCell({ ways, of, hint, newSheet, children, onInserted }: Props) {
  const { host } = useSheet();
  const active = useActive();
  /** What was inserted. It stays although a new sheet has another active cell. */
  const [done, setDone] = useState('');
  const [said, setSaid] = useState('');
  const errand = useErrand();
  const { cell } = active;
  // At once: a press that finds another cell active says so right after the cell is drawn.
  useLayoutEffect(() => {
    setSaid('');
    errand.clear();
  }, [of, cell?.sheet, cell?.row, cell?.column]);
  useLayoutEffect(() => setDone(''), [of]);
  const isOff = cell === null && newSheet === undefined;
  const insert = ({ toInsertion, toDoneText }: InsertWay): void => {
    if (toInsertion === null || isOff) return;
    setDone('');
    errand.run(
      '',
      () => attempt(() => insertWhereShown(host, active, cell, toInsertion, newSheet)),
      (inserted) => {
        if (typeof inserted === 'string') return setSaid(inserted);
        setSaid('');
        setDone(withTypedColumns(toDoneText(inserted.at), inserted.typed));
        onInserted?.();
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
            isOff={errand.isBusy || way.toInsertion === null || isOff}
            onPress={() => insert(way)}
          >
            {way.label}
          </PressButton>
        ))}
        {children}
        {isOff && <PressButton onPress={() => void active.read()}>Read active cell</PressButton>}
      </div>
      <Said style="hint">{said || done}</Said>
      <Problem>{errand.problem}</Problem>
    </>
  );
}

type Entered = { readonly at: InsertPlace; readonly typed?: readonly TypedColumn[] };

/**
 * If the active cell is not where the panel said, nothing is written, and the panel says the new place. Returns
 * the place, or a sentence where nothing was entered.
 *
 * @param newSheet the title of the sheet that is added where no empty cell with room is active; absent: none is
 */
async function insertWhereShown(
  host: Pick<BulkHost, 'insertAt' | 'addSheet'>,
  active: ActiveCellWatch,
  shown: ActiveCell | null,
  toInsertion: (place: InsertPlace) => Insertion,
  newSheet: string | undefined,
): Promise<Entered | string> {
  const insertAt = async (at: InsertPlace): Promise<Entered | string> => {
    const inserted = await host.insertAt(toInsertion(at));
    return inserted.is === 'done' ? { ...inserted, at } : toObstacleText(at, inserted);
  };
  const ended = await active.read();
  const cell = ended.ok && ended.value !== 'object' ? ended.value : null;
  if (newSheet !== undefined && (cell === null || !isBlank(cell))) return insertAt(await addSheet(host, newSheet));
  if (!ended.ok) return say(ended.error, 'action');
  if (cell === null) return 'Select a blank cell in the sheet.';
  if (cell.sheet !== shown?.sheet || cell.row !== shown.row || cell.column !== shown.column) {
    return `The active cell is ${placeOf(cell)}. Press again to insert there.`;
  }
  const entered = await insertAt(cell);
  return newSheet !== undefined && typeof entered === 'string' ? insertAt(await addSheet(host, newSheet)) : entered;
}

export interface ActiveCellWatch {
  /** `null`: it is not known yet, or no cell is active. */
  readonly cell: ActiveCell | null;
  /** Reads it again, and says why it cannot be read. */
  read(): Promise<Attempted<ActiveCell | 'object'>>;
}

/** Arrow keys pass over many cells. */
const FOLLOW_AFTER_MS = 300;

/**
 * The active cell, once it stays: when the host says that it moved, and when the person comes back to the panel. Reading
 * it costs nothing.
 *
 * @param isOn whether this part of the panel is seen: otherwise nothing is read
 */
export function useActiveCell(isOn: boolean): ActiveCellWatch {
  const { host } = useSheet();
  const [cell, setCell] = useState<ActiveCell | null>(null);
  const begin = useNewest();
  const read = async (): Promise<Attempted<ActiveCell | 'object'>> => {
    const isNewest = begin();
    const ended = await attempt(() => host.activeCell());
    if (isNewest()) {
      const next = ended.ok && ended.value !== 'object' ? ended.value : null;
      setCell((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    }
    return ended;
  };
  useEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void read();
    const stop = host.onSelection?.(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), FOLLOW_AFTER_MS);
    });
    return () => {
      begin();
      clearTimeout(timer);
      stop?.();
    };
  }, [host, isOn]);
  return { cell, read };
}

/** The active cell, as a tab watches it for its cards. */
export const [ActiveCellProvider, useActive] = makeShared<ActiveCellWatch>();
