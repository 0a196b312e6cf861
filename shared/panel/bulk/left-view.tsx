import { traitsOf } from '../../errors/traits';
import { say } from '../../errors/say';
import { useState } from 'preact/hooks';
import { findRow } from '../../bulk/locate/locate-row';
import { countFailed } from '../../bulk/run/failures';
import type { LeftRow } from '../../bulk/run/left-rows';
import type { ResumeSettings } from '../../bulk/run/run';
import { count } from '../count';
import type { BulkEngine } from './bulk-engine';
import { toCreditsText, toPayerText, toResultText, toSavedText } from './bulk-text';
import { CellList } from './cell-list';
import { toRest, type Left } from './left-run';
import { LimitForm } from './limit-form';
import { isSuccess, toLeftTitle } from './news';
import { PressButton } from './press-button';
import { UnplacedList } from './unplaced-list';
import { useLimit } from './use-limit';

interface Props {
  readonly engine: BulkEngine;
  readonly left: Left;
  readonly isBusy: boolean;
  readonly onResume: (settings: ResumeSettings) => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onLeave: () => void;
}

/** The results of a run, and what to do next. */
export function LeftView({ engine, left, isBusy, onResume, onUndo, onDiscard, onLeave }: Props) {
  const { run, end, notes } = left;
  const { head, summary, unplaced, rows } = run;
  const [isAsking, setAsking] = useState(false);
  const { isFinished } = head;
  const failed = countFailed(rows.failed);
  const creditsLeft = end?.creditsLeft ?? null;
  const why = end?.why ?? null;
  const saved = end?.saved ?? 0;
  const isCapped = why !== null && traitsOf(why).ends === 'limit';
  const limit = useLimit(left.agreed, isCapped, onResume);
  const rest = toRest(run);
  const mayResume = rest === 'open';
  const again = rest === 'failed' || rest === 'unplaced' ? { again: rest } : {};
  const list = (title: string, listed: readonly LeftRow[]) => (
    <CellList
      key={title}
      host={engine}
      sheet={head.sheet.id}
      title={title}
      cells={listed.map(({ index, row }) => ({ index, row, column: head.input.column, text: '' }))}
      onFind={({ index }) => engine.do((ports) => findRow(ports, index ?? -1))}
    />
  );
  return (
    <>
      <p class={isSuccess(run) ? 'waiting is-set' : 'waiting'}>{toLeftTitle(left)}</p>
      {why !== null && <p class="problem">{say(why, 'run')}</p>}
      <p>{toResultText(summary, why)}</p>
      {saved > 0 && <p>{toSavedText(saved)}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {rows.failed.map(({ why: error, rows: of }) =>
        list(`${count(of.length, 'row', 'rows')}: ${say(error, 'run')}`, of),
      )}
      {list(`Deleted or changed, by their earlier place: ${count(rows.gone.length, 'row', 'rows')}`, rows.gone)}
      {list(`Filled by someone else: ${count(rows.filled.length, 'row', 'rows')}`, rows.filled)}
      <UnplacedList unplaced={unplaced} isBusy={isBusy} onPlace={() => limit.goOn({ again: 'unplaced' })} />
      {rest !== null && limit.asks !== null && (
        <LimitForm
          label={limit.asks === 'whole' ? 'Limit for the whole enrichment' : 'Limit for the remaining rows'}
          button={toGoOn(limit.asks, mayResume)}
          text={limit.text}
          problem={limit.problem}
          isBusy={isBusy}
          onType={limit.type}
          onGo={() => limit.goOn(again)}
        />
      )}
      <div class="buttons">
        {creditsLeft !== null && creditsLeft > 0 && (
          <PressButton isMain isOff={isBusy} onPress={() => limit.goOn({ creditsLeft, ...again })}>
            Continue with the {toCreditsText(creditsLeft)} left
          </PressButton>
        )}
        {mayResume && limit.asks === null && (
          <PressButton isMain={creditsLeft === null} isOff={isBusy} onPress={() => limit.goOn()}>
            Resume
          </PressButton>
        )}
        {failed > 0 && !isCapped && (
          <PressButton
            isMain={!mayResume && creditsLeft === null}
            isOff={isBusy}
            onPress={() => limit.goOn({ again: 'failed' })}
          >
            {mayResume ? 'Resume and retry' : 'Retry'} {count(failed, 'failed row', 'failed rows')}
          </PressButton>
        )}
        {summary.gone > 0 && unplaced.length === 0 && !isCapped && (
          <PressButton isOff={isBusy} onPress={() => limit.goOn({ again: 'unplaced' })}>
            Look again for {count(summary.gone, 'row', 'rows')}
          </PressButton>
        )}
        <PressButton isOff={isBusy} onPress={() => (isFinished && unplaced.length === 0 ? onLeave() : setAsking(true))}>
          {isFinished ? 'New enrichment' : 'Discard'}
        </PressButton>
        <span class="far">
          <PressButton isOff={isBusy} onPress={onUndo}>
            Undo enrichment
          </PressButton>
        </span>
      </div>
      {isAsking && (
        <div class="asked" role="group" aria-label={isFinished ? 'Start a new enrichment' : 'Discard the enrichment'}>
          <p>{toWarning(isFinished, unplaced.length)}</p>
          <div class="buttons">
            <PressButton isOff={isBusy} onPress={isFinished ? onLeave : onDiscard}>
              {isFinished ? 'Start a new enrichment' : 'Discard the enrichment'}
            </PressButton>
            <PressButton onPress={() => setAsking(false)}>Cancel</PressButton>
          </div>
        </div>
      )}
      <p class="note">{toPayerText(head, summary)}Undo restores the cells, except those edited since.</p>
    </>
  );
}

function toGoOn(asks: 'whole' | 'rest', mayResume: boolean): string | null {
  if (asks === 'whole') return 'Raise limit and continue';
  return mayResume ? 'Resume' : null;
}

function toWarning(isFinished: boolean, unplaced: number): string {
  const answers = count(unplaced, 'answer', 'answers');
  if (isFinished) {
    return `${answers} without a row will be lost when you start another enrichment. Copy what you need first.`;
  }
  const lost = unplaced > 0 ? `, and ${answers} without a row will be lost` : '';
  return `Filled cells stay, but you can no longer resume or undo this enrichment${lost}.`;
}
