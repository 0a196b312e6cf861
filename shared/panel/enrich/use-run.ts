import { useEffect, useRef, useState } from 'preact/hooks';
import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import type { CellsUnderWay, RunEvent } from '../../enrich/sheet/run-events';
import {
  findEnrichment,
  keepEnrichment,
  resumeEnrichment,
  startEnrichment,
  undoEnrichment,
  type Enrichment,
  type EnrichmentEnd,
  type Resumption,
} from '../../enrich/enrichment';
import { PREVIEW_ROWS } from '../../enrich/plan/price';
import type { Undone } from '../../enrich/undo/undo';
import { say } from '../../errors/say';
import type { Attempted, Errand, BulkEngine } from '../common/bulk-engine';
import type { AgreedRun } from './choose/use-choosing';
import { withEvent, type Running } from './run-stage';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';

interface Runs {
  readonly scrolling: ScrollAlong;
  /** The task that takes a moment, in words; `''`: none. */
  readonly errand: string;
  readonly problem: string;
  readonly start: (agreed: AgreedRun) => void;
  readonly resume: (how: Resumption, of: { readonly rows: number; readonly limit: number | null }) => void;
  readonly wish: (wish: 'pause' | 'stop') => void;
  readonly undo: () => void;
  /** Gives up undoing and resuming it; its cells stay. */
  readonly keep: () => void;
  /** Looks for the file's enrichment again if it could not be read; `null`: it was read. */
  readonly retry: (() => void) | null;
}

const LOOKING = 'Looking for an earlier enrichment…';

/** The error itself is about what was to be fetched, and nothing was. */
const UNREAD = 'Trace could not check for an earlier enrichment of this file.';

/** The enrichment of this file, from its start to its undo. Its state is the panel's. */
export function useRun(): Runs {
  const engine = useSheet();
  const { setStage } = usePanel();
  const [errand, setErrand] = useState(LOOKING);
  const [problem, setProblem] = useState('');
  const [isUnread, setUnread] = useState(false);
  const running = useRef<Running | null>(null);
  const ownLimit = useRef<number | null>(null);
  const scrolling = useScrollAlong(engine);
  const show = (next: Running): void => {
    running.current = next;
    setStage({ is: 'running', running: next });
  };
  /** What the file says now. */
  const reopen = async (end: EnrichmentEnd | null, undone: Undone | null = null): Promise<void> => {
    const found = await engine.do(findEnrichment);
    const notes = running.current?.notes ?? [];
    running.current = null;
    setUnread(!found.ok);
    if (!found.ok) setProblem(UNREAD);
    if (!found.ok || found.value.is === 'none') setStage({ is: 'free', undone });
    else if (found.value.is === 'damaged') setStage({ is: 'damaged' });
    else {
      const { enrichment } = found.value;
      const ended = { enrichment, end: end ?? toEnd(enrichment.head.ended), notes, undone, ownLimit: ownLimit.current };
      setStage({ is: 'ended', ended });
    }
    setErrand('');
  };
  useEffect(() => void reopen(null), [engine]);
  const run = (rows: number, limit: number | null, errand: Errand<EnrichmentEnd>): void => {
    setProblem('');
    show({ rows, limit, progress: null, answered: null, said: '', notes: [], wish: 'goOn' });
    const tell = (event: RunEvent): void => {
      if (event.is === 'underWay') engine.host.showUnderWay?.(event.cells);
      scrolling.see(event);
      if (running.current !== null) show(withEvent(running.current, event));
    };
    engine.host.atWork?.(true);
    void engine.do(errand, tell).then(async (ended) => {
      engine.host.atWork?.(false);
      engine.host.showUnderWay?.(null);
      if (!ended.ok) setProblem(say(ended.error, 'run'));
      await reopen(ended.ok ? ended.value : null);
    });
  };
  const busy = <T>(words: string, errand: Errand<T>, then: (ended: Attempted<T>) => void): void => {
    setProblem('');
    setErrand(words);
    engine.host.atWork?.(true);
    void engine.do(errand).then((ended) => {
      engine.host.atWork?.(false);
      if (!ended.ok) setProblem(say(ended.error, 'run'));
      then(ended);
    });
  };
  const retry = (): void => {
    engine.host.endSilence?.();
    setProblem('');
    setErrand(LOOKING);
    void reopen(null);
  };
  return {
    scrolling,
    errand,
    problem,
    retry: isUnread ? retry : null,
    start({ planned: { plan, price }, limit, isPreview, ...agreed }) {
      // If the number of partners is unknown, the limit is what was agreed to.
      const quoted = price.most ?? limit ?? price.quote.leastCredits;
      ownLimit.current = agreed.ownLimit;
      const top = plan.headerRow ?? plan.rows[0]?.row;
      // Shows the companies, since the answers come beside them. If the host refuses, they come anyway.
      if (top !== undefined) {
        void engine.showCells(plan.sheet.id, plan.input.column, [top]).catch(() => undefined);
      }
      const rows = isPreview ? { rows: PREVIEW_ROWS } : {};
      run(rows.rows ?? plan.rows.length, limit ?? price.most, (ports) =>
        startEnrichment(ports, plan, { cap: limit, quoted, maxAgeMs: DEFAULT_MAX_AGE_MS, ...rows }),
      );
    },
    resume: (how, { rows, limit }) => run(rows, limit, (ports) => resumeEnrichment(ports, how)),
    wish(wish) {
      engine.wish = wish;
      if (running.current !== null) show({ ...running.current, wish });
    },
    undo: () =>
      busy('Restoring the cells…', undoEnrichment, (ended) => {
        if (ended.ok && ended.value.why !== null) setProblem(say(ended.value.why, 'run'));
        void reopen(null, ended.ok ? ended.value : null);
      }),
    // Another page may have changed it meanwhile.
    keep: () => busy('Removing the record…', keepEnrichment, () => void reopen(null)),
  };
}

function toEnd(ended: Enrichment['head']['ended']): EnrichmentEnd | null {
  return ended === null ? null : { ...ended, creditsLeft: null, saved: 0, refused: [] };
}

export interface ScrollAlong {
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
  /** Receives every event of an enrichment. */
  readonly see: (event: RunEvent) => void;
}

/**
 * Whether the sheet follows the rows that are filled: their companies are selected, which marks them and keeps them in view.
 * Only the newest are shown, and one call at a time: in Google Sheets each of them is a run of the script, of which formulas
 * need some too.
 */
function useScrollAlong(engine: Pick<BulkEngine, 'showCells'>): ScrollAlong {
  const [isOn, setOn] = useState(false);
  const wants = useRef(false);
  const newest = useRef<CellsUnderWay | null>(null);
  const isShowing = useRef(false);
  const show = async (): Promise<void> => {
    if (isShowing.current) return;
    isShowing.current = true;
    while (wants.current && newest.current !== null) {
      const { sheet, input, rows } = newest.current;
      newest.current = null;
      // If the sheet cannot be shown, the enrichment continues.
      await engine.showCells(sheet, input, rows).catch(() => undefined);
    }
    isShowing.current = false;
  };
  return {
    isOn,
    set(next) {
      wants.current = next;
      setOn(next);
      void show();
    },
    see(event) {
      if (event.is !== 'underWay') return;
      newest.current = event.cells;
      void show();
    },
  };
}
