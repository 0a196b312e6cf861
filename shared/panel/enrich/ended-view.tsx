import { useRef, useState } from 'preact/hooks';
import type { NotTrackedCompany } from '../../enrich/plan/not-tracked';
import type { Resumption, Spent } from '../../enrich/enrichment';
import { countFailed } from '../../enrich/answers/failures';
import { say } from '../../errors/say';
import { traitsOf } from '../../errors/traits';
import { count, toCreditsText } from '../common/words';
import { toPayerText, toResultText, toSavedText } from './run-text';
import { FailedRows } from './failed-rows';
import { isDone, summaryOf, toRest, type Ended } from './run-stage';
import { isSuccess, toEndedTitle } from './news';
import { NotTrackedList } from '../cell/not-tracked-list';
import { LinkButton, PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { CreditsLimit } from '../common/fields/credits-field';
import { readCreditsEntry } from '../common/fields/credits-entry';
import { attempt } from '../common/bulk-engine';
import { Form } from '../common/fields/controls';
import { Sentences } from '../common/outcome';

/** The props of the views of an enrichment that is not under way. */
export interface EndedViewProps {
  readonly ended: Ended;
  readonly isBusy: boolean;
  readonly onResume: (how: Resumption) => void;
  readonly onUndo: () => void;
  readonly onKeep: () => void;
}

/** The results of an enrichment, and what to do next. */
export function EndedView({ ended, isBusy, onResume, onUndo, onKeep }: EndedViewProps) {
  const { enrichment, end, notes } = ended;
  const { problem, spent } = enrichment;
  const summary = summaryOf(enrichment);
  const [isAsking, setAsking] = useState(false);
  const asking = useRef<HTMLButtonElement | null>(null);
  const ask = (button: HTMLButtonElement): void => {
    asking.current = button;
    setAsking(true);
  };
  const cancel = (): void => {
    setAsking(false);
    asking.current?.focus();
  };
  const isFinished = isDone(enrichment);
  const failed = countFailed(summary.failed);
  const creditsLeft = end?.creditsLeft ?? null;
  const why = end?.why ?? null;
  const saved = end?.saved ?? 0;
  const isCapped = why !== null && traitsOf(why).ends === 'limit';
  const limit = useLimit(spent, isCapped, onResume);
  const rest = toRest(enrichment);
  const mayResume = rest === 'open';
  const payer = toPayerText(enrichment);
  const again = rest === 'failed' ? { isAgain: true } : {};
  /** The rows of a company that this enrichment has answers for are filled, for free. */
  const fillCorrected = ({ isNearestInColumn }: NotTrackedCompany): string => {
    if (!isFinished) return isNearestInColumn ? 'Resume fills its row.' : '';
    if (!isNearestInColumn || limit.asks !== null) return 'Choose New enrichment to fill its row.';
    onResume({});
    return '';
  };
  return (
    <>
      <p class={isSuccess(enrichment) ? 'waiting is-set' : 'waiting'}>{toEndedTitle(ended)}</p>
      {why !== null && <p class="problem">{say(why, 'run')}</p>}
      {problem !== null && <p class="problem">{say(problem, 'run')}</p>}
      {problem === null && <p>{toResultText(enrichment, why)}</p>}
      {saved > 0 && <p>{toSavedText(saved)}</p>}
      <Sentences of={notes} />
      <FailedRows ended={ended} />
      {summary.notTracked > 0 && enrichment.columns !== null && (
        <NotTrackedList
          sheet={enrichment.columns.sheet}
          column={enrichment.columns.input}
          answers={enrichment.columns.targets}
          onUsed={fillCorrected}
        />
      )}
      {rest !== null && limit.asks !== null && (
        <LimitForm
          label={limit.asks === 'whole' ? 'Limit for the whole enrichment' : 'Limit for the remaining rows'}
          button={toGoOn(limit.asks, mayResume)}
          limit={limit}
          isBusy={isBusy}
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
            onPress={() => limit.goOn({ isAgain: true })}
          >
            {mayResume ? 'Resume and retry' : 'Retry'} {count(failed, 'failed row', 'failed rows')}
          </PressButton>
        )}
        <PressButton isOff={isBusy} onPress={ask}>
          {isFinished ? 'New enrichment' : 'Discard'}
        </PressButton>
      </div>
      {isAsking && <KeepQuestion {...{ isFinished, isBusy, onKeep }} onCancel={cancel} />}
      {payer !== '' && <p class="note">{payer}</p>}
      <div class="action-row undo">
        <p class="note">
          Undo restores the cells, except those edited since. <ShowRecord />
        </p>
        <PressButton isOff={isBusy} onPress={onUndo}>
          Undo enrichment
        </PressButton>
      </div>
    </>
  );
}

interface KeepProps {
  readonly isFinished: boolean;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

/** Asks before the record is removed: a file has one enrichment at a time. */
export function KeepQuestion({ isFinished, isBusy, onKeep, onCancel }: KeepProps) {
  return (
    <div class="asked" role="group" aria-label={isFinished ? 'Keep the filled cells' : 'Discard the enrichment'}>
      <p>
        {isFinished
          ? 'A new enrichment replaces the record of this one. Filled cells stay, but you can no longer undo them.'
          : 'Filled cells stay, but you can no longer resume or undo this enrichment.'}
      </p>
      <div class="buttons">
        <PressButton isOff={isBusy} onPress={onKeep}>
          {isFinished ? 'Keep filled cells' : 'Discard the enrichment'}
        </PressButton>
        <PressButton onPress={onCancel}>Cancel</PressButton>
      </div>
    </div>
  );
}

function toGoOn(asks: 'whole' | 'rest', mayResume: boolean): string | null {
  if (asks === 'whole') return 'Raise limit and continue';
  return mayResume ? 'Resume' : null;
}

const ID = 'run-limit-told';

interface LimitFormProps {
  readonly label: string;
  /** What starts under this limit; `null`: other buttons start it. */
  readonly button: string | null;
  readonly limit: LimitEntry;
  readonly isBusy: boolean;
  readonly onGo: () => void;
}

/** The limit of a run that continues: typed now, or earlier in this panel. */
export function LimitForm({ label, button, limit, isBusy, onGo }: LimitFormProps) {
  return (
    <Form onSubmit={() => !isBusy && button !== null && onGo()}>
      <CreditsLimit id={ID} label={label} typing={{ ...limit, enter: limit.type }} isBelow />
      {button !== null && (
        <div class="buttons">
          <PressButton isMain isOff={isBusy}>
            {button}
          </PressButton>
        </div>
      )}
    </Form>
  );
}

interface LimitEntry {
  /** `null`: nothing has to be asked. */
  readonly asks: 'whole' | 'rest' | null;
  readonly text: string;
  readonly problem: string;
  readonly type: (text: string) => void;
  readonly goOn: (how?: Pick<Resumption, 'isAgain' | 'creditsLeft'>) => void;
}

/**
 * The limit of an enrichment that continues. The person's own stays valid. Where this person's store has none, for example
 * on another device, it is asked for and never suggested.
 *
 * @param isCapped whether it has reached its limit
 */
export function useLimit({ limit, used }: Spent, isCapped: boolean, onResume: (how: Resumption) => void): LimitEntry {
  const [text, setText] = useState(limit === null ? '' : limit.toLocaleString('en-US'));
  const [problem, setProblem] = useState('');
  const entered = (least: number): number | null => {
    const entry = readCreditsEntry(text, least, null);
    setProblem(entry.ok ? '' : entry.problem);
    return entry.ok ? entry.credits : null;
  };
  const asks = limit === null ? 'rest' : isCapped ? 'whole' : null;
  return {
    asks,
    text,
    problem,
    type: setText,
    goOn(how = {}) {
      if (asks === null) return onResume(how);
      const credits = entered(asks === 'whole' ? limit! + 1 : 0);
      if (credits !== null) onResume({ ...how, rest: asks === 'whole' ? Math.max(0, credits - used) : credits });
    },
  };
}

/** Opens the sheet with the record of the enrichment. */
function ShowRecord() {
  const engine = useSheet();
  return <LinkButton onPress={() => void attempt(() => engine.host.showRecord())}>Show record</LinkButton>;
}
