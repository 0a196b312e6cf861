import { say } from '../../errors/say';
import { DAY_MS } from '../../days';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { findExistingColumns } from '../../bulk/plan/existing-columns';
import { readSelection } from '../../bulk/plan/selection';
import { planRun, type PlanRequest } from '../../bulk/plan/plan';
import { checkCap, previewRun, priceRun } from '../../bulk/run/price';
import { toTraceError, TraceError } from '../../errors/trace-error';
import type { RunPorts } from '../../bulk/sheet/ports';
import { attempt, type BulkEngine, type Ended } from './bulk-engine';
import {
  areSameCells,
  isPlannable,
  isSameRun,
  nextChooseState,
  NOTHING_CHOSEN,
  type ChooseEvent,
  type ChooseState,
  type Planned,
  type Settings,
} from './choose-state';

export const MAX_AGE_MS = 30 * DAY_MS;
/** Someone who clicks several choices waits for one reading of the sheet. */
const PLAN_AFTER_MS = 350;

export interface Choosing {
  readonly state: ChooseState;
  readonly happen: (event: ChooseEvent) => void;
  /** @param column where the user chose another one of the same selection */
  readonly look: (column?: number) => void;
  readonly preview: () => void;
  /** Plans once more, since the sheet may have changed. A plan that differs from what was agreed to is not started. */
  readonly agreed: () => Promise<Planned | null>;
}

/**
 * The selection, what to add to it, and the price, before anything is spent.
 *
 * @param isShown whether somebody sees the panel
 * @param isOpen whether this part of it is open: only then is the sheet read
 */
export function useChoosing(engine: BulkEngine, isShown: boolean, isOpen: boolean): Choosing {
  const [state, happen] = useReducer(nextChooseState, NOTHING_CHOSEN);
  const { selected, settings, planned, cap } = state;
  const now = useRef(state);
  now.current = state;
  const lookAt = (column: number | null, isAsked: boolean): void => {
    happen({ is: 'asked', errand: 'looking' });
    void lookWith(engine, column).then(async (ended) => {
      happen({ is: 'selected', isAsked, ended });
      if (!ended.ok) return;
      const of = ended.value;
      happen({ is: 'lookedForEnriched', of, ended: await engine.do((ports) => findExistingColumns(ports, of)) });
    });
  };
  const plan = (of: Settings): Promise<Ended<Planned>> => engine.do((ports) => planAndPrice(ports, now.current, of));
  const look = (column?: number): void => lookAt(column ?? null, true);
  const isOn = isShown && isOpen;
  const lookIfNothing = (): boolean => {
    const isDue = now.current.selected === null && now.current.errand === null;
    if (isDue && isOn) lookAt(null, false);
    return isDue;
  };
  useEffect(() => void lookIfNothing(), [engine, isOn]);
  useEffect(() => {
    if (!isShown) return undefined;
    return engine.host.onSelection?.(() => {
      if (!lookIfNothing()) happen({ is: 'otherSelected' });
    });
  }, [engine, isShown, isOpen]);
  useEffect(() => {
    if (!isPlannable(state)) return undefined;
    happen({ is: 'asked', errand: 'planning' });
    const timer = setTimeout(() => {
      void plan(settings).then((ended) => happen({ is: 'planned', of: settings, ended }));
    }, PLAN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [selected, settings]);
  /** Says so where the price is unknown and no limit is set. */
  const isCapped = ({ price }: Planned): boolean => {
    try {
      checkCap(price, cap);
      return true;
    } catch (thrown) {
      happen({ is: 'failed', problem: say(toTraceError(thrown), 'run') });
      return false;
    }
  };
  const preview = (): void => {
    if (planned === null || !isCapped(planned)) return;
    happen({ is: 'asked', errand: 'previewing' });
    const limits = { cap: cap ?? planned.price.most, maxAgeMs: MAX_AGE_MS };
    void engine
      .do((ports) => previewRun(ports, planned.plan, limits))
      .then((ended) => happen({ is: 'previewed', ended }));
  };
  const agreed = async (): Promise<Planned | null> => {
    if (planned === null || !isCapped(planned)) return null;
    happen({ is: 'asked', errand: 'planning' });
    const again = await plan(settings);
    if (!again.ok) happen({ is: 'failed', problem: say(again.error, 'run') });
    else if (isSameRun(planned, again.value)) return again.value;
    else {
      const problem = areSameCells(planned.plan, again.value.plan) ? PRICE_CHANGED : CHANGED;
      happen({ is: 'changed', planned: again.value, problem });
    }
    return null;
  };
  return { state, happen, look, preview, agreed };
}

const PRICE_CHANGED = 'The price has changed. Check it, then start again.';
const CHANGED = 'The sheet has changed. Check the plan, then start again.';

async function lookWith(engine: BulkEngine, column: number | null): ReturnType<typeof lookOnce> {
  const selected = await attempt(() => engine.host.selection());
  return selected.ok ? lookOnce(engine, selected.value, column) : selected;
}

function lookOnce(
  engine: BulkEngine,
  selected: Awaited<ReturnType<BulkEngine['host']['selection']>>,
  column: number | null,
) {
  return engine.do(async (ports) => {
    if (selected === null) throw new TraceError('selectionEmpty', {});
    return readSelection(ports, selected, column);
  });
}

async function planAndPrice(ports: RunPorts, { selected }: ChooseState, settings: Settings): Promise<Planned> {
  if (selected === null) throw new TraceError('selectionEmpty', {});
  const { area, column, triage } = selected;
  const request: PlanRequest = {
    sheet: area.sheet,
    inputColumn: column,
    headerRow: triage.header?.row ?? null,
    rows: triage.rows,
    ...settings,
  };
  const plan = await planRun(ports, request);
  return { plan, price: await priceRun(ports, plan, MAX_AGE_MS) };
}
