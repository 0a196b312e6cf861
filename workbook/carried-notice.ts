/** The message of the page after a reload. */
export interface CarriedNotice {
  readonly sentence: string;
  /** Whether the previous workbook can be brought back. */
  readonly offersUndo: boolean;
}

const ITEM = 'trace.notice';

/** Reloads the page, which then shows this. */
export function reloadSaying(notice: CarriedNotice | null): void {
  if (notice !== null) sessionStorage.setItem(ITEM, JSON.stringify(notice));
  location.reload();
}

/** The message, once. */
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
