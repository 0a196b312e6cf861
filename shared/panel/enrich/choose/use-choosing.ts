import { say } from '../../../errors/say';
import { DEFAULT_MAX_AGE_MS } from '../../../cells/options';
import { useEffect, useRef, useState } from 'preact/hooks';
import { findExistingColumns } from '../../../enrich/plan/existing-columns';
import { findHeadingColumns } from '../../../enrich/plan/heading-columns';
import { planRun, type Plan, type PlanRequest } from '../../../enrich/plan/plan';
import { checkCap, priceRun } from '../../../enrich/plan/price';
import { toTraceError, TraceError } from '../../../errors/trace-error';
import type { RunPorts } from '../../../enrich/sheet/ports';
import type { Attempted } from '../../common/bulk-engine';
import {
  isListable,
  isPlannable,
  mayFollow,
  nextChooseState,
  NOTHING_CHOSEN,
  areSameCells,
  isSameRun,
  type ChooseEvent,
  type ChooseState,
  type Settings,
  type PlannedRun,
} from './choose-state';
import { limitInField, previewLimit, startLimit } from '../run-limit';
import {
  isWithin,
  readSelected,
  readSelecting,
  type SelectionReading,
  type Selecting,
} from '../../common/selection/selection-reading';
import { useFollowing } from '../../common/selection/use-following';
import { useSheet } from '../../common/sheet';
import { usePanel } from '../../state/panel-state';
import { useNewest } from '../../common/late-answers';

/** Someone who clicks several choices waits for one reading of the sheet. */
const PLAN_AFTER_MS = 350;
/** A message about a shorter reading would only flicker. */
const SAY_AFTER_MS = 400;

/** What the user agreed to, worked out again. */
export interface AgreedRun {
  readonly planned: PlannedRun;
  readonly settings: Settings;
  /** In credits; `null`: none. */
  readonly limit: number | null;
  /** The person's own limit of the whole, in credits; `null`: none. */
  readonly ownLimit: number | null;
  /** Whether only the first rows are filled. */
  readonly isPreview: boolean;
}

interface Choosing {
  readonly state: ChooseState;
  readonly happen: (event: ChooseEvent) => void;
  /** @param column where the user chose another one of the same selection */
  readonly read: (column?: number) => void;
  /**
   * Plans again, since the sheet may have changed. A plan is not started if it differs from what was agreed to, or is no
   * longer shown.
   *
   * @param isPreview whether only the first rows are to be filled; the most that these can cost is always known
   */
  readonly agreed: (isPreview: boolean) => Promise<AgreedRun | null>;
}

/**
 * The selection, what to add to it, and the price, before anything is spent.
 *
 * @param hasPaidWork whether work on the rows that were read would be lost with them
 * @param before what was chosen before a preview that is cleared; `null`: nothing
 */
export function useChoosing(hasPaidWork: () => boolean, before: Settings | null): Choosing {
  const engine = useSheet();
  const isOn = usePanel().sees('enrich');
  const [state, setState] = useState(() =>
    before === null ? NOTHING_CHOSEN : { ...NOTHING_CHOSEN, settings: before },
  );
  const { selected, readings, settings } = state;
  /** Set before the next render: the click that spends may enter what was typed. */
  const now = useRef(state);
  const happen = (event: ChooseEvent): void => setState((now.current = nextChooseState(now.current, event)));
  const begin = useNewest();
  const read = async (
    selecting: Selecting,
    column: number | null,
    apply: (reading: SelectionReading) => void,
  ): Promise<void> => {
    const isNewest = begin();
    note(selecting);
    const reading = await readSelected(engine, selecting, column);
    if (isNewest()) apply(reading);
  };
  const readSelection = async (column: number | null, isAsked: boolean): Promise<void> => {
    happen({ is: 'asked', errand: 'reading' });
    const isNewest = begin();
    const selecting = await readSelecting(engine);
    if (isNewest()) await read(selecting, column, (reading) => happen({ is: 'selected', isAsked, reading }));
  };
  const isFree = (): boolean => mayFollow(now.current) && !hasPaidWork();
  const note = useFollowing(isOn, (selecting) => {
    const isFirst = now.current.readings === 0;
    if (selecting.ok && isWithin(now.current.selected, selecting.value)) return;
    if (!isFree()) return happen({ is: 'otherSelected' });
    const tell = (): void => void (isFree() && happen({ is: 'asked', errand: 'reading' }));
    const timer = setTimeout(tell, isFirst ? 0 : SAY_AFTER_MS);
    void read(selecting, null, (reading) => {
      if (isFirst) happen({ is: 'selected', isAsked: false, reading });
      else happen(hasPaidWork() ? { is: 'otherSelected' } : { is: 'followed', reading });
    }).finally(() => clearTimeout(timer));
  });
  useEffect(() => {
    if (selected === null) return;
    void engine
      .do(async (ports) => ({
        enriched: await findExistingColumns(ports, selected),
        headings: await findHeadingColumns(ports, selected),
      }))
      .then((ended) => happen({ is: 'lookedBeside', of: selected, ended }));
  }, [engine, selected]);
  const plan = (of: Settings): Promise<Attempted<PlannedRun>> =>
    engine.do((ports) => planAndPrice(ports, now.current, of));
  useEffect(() => {
    const isToList = isListable(state);
    if (!isToList && !isPlannable(state)) return undefined;
    happen({ is: 'asked', errand: 'planning' });
    const act = async (): Promise<void> => {
      if (!isToList) return happen({ is: 'planned', of: settings, readings, ended: await plan(settings) });
      // The same columns, of which nothing is replaced yet.
      const ended = await engine.do((ports) => planOnly(ports, now.current, { ...settings, mode: 'onlyEmpty' }));
      happen({ is: 'listed', of: settings, readings, ended });
    };
    const timer = setTimeout(() => void act(), PLAN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [selected, settings]);
  /** Says so where the price is unknown and no limit is set. */
  const isCapped = ({ price }: PlannedRun): boolean => {
    try {
      checkCap(price, limitInField(now.current));
      return true;
    } catch (thrown) {
      happen({ is: 'failed', problem: say(toTraceError(thrown), 'run') });
      return false;
    }
  };
  const agreed = async (isPreview: boolean): Promise<AgreedRun | null> => {
    const { planned, settings: of } = now.current;
    if (planned === null || !(isPreview || isCapped(planned))) return null;
    happen({ is: 'asked', errand: 'agreeing' });
    const again = await plan(of);
    if (now.current.planned?.plan !== planned.plan) {
      if (now.current.errand === 'agreeing') happen({ is: 'failed', problem: '' });
    } else if (!again.ok) happen({ is: 'failed', problem: say(again.error, 'run') });
    else if (isSameRun(planned, again.value)) {
      const toLimit = isPreview ? previewLimit : startLimit;
      const { cap } = now.current;
      const limit = toLimit(now.current, again.value);
      return { planned: again.value, settings: of, limit, ownLimit: typeof cap === 'number' ? cap : null, isPreview };
    } else {
      const problem = areSameCells(planned.plan, again.value.plan) ? PRICE_CHANGED : CHANGED;
      happen({ is: 'changed', planned: again.value, problem });
    }
    return null;
  };
  return { state, happen, read: (column) => void readSelection(column ?? null, true), agreed };
}

const PRICE_CHANGED = 'The price has changed. Check it, then start.';
const CHANGED = 'The sheet has changed. Check the plan, then start.';

async function planAndPrice(ports: RunPorts, state: ChooseState, settings: Settings): Promise<PlannedRun> {
  const plan = await planOnly(ports, state, settings);
  return { plan, price: await priceRun(ports, plan, DEFAULT_MAX_AGE_MS) };
}

function planOnly(ports: RunPorts, { selected }: ChooseState, settings: Settings): Promise<Plan> {
  if (selected === null) throw new TraceError('selectionEmpty', {});
  const { area, column, triage } = selected;
  const request: PlanRequest = {
    sheet: area.sheet,
    inputColumn: column,
    headerRow: triage.header?.row ?? null,
    rows: triage.rows,
    ...settings,
  };
  return planRun(ports, request);
}
