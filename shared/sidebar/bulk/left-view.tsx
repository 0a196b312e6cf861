import { useState } from 'preact/hooks';
import type { ResumeSettings } from '../../bulk/run';
import type { BulkHost } from '../bulk-host';
import { count } from '../count';
import { CapRaise } from './cap-raise';
import { toCreditsText, toSummaryFigures } from './bulk-text';
import { CellList } from './cell-list';
import { Figures } from './figures';
import type { Left } from './left-run';
import { UnplacedList } from './unplaced-list';

interface Props {
  readonly host: BulkHost;
  readonly left: Left;
  readonly isBusy: boolean;
  readonly onResume: (settings: ResumeSettings) => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onLeave: () => void;
}

/** What came of a run, and what can be done about it. */
export function LeftView({ host, left, isBusy, onResume, onUndo, onDiscard, onLeave }: Props) {
  const { run, end } = left;
  const { head, summary, unplaced } = run;
  const [isAsking, setAsking] = useState(false);
  const isFinished = head.isFinished;
  const failures = [...summary.failed];
  const failed = failures.reduce((sum, [, rows]) => sum + rows.length, 0);
  const creditsLeft = end?.creditsLeft ?? null;
  const why = end?.why ?? null;
  return (
    <>
      <p class={isFinished ? 'waiting is-set' : 'waiting'}>{toTitle(left)}</p>
      {why !== null && <p class="problem">{why.message}</p>}
      <Figures of={toSummaryFigures(summary)} />
      {failures.map(([sentence, rows]) => (
        <CellList
          key={sentence}
          host={host}
          sheet={head.sheet.id}
          title={`${count(rows.length, 'row', 'rows')}: ${sentence}`}
          cells={rows.map((row) => ({ row, column: head.input.column, text: '' }))}
        />
      ))}
      <UnplacedList unplaced={unplaced} isBusy={isBusy} onPlace={() => onResume({ again: 'unplaced' })} />
      {why?.code === 'runCapReached' && (
        <CapRaise cap={head.cap ?? 0} isBusy={isBusy} onRaise={(cap) => onResume({ cap })} />
      )}
      <div class="buttons">
        {creditsLeft !== null && creditsLeft > 0 && (
          <button type="button" class="main" disabled={isBusy} onClick={() => onResume({ creditsLeft })}>
            Go on with the {toCreditsText(creditsLeft)} left
          </button>
        )}
        {!isFinished && why?.code !== 'runCapReached' && (
          <button
            type="button"
            class={creditsLeft === null ? 'main' : ''}
            disabled={isBusy}
            onClick={() => onResume({})}
          >
            Resume
          </button>
        )}
        {isFinished && summary.gone > 0 && unplaced.length === 0 && (
          <button type="button" disabled={isBusy} onClick={() => onResume({ again: 'unplaced' })}>
            Look again for {count(summary.gone, 'row', 'rows')} that {summary.gone === 1 ? 'was' : 'were'} gone
          </button>
        )}
        {isFinished && failed > 0 && (
          <button type="button" class="main" disabled={isBusy} onClick={() => onResume({ again: 'failed' })}>
            Retry {count(failed, 'failed row', 'failed rows')}
          </button>
        )}
        <button type="button" disabled={isBusy} onClick={onUndo}>
          Undo run
        </button>
        <button type="button" disabled={isBusy} onClick={() => (isFinished ? onLeave() : setAsking(true))}>
          {isFinished ? 'New run' : 'Discard'}
        </button>
      </div>
      {isAsking && (
        <div class="asked" role="group" aria-label="Discard the run">
          <p>
            What is written stays in the sheet, but the run can no longer be resumed or undone
            {summary.unplaced > 0 ? ', and the answers without a place are gone' : ''}.
          </p>
          <div class="buttons">
            <button type="button" onClick={onDiscard}>
              Discard the run
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              Cancel
            </button>
          </div>
        </div>
      )}
      <p class="note">Undo takes back what the run wrote, and nothing that somebody has edited since.</p>
    </>
  );
}

function toTitle({ run, end }: Left): string {
  const place = `${run.head.sheet.name}, ${count(run.head.rows, 'row', 'rows')}`;
  if (run.head.isFinished) return `Done: ${place}`;
  if (end === null) return `A run was not finished: ${place}`;
  return `${end.is === 'stopped' ? 'Stopped' : 'Paused'}: ${place}`;
}

/** The way back to a finished run, as long as no other has taken its place. */
export function EarlierRun({ left, onComeBack }: { left: Left; onComeBack: (left: Left) => void }) {
  return (
    <p class="note">
      The last run can be undone until another one begins.{' '}
      <button type="button" class="link" onClick={() => onComeBack(left)}>
        Back to the last run
      </button>
    </p>
  );
}
