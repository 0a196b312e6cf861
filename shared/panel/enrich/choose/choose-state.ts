import { say } from '../../../errors/say';
import type { Choice } from '../../../enrich/plan/column-spec';
import type { HeadingColumn } from '../../../enrich/plan/heading-columns';
import type { ExistingColumns } from '../../../enrich/plan/existing-columns';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import type { Plan, PlanRequest } from '../../../enrich/plan/plan';
import type { Attempted } from '../../common/bulk-engine';
import {
  isSameColumn,
  isOfNothing,
  toAsideText,
  toEmptySheetText,
  toUnreadText,
  type SelectionReading,
} from '../../common/selection/selection-reading';
import type { RunPrice } from '../../../enrich/plan/price';

/** What to add and where: the user's choices. */
export interface Settings {
  readonly choices: readonly Choice[];
  readonly where: PlanRequest['where'];
  readonly mode: PlanRequest['mode'];
  readonly isOverwriteConfirmed: boolean;
  readonly withHidden: boolean;
}

/** The columns of a plan. */
export type Listed = Pick<Plan, 'targets' | 'choices'>;

const COLUMNS_CHANGED = 'The columns have changed. Check which values are replaced, then confirm.';

/** Columns beside a column of companies. */
interface Beside {
  /** Columns of an earlier run; `null` while they are searched. */
  readonly enriched: ExistingColumns | null;
  /** Columns that its headings ask to fill. */
  readonly headings: readonly HeadingColumn[];
}

export interface ChooseState extends Beside {
  /** `agreeing`: the sheet is planned again before the start. */
  readonly errand: 'reading' | 'planning' | 'agreeing' | null;
  readonly selected: SelectedColumn | null;
  /** How many areas are selected; the first of them is read. */
  readonly areas: number;
  /** How often the sheet was read: results of one reading do not outlast it. */
  readonly readings: number;
  readonly settings: Settings;
  /** The plan for these settings; `null` while it is made, or where none can be made. */
  readonly planned: PlannedRun | null;
  /** The columns that would be overwritten, listed before the user agrees to it; `null`: not listed. */
  readonly listed: Listed | null;
  /** The user's own limit, in credits; `none`: the suggested one was cleared; `null`: untouched. */
  readonly cap: number | 'none' | null;
  readonly problem: string;
  /** Whether the selection in the sheet has changed since. */
  readonly isOtherSelected: boolean;
  /** Why the current selection is not used, as a sentence; `''`: it is used. */
  readonly aside: string;
}

export type ChooseEvent =
  | { readonly is: 'asked'; readonly errand: NonNullable<ChooseState['errand']> }
  /** `isAsked`: the user asked for it, and is also told that nothing is selected. */
  | { readonly is: 'selected'; readonly isAsked: boolean; readonly reading: SelectionReading }
  /** The selection moved, and the page read it by itself. */
  | { readonly is: 'followed'; readonly reading: SelectionReading }
  | { readonly is: 'lookedBeside'; readonly of: SelectedColumn; readonly ended: Attempted<Beside> }
  /** What overwriting would replace, before it is agreed to. */
  | { readonly is: 'listed'; readonly of: Settings; readonly readings: number; readonly ended: Attempted<Listed> }
  | { readonly is: 'set'; readonly settings: Partial<Settings> }
  | { readonly is: 'planned'; readonly of: Settings; readonly readings: number; readonly ended: Attempted<PlannedRun> }
  /** `null`: the field was cleared. */
  | { readonly is: 'capped'; readonly cap: number | null }
  | { readonly is: 'changed'; readonly planned: PlannedRun; readonly problem: string }
  | { readonly is: 'failed'; readonly problem: string }
  | { readonly is: 'otherSelected' };

export const NOTHING_CHOSEN: ChooseState = {
  errand: null,
  selected: null,
  areas: 1,
  readings: 0,
  enriched: null,
  headings: [],
  settings: {
    choices: [],
    where: 'newColumns',
    mode: 'onlyEmpty',
    isOverwriteConfirmed: false,
    withHidden: true,
  },
  planned: null,
  listed: null,
  cap: null,
  problem: '',
  isOtherSelected: false,
  aside: '',
};

export function nextChooseState(now: ChooseState, event: ChooseEvent): ChooseState {
  switch (event.is) {
    case 'asked':
      // A limit belongs to the cells that were read; one entered during a new reading belongs to the new cells.
      return { ...now, errand: event.errand, problem: '', cap: event.errand === 'reading' ? null : now.cap };
    case 'selected':
      return withReading(now, event.reading, event.isAsked);
    case 'followed': {
      const { reading } = event;
      const errand = now.errand === 'reading' ? null : now.errand;
      if (!mayFollow(now)) return { ...now, errand, isOtherSelected: true };
      if (reading.is === 'failed' && isOfNothing(reading) && reading.sheet !== undefined) {
        const { sheet, sheetName } = reading.sheet;
        const isThere = now.selected?.area.sheet === sheet;
        if (!isThere) return { ...withReading(now, reading, false), aside: toEmptySheetText(sheetName) };
      }
      if (reading.is !== 'column' && now.selected !== null) return { ...now, errand, aside: toAsideText(reading) };
      if (reading.is === 'column' && isSameColumn(now.selected, reading.of)) {
        return { ...now, errand, areas: reading.areas, aside: '', isOtherSelected: false };
      }
      return withReading(now, reading, false);
    }
    case 'lookedBeside':
      return event.of === now.selected && event.ended.ok ? { ...now, ...event.ended.value } : now;
    case 'listed': {
      if (event.of !== now.settings || event.readings !== now.readings) return now;
      const errand = now.errand === 'planning' ? null : now.errand;
      if (!event.ended.ok) return { ...now, errand, listed: null, problem: say(event.ended.error, 'run') };
      return { ...now, errand, listed: event.ended.value, problem: '' };
    }
    case 'set': {
      const asked = { ...now.settings, ...event.settings };
      // New columns overwrite nothing, so there is nothing to confirm.
      const mode = asked.where === 'newColumns' ? 'onlyEmpty' : asked.mode;
      // A checkbox applies to the choice it was shown with.
      const isOverwriteConfirmed = mode === 'overwrite' && asked.isOverwriteConfirmed;
      const settings = { ...asked, mode, isOverwriteConfirmed } as const;
      const listed = isOverwriteConfirmed ? now.listed : null;
      return { ...now, settings, planned: null, listed, problem: '' };
    }
    case 'planned': {
      if (event.of !== now.settings || event.readings !== now.readings) return now;
      const errand = now.errand === 'planning' ? null : now.errand;
      if (!event.ended.ok) return { ...now, errand, planned: null, problem: say(event.ended.error, 'run') };
      const { value } = event.ended;
      if (now.settings.isOverwriteConfirmed && !isListed(now.listed, value.plan)) {
        const settings = { ...now.settings, isOverwriteConfirmed: false };
        return { ...now, errand, settings, planned: null, listed: null, problem: COLUMNS_CHANGED };
      }
      return { ...now, errand, planned: value, problem: '' };
    }
    case 'capped':
      // If the highest price is known, a cleared field allows it.
      return { ...now, cap: event.cap ?? (now.planned?.price.most === null ? 'none' : null) };
    case 'changed':
      return { ...now, errand: null, planned: event.planned, problem: event.problem };
    case 'failed':
      return { ...now, errand: null, problem: event.problem };
    case 'otherSelected':
      return {
        ...now,
        errand: now.errand === 'reading' ? null : now.errand,
        isOtherSelected: now.selected !== null,
      };
  }
}

/** Whether nothing is lost when a new selection takes the place of the one that was read. */
export function mayFollow({ cap, errand }: ChooseState): boolean {
  return cap === null && (errand === null || errand === 'reading' || errand === 'planning');
}

/** @param isAsked whether the user asked for it, and is also told that nothing is selected */
function withReading(now: ChooseState, reading: SelectionReading, isAsked: boolean): ChooseState {
  const none = {
    enriched: null,
    headings: [],
    planned: null,
    listed: null,
    isOtherSelected: false,
    aside: '',
  };
  // The consent to overwrite was for the columns of the earlier reading.
  const settings = now.settings.isOverwriteConfirmed ? { ...now.settings, isOverwriteConfirmed: false } : now.settings;
  const fresh = { ...now, ...none, settings, errand: null, readings: now.readings + 1 };
  if (reading.is === 'column') return { ...fresh, selected: reading.of, areas: reading.areas, problem: '' };
  const isExpected = !isAsked && (reading.is === 'object' || isOfNothing(reading));
  return { ...fresh, selected: null, areas: 1, cap: null, problem: isExpected ? '' : toUnreadText(reading) };
}

/** Whether there is anything to plan yet. */
export function isPlannable({ selected, settings }: ChooseState): boolean {
  if (selected === null || settings.choices.length === 0) return false;
  return settings.mode === 'onlyEmpty' || settings.isOverwriteConfirmed;
}

/** Whether the columns that would be overwritten have to be listed first. */
export function isListable({ selected, settings }: ChooseState): boolean {
  if (selected === null || settings.choices.length === 0) return false;
  return settings.mode === 'overwrite' && !settings.isOverwriteConfirmed;
}

function isListed(listed: Listed | null, plan: Plan): boolean {
  return listed !== null && JSON.stringify(listed.targets) === JSON.stringify(plan.targets);
}

/** What a run would do, and for how much. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly price: RunPrice;
}

/** Whether a new plan does what the user agreed to, at no higher price. */
export function isSameRun(agreed: PlannedRun, again: PlannedRun): boolean {
  return areSameCells(agreed.plan, again.plan) && isNoDearer(agreed.price, again.price);
}

export function areSameCells(one: Plan, other: Plan): boolean {
  const isSamePlace = JSON.stringify([one.targets, one.rows]) === JSON.stringify([other.targets, other.rows]);
  return isSamePlace && one.cells === other.cells;
}

/** An unknown price may be any price: a limit accepts it only if it was unknown then too. */
function isNoDearer(agreed: RunPrice, again: RunPrice): boolean {
  return agreed.most === null || (again.most !== null && again.most <= agreed.most);
}
