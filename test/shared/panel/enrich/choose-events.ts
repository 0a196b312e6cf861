import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import type { TraceError } from '../../../../shared/errors/trace-error';
import {
  nextChooseState,
  NOTHING_CHOSEN,
  type ChooseEvent,
  type ChooseState,
  type PlannedRun,
} from '../../../../shared/panel/enrich/choose/choose-state';

/** Events while a user chooses what to enrich. */

export const column = (given: Partial<SelectedColumn>): SelectedColumn => ({
  ...{ area: { sheet: 's1', row: 0, rows: 3, column: 0, columns: 1 }, sheetName: 'Leads', column: 0, columns: [] },
  ...{
    triage: { header: null, rows: [] } as unknown as SelectedColumn['triage'],
    isWidened: false,
    selectedRow: 0,
    isTitleAbove: false,
    merged: 0,
  },
  ...given,
});
export const LOOKED = column({});
export const readingOf = (of: SelectedColumn) => ({ is: 'column', of, areas: 1 }) as const;
export const failed = (error: TraceError) => ({ is: 'failed', error }) as const;
export const CHOICES = [{ adds: 'company', field: 'name' }] as const;
export const after = (...events: readonly ChooseEvent[]): ChooseState => events.reduce(nextChooseState, NOTHING_CHOSEN);
export const planned = (rows: readonly number[], most: number | null, cells = rows.length): PlannedRun =>
  ({ plan: { targets: [{ column: 1 }], rows, cells }, price: { most } }) as unknown as PlannedRun;
export const READ: ChooseEvent = { is: 'selected', isAsked: true, reading: readingOf(LOOKED) };
