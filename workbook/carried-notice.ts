/** What the page says after it was loaded again. */
export interface CarriedNotice {
  readonly sentence: string;
  /** Whether the workbook before can be brought back. */
  readonly offersUndo: boolean;
}

const ITEM = 'trace.notice';

/** Loads the page again, which then says this. */
export function reloadSaying(notice: CarriedNotice | null): void {
  if (notice !== null) sessionStorage.setItem(ITEM, JSON.stringify(notice));
  location.reload();
}

/** What was to be said, once. */
export function takeCarriedNotice(): CarriedNotice | null {
  try {
    const carried = sessionStorage.getItem(ITEM);
    sessionStorage.removeItem(ITEM);
    const { sentence, offersUndo } = (JSON.parse(carried ?? 'null') ?? {}) as Partial<CarriedNotice>;
    return typeof sentence === 'string' ? { sentence, offersUndo: offersUndo === true } : null;
  } catch {
    return null;
  }
}
