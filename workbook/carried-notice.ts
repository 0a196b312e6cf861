/** The message of the page after a reload. */
interface CarriedNotice {
  readonly sentence: string;
  /** Whether the previous workbook can be brought back. */
  readonly offersUndo: boolean;
  /** The cells to select, such as `A1:A9`. */
  readonly selects?: string;
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
    const { sentence, offersUndo, selects } = (JSON.parse(carried ?? 'null') ?? {}) as Partial<CarriedNotice>;
    if (typeof sentence !== 'string') return null;
    return { sentence, offersUndo: offersUndo === true, ...(typeof selects === 'string' ? { selects } : {}) };
  } catch {
    return null;
  }
}
