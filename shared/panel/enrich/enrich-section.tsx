import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Enrichment, Resumption } from '../../enrich/enrichment';
import { ChooseView } from './choose/choose-view';
import { keepFocus } from '../common/keep-focus';
import { EndedView } from './ended-view';
import { toRunNews } from './news';
import { ColumnChartView } from './chart/column-chart';
import { OverviewCard } from './overview/overview-card';
import { OtherRunView } from './other-run-view';
import { PreviewView } from './preview-view';
import type { Settings } from './choose/choose-state';
import { isUndoing, summaryOf, type Ended, type Running } from './run-stage';
import { UnrestoredView, UndoneView } from './undone-view';
import { useRun, type ScrollAlong } from './use-run';
import { usePanel } from '../state/panel-state';
import { toAnsweredText, toPaceText, toRunText, toUsedText } from './run-text';
import { Figures } from '../common/figures';
import { PressButton } from '../common/press-button';
import { Check } from '../common/fields/controls';
import { Outcome, Said, Sentences } from '../common/outcome';

/** Enriches a column of companies: shows the price first, and can undo all of it. */
export function EnrichSection() {
  const { stage } = usePanel();
  const { scrolling, errand, problem, start, resume, wish, undo, keep, retry } = useRun();
  const ended = stage.is === 'ended' ? stage.ended : null;
  const isPreview = ended?.end?.is === 'preview';
  const chosen = useRef<Settings | null>(null);
  /** What to begin with once the sheet is free again: what was chosen, after a preview that is cleared. */
  const before = useRef<Settings | null>(null);
  const clear = (): void => {
    before.current = chosen.current === null ? null : { ...chosen.current, isOverwriteConfirmed: false };
    undo();
  };
  const isBusy = errand !== '';
  const section = useRef<HTMLElement>(null);
  useEffect(() => keepFocus(section.current!), []);
  // The pressed button is gone with its stage; a keyboard continues here.
  const stageBefore = useRef(stage.is);
  useLayoutEffect(() => {
    if (
      stageBefore.current !== stage.is &&
      stageBefore.current !== 'opening' &&
      document.activeElement === document.body
    ) {
      section.current?.querySelector<HTMLElement>('h2')?.focus();
    }
    stageBefore.current = stage.is;
  }, [stage.is]);
  return (
    <section ref={section} class="flow" aria-labelledby="bulk-title">
      <h2 id="bulk-title" tabIndex={-1}>
        Enrich a column
      </h2>
      {stage.is === 'free' && stage.undone !== null && (
        <div class="card">
          <UndoneView undone={stage.undone} />
        </div>
      )}
      {stage.is === 'free' && (
        <ChooseView
          before={before.current}
          onStart={(agreed) => {
            chosen.current = agreed.settings;
            start(agreed);
          }}
        />
      )}
      {stage.is !== 'free' && stage.is !== 'opening' && (
        <div class="card">
          {stage.is === 'running' && (
            <RunView
              running={stage.running}
              scrolling={scrolling}
              onPause={() => wish('pause')}
              onStop={() => wish('stop')}
            />
          )}
          {stage.is === 'damaged' && (
            <>
              <p class="problem">{DAMAGED}</p>
              <PressButton onPress={keep}>Discard</PressButton>
            </>
          )}
          {ended !== null && (
            <EndedCard
              ended={ended}
              isBusy={isBusy}
              resume={resume}
              clear={clear}
              undo={() => {
                before.current = null;
                undo();
              }}
              keep={() => {
                before.current = null;
                keep();
              }}
            />
          )}
        </div>
      )}
      {ended !== null && ended.enrichment.isOwn && !isPreview && !isUndoing(ended.enrichment) && (
        <>
          {hasOverview(ended.enrichment) && (
            <OverviewCard key={ended.enrichment.head.run} enrichment={ended.enrichment} />
          )}
          <ColumnChartView run={ended.enrichment} />
        </>
      )}
      <Said style="unseen">{toRunNews(stage)}</Said>
      <Outcome isBusy={isBusy} said={errand} problem={problem} />
      {retry !== null && (
        <div class="buttons">
          <PressButton isOff={isBusy} onPress={retry}>
            Retry
          </PressButton>
        </div>
      )}
    </section>
  );
}

/** Domains beside names are no answers about companies. */
function hasOverview(enrichment: Enrichment): boolean {
  return enrichment.head.looksUp === 'company' && summaryOf(enrichment).found > 0;
}

const DAMAGED =
  'The record of this enrichment is damaged, so it cannot be resumed or undone. Discard it. Your cells stay as they are.';

interface EndedProps {
  readonly ended: Ended;
  readonly isBusy: boolean;
  readonly resume: ReturnType<typeof useRun>['resume'];
  /** Undoes a preview. */
  readonly clear: () => void;
  readonly undo: () => void;
  readonly keep: () => void;
}

function EndedCard({ ended, isBusy, resume, clear, undo, keep }: EndedProps) {
  const { enrichment } = ended;
  const isPreview = ended.end?.is === 'preview';
  const shared = { ended, isBusy, onUndo: undo, onKeep: keep };
  const onResume = (how: Resumption): void => {
    const { limit, used } = enrichment.spent;
    const { rows, open } = summaryOf(enrichment);
    resume(how, { rows: isPreview ? open : rows, limit: how.rest === undefined ? limit : used + how.rest });
  };
  if (!enrichment.isOwn) return <OtherRunView {...shared} onResume={onResume} />;
  if (isUndoing(enrichment)) return <UnrestoredView {...shared} />;
  if (isPreview) return <PreviewView ended={ended} isBusy={isBusy} onGoOn={onResume} onClear={clear} />;
  return <EndedView {...shared} onResume={onResume} />;
}

interface RunViewProps {
  readonly running: Running;
  readonly scrolling: ScrollAlong;
  readonly onPause: () => void;
  readonly onStop: () => void;
}

const ENDING = { pause: 'Pausing after these rows…', stop: 'Stopping after these rows…' } as const;

/** A run under way. Closing the panel loses at most the current block. */
function RunView({ running, scrolling, onPause, onStop }: RunViewProps) {
  const { rows, progress, answered, said, notes, wish } = running;
  const used = toUsedText(running);
  // Before it is told for the first time, rows may be paid for already, and a run that goes on has paid for some.
  const shown = progress ?? { rows, done: 0 };
  const text = toRunText(shown);
  const pace = progress !== null ? toPaceText(progress) : answered !== null ? toAnsweredText(answered) : '';
  return (
    <>
      <p class="waiting is-busy">Enriching: {text}</p>
      <progress aria-label="Rows done" max={Math.max(1, shown.rows)} value={shown.done}>
        {text}
      </progress>
      {pace !== '' && <p class="pace">{pace}</p>}
      {used !== null && <Figures of={[['Credits used', used]]} />}
      <Said>{wish === 'goOn' ? said || (pace === '' ? 'Starting…' : '') : ENDING[wish]}</Said>
      <Sentences role="status" of={notes} />
      <div class="buttons">
        <PressButton isOff={wish !== 'goOn'} onPress={onPause}>
          Pause
        </PressButton>
        <PressButton isOff={wish !== 'goOn'} onPress={onStop}>
          Stop
        </PressButton>
      </div>
      <Check isChecked={scrolling.isOn} onCheck={scrolling.set}>
        Show rows in the sheet as they are filled
      </Check>
      <p class="note">
        Keep this panel open. If it closes, you can continue or undo here. You may sort, insert or filter rows
        meanwhile.
      </p>
    </>
  );
}
