import { useEffect } from 'preact/hooks';
import { say } from '../../errors/say';
import type { BulkHost } from '../bulk-host';
import { attempt, BulkEngine } from '../common/bulk-engine';
import { useValueOf } from '../common/late-answers';
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
  const key =
    cell === null ? '' : JSON.stringify([cell.sheet, cell.row, cell.column, cell.formula, cell.value, cell.problem]);
  const [details, setDetails] = useValueOf<CellDetails>(key);
  const [found, setFound] = useValueOf<CellNote>(key);
  const [done, setDone] = useValueOf<Pick<NotedCell, 'isBusy' | 'said'>>(key);
  const ready = parts.is === 'ready' ? parts : null;
  useEffect(() => {
    if (cell === null || ready === null || cell.formula === '') return undefined;
    let isStopped = false;
    const { host: sheet, parts: own } = ready;
    void new BulkEngine(sheet)
      .beside((ports) => own.readDetails(ports, cell))
      .then((ended) => {
        if (!isStopped && ended.ok) setDetails(ended.value);
      });
    return () => void (isStopped = true);
  }, [key, ready === null]);
  if (cell === null) return { note: null, isBusy: false, said: '', mend: () => undefined };
  const { status } = spending.state;
  const note = found ?? toCellNote(cell, details, status === null || mayApprove(status));
  const perform = async (act: (sheet: BulkHost) => Promise<string>): Promise<void> => {
    if (ready === null) return;
    setDone({ isBusy: true, said: '' });
    const ended = await attempt(() => act(ready.host));
    setDone({ isBusy: false, said: ended.ok ? ended.value : say(ended.error, 'action') });
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
          setFound(toFoundNote(cell, details!, ended.value));
          return '';
        });
    }
  };
  return { note, ...(done ?? { isBusy: false, said: '' }), mend };
}
