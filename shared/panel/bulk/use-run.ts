import { say } from '../../errors/say';
import { traitsOf } from '../../errors/traits';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunEvent } from '../../bulk/sheet/run-events';
import { discardRun, lookAtRun } from '../../bulk/run/inspect';
import { resumeRun, startRun, type Agreed, type ResumeSettings, type RunEnd } from '../../bulk/run/run';
import { typedColumnsOf } from '../../bulk/run/typed-columns';
import { undoRun, type Undone } from '../../bulk/undo/undo';
import type { UndoList } from '../../bulk/undo/undo-list';
import type { SameInputs } from '../../bulk/undo/undo-plan';
import type { BulkEngine, Attempted, Errand } from './bulk-engine';
import type { PlannedRun } from './planned-run';
import type { Left } from './left-run';
import type { RunStage } from './run-stage';
import { withEvent, type Running } from './running';
import { toTypedColumnText } from './typed-column-text';
import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import { useScrollAlong, type ScrollAlong } from './use-scroll-along';

interface Runs {
  readonly stage: RunStage;
  readonly scrolling: ScrollAlong;
  /** The task that takes a moment, in words; `''`: none. */
  readonly errand: string;
  readonly problem: string;
  /** @param replaces the run of somebody else that it takes rows over from */
  readonly start: (planned: PlannedRun, cap: number | null, replaces?: string) => void;
  readonly resume: (settings: ResumeSettings, rows: number) => void;
  readonly wish: (wish: 'pause' | 'stop') => void;
  readonly undo: (sheet: string, sameInputs?: SameInputs) => void;
  /** Of a run that is not the opener's own. @param onStale called where the cells are not those that were listed any more */
  readonly undoListed: (list: UndoList, onStale: (sentence: string) => void) => void;
  readonly discard: () => void;
  /** Leaves a finished run as it is, until another one starts. */
  readonly leave: () => void;
  readonly comeBack: () => void;
}

const UNDOING = 'Restoring the cells…';

/** The run of this file, from its start to its undo. */
export function useRun(engine: BulkEngine): Runs {
  const [stage, setStage] = useState<RunStage>({ is: 'opening' });
  const [errand, setErrand] = useState('Looking for an earlier enrichment…');
  const [problem, setProblem] = useState('');
  const running = useRef<Running | null>(null);
  const agreed = useRef<Agreed | null>(null);
  const scrolling = useScrollAlong(engine);
  const show = (next: Running): void => {
    running.current = next;
    setStage({ is: 'running', running: next });
  };
  /** What the journal says now. */
  const reopen = async (end: Left['end'], undone: Left['undone'] = null): Promise<void> => {
    const found = await engine.do(lookAtRun);
    running.current = null;
    if (!found.ok) setProblem(say(found.error, 'run'));
    if (!found.ok || found.value.is === 'none') setStage({ is: 'free', undone: null, hasEarlier: false });
    else if (found.value.is === 'damaged') {
      setStage({ is: 'damaged', sentence: say(found.value.error, 'run') });
      setProblem('');
    } else {
      const { head } = found.value;
      // An undo takes back what was written there.
      const notes = head.isUndoing ? [] : typedColumnsOf(head).map(toTypedColumnText);
      const own = agreed.current?.run === head.run ? agreed.current : null;
      setStage({ is: 'left', left: { run: found.value, end: end ?? found.value.end, agreed: own, notes, undone } });
    }
    setErrand('');
  };
  useEffect(() => void reopen(null), [engine]);
  const run = (
    rows: number,
    errand: Errand<RunEnd>,
    notes: Running['notes'],
    byTitles: (() => void) | null = null,
  ): void => {
    setProblem('');
    show({ rows, progress: null, answered: null, said: '', notes, wish: 'goOn' });
    const tell = (event: RunEvent): void => {
      scrolling.see(event);
      if (running.current !== null) show(withEvent(running.current, event));
    };
    void engine.do(errand, tell).then(async (ended) => {
      // Its spending so far is unknown, so its limit is asked for again.
      agreed.current = ended.ok ? ended.value.agreed : null;
      if (!ended.ok && traitsOf(ended.error).asks === 'titles') {
        running.current = null;
        return setStage({ is: 'unmarked', sentence: say(ended.error, 'run'), goOn: byTitles });
      }
      if (!ended.ok) setProblem(say(ended.error, 'run'));
      await reopen(ended.ok ? ended.value : null);
    });
  };
  const busy = <T>(words: string, errand: Errand<T>, then: (ended: Attempted<T>) => void): void => {
    setProblem('');
    setErrand(words);
    void engine.do(errand).then((ended) => {
      setErrand('');
      if (!ended.ok) setProblem(say(ended.error, 'run'));
      then(ended);
    });
  };
  const start = ({ plan, price }: PlannedRun, cap: number | null, replaces?: string, byTitles = false): void => {
    // Where nobody can say how many partners there are, the limit is what was agreed to.
    const quoted = price.most ?? cap ?? price.quote.leastCredits;
    const settings = {
      cap,
      quoted,
      maxAgeMs: DEFAULT_MAX_AGE_MS,
      byTitles,
      ...(replaces === undefined ? {} : { replaces }),
    };
    const again = (): void => start({ plan, price }, cap, replaces, true);
    const [added] = plan.targets.filter(({ isNew }) => isNew);
    const top = plan.headerRow ?? plan.rows[0]?.row;
    // So that a person sees where the answers come. Where that is refused, they come all the same.
    if (added !== undefined && top !== undefined) {
      void engine.showCells(plan.sheet.id, added.column, [top]).catch(() => undefined);
    }
    run(plan.rows.length, (ports) => startRun(ports, plan, settings), [], plan.headerRow === null ? null : again);
  };
  const undone = (sheet: string, ended: Attempted<Undone>): void => {
    if (!ended.ok || ended.value.isLeft) void reopen(null, ended.ok ? ended.value : null);
    else setStage({ is: 'free', undone: { sheet, of: ended.value }, hasEarlier: false });
  };
  return {
    scrolling,
    stage,
    errand,
    problem,
    start: (planned, cap, replaces) => start(planned, cap, replaces),
    resume: (settings, rows) =>
      run(rows, (ports) => resumeRun(ports, settings), stage.is === 'left' ? stage.left.notes : []),
    wish(wish) {
      engine.wish = wish;
      if (running.current !== null) show({ ...running.current, wish });
    },
    undo: (sheet, sameInputs) =>
      busy(
        UNDOING,
        (ports) => undoRun(ports, null, sameInputs),
        (ended) => undone(sheet, ended),
      ),
    undoListed: (list, onStale) =>
      busy(
        UNDOING,
        (ports) => undoRun(ports, list),
        (ended) => {
          if (ended.ok || traitsOf(ended.error).asks !== 'list') return undone(list.sheet.id, ended);
          setProblem('');
          onStale(say(ended.error, 'run'));
        },
      ),
    leave: () => setStage({ is: 'free', undone: null, hasEarlier: true }),
    // Domains may have been written beside names since, which is a run of its own.
    comeBack: () => void reopen(null),
    discard: () =>
      busy('Discarding the enrichment…', discardRun, (ended) => {
        if (ended.ok) setStage({ is: 'free', undone: null, hasEarlier: false });
        // Another panel may have changed the run meanwhile.
        else void reopen(null);
      }),
  };
}
