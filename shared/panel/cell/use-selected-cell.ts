import { useEffect, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { BulkHost } from '../bulk-host';
import { attempt, BulkEngine } from '../common/bulk-engine';
import type { ExploreParts } from '../explore';
import type { Loaded } from '../frame/loaded-tabs';
import type { Panel } from '../state/panel-state';
import { mayApprove } from '../state/spending-text';
import { toCellNote, toFoundNote, type CellFix, type CellNote, type CellDetails } from './cell-note';
import type { CellPlace, SelectedCell } from './selected-cell';

/** What is said about the selected cell, and what became of its button. */
interface NotedCell {
  /** `null`: nothing is to be said. */
  readonly note: CellNote | null;
  readonly isBusy: boolean;
  /** What the button did, or why it could not; `''`: nothing yet. */
  readonly said: string;
  readonly mend: (fix: CellFix) => void;
}

const CHANGED = 'The cell has changed since. Select it again.';

/** @param cell `null`: none is selected @param parts what looks up details; the sentence of a problem needs none */
export function useNotedCell(
  { host, spending, openKey, open }: Panel,
  cell: SelectedCell | null,
  parts: Loaded<ExploreParts>,
): NotedCell {
  const [read, setRead] = useState<{ readonly of: string; readonly details: CellDetails } | null>(null);
  const [found, setFound] = useState<{ readonly of: string; readonly note: CellNote } | null>(null);
  const [done, setDone] = useState<{ readonly of: string; readonly isBusy: boolean; readonly said: string } | null>(
    null,
  );
  const key =
    cell === null ? '' : JSON.stringify([cell.sheet, cell.row, cell.column, cell.formula, cell.value, cell.problem]);
  const ready = parts.is === 'ready' ? parts : null;
  useEffect(() => {
    if (cell === null || ready === null || cell.formula === '') return undefined;
    let isStopped = false;
    const { host: sheet, parts: own } = ready;
    void new BulkEngine(sheet)
      .beside((ports) => own.readDetails(ports, cell))
      .then((ended) => {
        if (!isStopped && ended.ok) setRead({ of: key, details: ended.value });
      });
    return () => void (isStopped = true);
  }, [key, ready === null]);
  if (cell === null) return { note: null, isBusy: false, said: '', mend: () => undefined };
  const details = read?.of === key ? read.details : null;
  const { status } = spending.state;
  const note = found?.of === key ? found.note : toCellNote(cell, details, status === null || mayApprove(status));
  const perform = async (act: (sheet: BulkHost) => Promise<string>): Promise<void> => {
    if (ready === null) return;
    setDone({ of: key, isBusy: true, said: '' });
    const ended = await attempt(() => act(ready.host));
    setDone({ of: key, isBusy: false, said: ended.ok ? ended.value : say(ended.error, 'action') });
  };
  const enter = async (sheet: BulkHost, place: CellPlace, from: string, to: string): Promise<string> =>
    (await sheet.replaceCell(place, from, to)) ? '' : CHANGED;
  const mend = (fix: CellFix): void => {
    switch (fix.is) {
      case 'key':
        host.showPanel?.();
        return openKey();
      case 'reconnect':
        host.showPanel?.();
        return open('settings', '#reconnect-title');
      case 'edit':
        return host.editCell?.();
      case 'replace':
        return void perform((sheet) => enter(sheet, fix.place, fix.from, fix.to));
      case 'retry':
      case 'fetch': {
        if (fix.is === 'fetch' && fix.credits === null) {
          host.showPanel?.();
          return open('activity', '#tab-activity');
        }
        const credits = fix.is === 'fetch' ? (fix.credits ?? 0) : 0;
        return void perform(async (sheet) => {
          const answer = await host.ask('letFetch', credits);
          if (!answer.ok) return answer.sentence;
          const said = await enter(sheet, cell.holder, cell.formula, cell.formula);
          spending.read();
          return said;
        });
      }
      case 'findDomain':
        return void perform(async (sheet) => {
          const ended = await new BulkEngine(sheet).do((ports) => ready!.parts.findDomain(ports, fix.name));
          if (!ended.ok) return say(ended.error, 'action');
          setFound({ of: key, note: toFoundNote(cell, details!, ended.value) });
          return '';
        });
    }
  };
  const isOwn = done?.of === key;
  return { note, isBusy: isOwn && done.isBusy, said: isOwn ? done.said : '', mend };
}
