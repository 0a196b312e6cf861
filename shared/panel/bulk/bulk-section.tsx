import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from './bulk-engine';
import { ChooseView } from './choose-view';
import { keepFocus } from './keep-focus';
import { LeftView } from './left-view';
import { toRunNews } from './news';
import { ColumnChartView } from './column-chart-view';
import { OtherRunView } from './other-run-view';
import { RunView } from './run-view';
import { EarlierRun, UndoLeftView, UndoneView } from './undone-view';
import { UnmarkedView } from './unmarked-view';
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
  const { stage, scrolling, errand, problem, start, resume, wish, undo, undoListed, discard, leave, comeBack } =
    useRun(engine);
  const left = stage.is === 'left' ? stage.left : null;
  const own = left?.run.whose === 'own' ? left : null;
  const other = own === null ? left : null;
  const section = useRef<HTMLElement>(null);
  /** Of the run that is undone. */
  const inputColumn = useRef(0);
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
          <UndoneView host={engine} sheet={stage.undone.sheet} column={inputColumn.current} undone={stage.undone.of} />
        </div>
      )}
      {stage.is === 'free' && stage.hasEarlier && <EarlierRun onComeBack={comeBack} />}
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
          {stage.is === 'unmarked' && <UnmarkedView sentence={stage.sentence} onGoOn={stage.goOn} onBack={comeBack} />}
          {stage.is === 'damaged' && (
            <>
              <p class="problem">{stage.sentence}</p>
              <button type="button" onClick={discard}>
                Discard
              </button>
            </>
          )}
          {other !== null && (
            <OtherRunView
              engine={engine}
              left={other}
              isBusy={errand !== ''}
              onUndo={(list, onStale) => {
                inputColumn.current = other.run.head.input.column;
                undoListed(list, onStale);
              }}
              onStart={(priced, cap) => start(priced, cap, priced.run)}
              onDiscard={discard}
              onLeave={leave}
            />
          )}
          {own !== null && own.run.head.isUndoing && (
            <UndoLeftView
              host={engine}
              left={own}
              isBusy={errand !== ''}
              onUndo={(sameInputs) => undo(own.run.head.sheet.id, sameInputs)}
              onDiscard={discard}
            />
          )}
          {own !== null && !own.run.head.isUndoing && (
            <LeftView
              engine={engine}
              left={own}
              isBusy={errand !== ''}
              onResume={(settings) => resume(settings, own.run.summary.rows)}
              onUndo={() => {
                inputColumn.current = own.run.head.input.column;
                undo(own.run.head.sheet.id);
              }}
              onDiscard={discard}
              onLeave={leave}
            />
          )}
        </div>
      )}
      {own !== null && !own.run.head.isUndoing && <ColumnChartView engine={engine} run={own.run} />}
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
