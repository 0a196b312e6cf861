import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Resumption } from '../../enrich/enrichment';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from './bulk-engine';
import { ChooseView } from './choose-view';
import { keepFocus } from './keep-focus';
import { LeftView } from './left-view';
import { toRunNews } from './news';
import { ColumnChartView } from './column-chart-view';
import { OtherRunView } from './other-run-view';
import { RunView } from './run-view';
import { isUndoing, summaryOf } from './left-run';
import { UndoLeftView, UndoneView } from './undone-view';
import type { Left } from './left-run';
import type { RunStage } from './run-stage';
import { useRun } from './use-run';

interface Props {
  readonly host: BulkHost;
  /** Whether somebody sees the panel. */
  readonly isShown: boolean;
  /** Whether this part of it is open. */
  readonly isOpen: boolean;
  readonly onStage: (stage: RunStage) => void;
}

/** Enriches a column of companies: shows the price first, and can undo all of it. */
export function BulkSection({ host, isShown, isOpen, onStage }: Props) {
  const engine = useMemo(() => new BulkEngine(host), [host]);
  const { stage, scrolling, errand, problem, start, resume, wish, undo, keep } = useRun(engine);
  const left = stage.is === 'left' ? stage.left : null;
  const isBusy = errand !== '';
  const section = useRef<HTMLElement>(null);
  useEffect(() => keepFocus(section.current!), []);
  useEffect(() => onStage(stage), [stage]);
  // The pressed button is gone with its stage; a keyboard continues here.
  const before = useRef(stage.is);
  useLayoutEffect(() => {
    if (before.current !== stage.is && before.current !== 'opening' && document.activeElement === document.body) {
      section.current?.querySelector<HTMLElement>('h2')?.focus();
    }
    before.current = stage.is;
  }, [stage.is]);
  return (
    <section ref={section} class="flow" aria-labelledby="bulk-title">
      <h2 id="bulk-title" tabIndex={-1}>
        Enrich a column
      </h2>
      {stage.is === 'free' && stage.undone !== null && (
        <div class="card">
          <UndoneView host={engine} undone={stage.undone} />
        </div>
      )}
      {stage.is === 'free' && <ChooseView engine={engine} isShown={isShown} isOpen={isOpen} onStart={start} />}
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
              <button type="button" onClick={keep}>
                Discard
              </button>
            </>
          )}
          {left !== null && <LeftCard engine={engine} left={left} {...{ isBusy, resume, undo, keep }} />}
        </div>
      )}
      {left !== null && left.enrichment.isOwn && !isUndoing(left.enrichment) && (
        <ColumnChartView engine={engine} run={left.enrichment} />
      )}
      <p role="status" class={errand === '' ? '' : 'is-busy'}>
        {errand}
      </p>
      <p role="status" class="unseen">
        {toRunNews(stage)}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
}

const DAMAGED =
  'The record of this enrichment is damaged, so it cannot be resumed or undone. Discard it. Your cells stay as they are.';

interface LeftProps {
  readonly engine: BulkEngine;
  readonly left: Left;
  readonly isBusy: boolean;
  readonly resume: (how: Resumption, rows: number) => void;
  readonly undo: () => void;
  readonly keep: () => void;
}

function LeftCard({ engine, left, isBusy, resume, undo, keep }: LeftProps) {
  const { enrichment } = left;
  const shared = { engine, left, isBusy, onUndo: undo, onKeep: keep };
  const onResume = (how: Resumption): void => resume(how, summaryOf(enrichment).rows);
  if (!enrichment.isOwn) return <OtherRunView {...shared} onResume={onResume} />;
  if (isUndoing(enrichment)) return <UndoLeftView host={engine} {...shared} />;
  return <LeftView {...shared} onResume={onResume} />;
}
