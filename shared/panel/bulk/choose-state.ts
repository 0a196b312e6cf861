import { say } from '../../errors/say';
import type { Choice } from '../../bulk/plan/column-spec';
import type { ExistingColumns } from '../../bulk/plan/existing-columns';
import type { SelectedColumn } from '../../bulk/plan/selection';
import type { Plan, PlanRequest } from '../../bulk/plan/plan';
import type { Preview, RunPrice } from '../../bulk/run/price';
import type { Ended } from './bulk-engine';

/** What to add and where: the user's choices. */
export interface Settings {
  readonly choices: readonly Choice[];
  readonly where: PlanRequest['where'];
  readonly mode: PlanRequest['mode'];
  readonly isOverwriteConfirmed: boolean;
  readonly withHidden: boolean;
}

export interface Planned {
  readonly plan: Plan;
  readonly price: RunPrice;
}

export interface ChooseState {
  readonly errand: 'looking' | 'planning' | 'previewing' | null;
  readonly selected: SelectedColumn | null;
  /** How often the sheet was read: results of one reading do not outlast it. */
  readonly looks: number;
  /** Columns of an earlier run beside it; `null` while they are searched. */
  readonly enriched: ExistingColumns | null;
  readonly settings: Settings;
  /** The plan for these settings; `null` while it is made, or where none can be made. */
  readonly planned: Planned | null;
  readonly preview: Preview | null;
  /** Credits, where the user has set a limit. */
  readonly cap: number | null;
  readonly problem: string;
  /** Whether the selection in the sheet has changed since. */
  readonly isOtherSelected: boolean;
}

export type ChooseEvent =
  | { readonly is: 'asked'; readonly errand: NonNullable<ChooseState['errand']> }
  /** `isAsked`: the user asked for it, and is also told that nothing is selected. */
  | { readonly is: 'selected'; readonly isAsked: boolean; readonly ended: Ended<SelectedColumn> }
  | { readonly is: 'lookedForEnriched'; readonly of: SelectedColumn; readonly ended: Ended<ExistingColumns> }
  | { readonly is: 'set'; readonly settings: Partial<Settings> }
  | { readonly is: 'planned'; readonly of: Settings; readonly ended: Ended<Planned> }
  | { readonly is: 'previewed'; readonly ended: Ended<Preview> }
  | { readonly is: 'capped'; readonly cap: number | null }
  | { readonly is: 'changed'; readonly planned: Planned; readonly problem: string }
  | { readonly is: 'failed'; readonly problem: string }
  | { readonly is: 'otherSelected' };

export const NOTHING_CHOSEN: ChooseState = {
  errand: null,
  selected: null,
  looks: 0,
  enriched: null,
  settings: {
    choices: [],
    where: 'newColumns',
    mode: 'onlyEmpty',
    isOverwriteConfirmed: false,
    withHidden: true,
  },
  planned: null,
  preview: null,
  cap: null,
  problem: '',
  isOtherSelected: false,
};

export function nextChooseState(now: ChooseState, event: ChooseEvent): ChooseState {
  switch (event.is) {
    case 'asked':
      return { ...now, errand: event.errand, problem: '' };
    case 'selected': {
      const none = { enriched: null, planned: null, preview: null, cap: null, isOtherSelected: false };
      const fresh = { ...now, ...none, errand: null, looks: now.looks + 1 };
      if (event.ended.ok) return { ...fresh, selected: event.ended.value, problem: '' };
      const isExpected = !event.isAsked && event.ended.error.code === 'selectionEmpty';
      return { ...fresh, selected: null, problem: isExpected ? '' : say(event.ended.error, 'run') };
    }
    case 'lookedForEnriched':
      return event.of === now.selected && event.ended.ok ? { ...now, enriched: event.ended.value } : now;
    case 'set': {
      const asked = { ...now.settings, ...event.settings };
      // New columns overwrite nothing, so there is nothing to confirm.
      const mode = asked.where === 'newColumns' ? 'onlyEmpty' : asked.mode;
      // A checkbox applies to the choice it was shown with.
      const isOverwriteConfirmed = mode === 'overwrite' && asked.isOverwriteConfirmed;
      const settings = { ...asked, mode, isOverwriteConfirmed } as const;
      return { ...now, settings, planned: null, preview: null, problem: '' };
    }
    case 'planned': {
      if (event.of !== now.settings) return now;
      const errand = now.errand === 'planning' ? null : now.errand;
      return event.ended.ok
        ? { ...now, errand, planned: event.ended.value, problem: '' }
        : { ...now, errand, planned: null, problem: say(event.ended.error, 'run') };
    }
    case 'previewed':
      return event.ended.ok
        ? { ...now, errand: null, preview: event.ended.value }
        : { ...now, errand: null, problem: say(event.ended.error, 'run') };
    case 'capped':
      return { ...now, cap: event.cap };
    case 'changed':
      return { ...now, errand: null, planned: event.planned, preview: null, problem: event.problem };
    case 'failed':
      return { ...now, errand: null, problem: event.problem };
    case 'otherSelected':
      return now.selected === null ? now : { ...now, isOtherSelected: true };
  }
}

/** Whether there is anything to plan yet. */
export function isPlannable({ selected, settings }: ChooseState): boolean {
  if (selected === null || settings.choices.length === 0) return false;
  return settings.mode === 'onlyEmpty' || settings.isOverwriteConfirmed;
}

/** Whether a new plan does what the user agreed to, at no higher price. */
export function isSameRun(agreed: Planned, again: Planned): boolean {
  return areSameCells(agreed.plan, again.plan) && isNoDearer(agreed.price, again.price);
}

export function areSameCells(one: Plan, other: Plan): boolean {
  const isSamePlace = JSON.stringify([one.targets, one.rows]) === JSON.stringify([other.targets, other.rows]);
  return isSamePlace && one.cells === other.cells;
}

/** An unknown price may be any price: setting a limit accepts it, but only where it was unknown then too. */
function isNoDearer(agreed: RunPrice, again: RunPrice): boolean {
  return agreed.most === null || (again.most !== null && again.most <= agreed.most);
}
