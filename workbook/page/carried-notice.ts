/** The message of the page after a reload. */
interface CarriedNotice {
  readonly sentence: string;
  /** On the button that brings the other workbook back. */
  readonly brings: 'Undo open' | 'Switch back';
  /** The cells to select, such as `A1:A9`. */
  readonly selects?: string;
}

const ITEM = 'trace.notice';

/** Reloads the page, which then shows this message, also after further reloads, until it is removed. */
export function reloadSaying(notice: CarriedNotice): void {
  sessionStorage.setItem(ITEM, JSON.stringify(notice));
  location.reload();
}

export function forgetCarriedNotice(): void {
  sessionStorage.removeItem(ITEM);
}

/** The message, and its cells the first time only. */
export function readCarriedNotice(): CarriedNotice | null {
  try {
    const { selects, ...carried } = (JSON.parse(sessionStorage.getItem(ITEM) ?? 'null') ??
      {}) as Partial<CarriedNotice>;
    const { sentence, brings } = carried;
    if (typeof sentence !== 'string' || (brings !== 'Undo open' && brings !== 'Switch back')) return null;
    sessionStorage.setItem(ITEM, JSON.stringify(carried));
    return { sentence, brings, ...(typeof selects === 'string' ? { selects } : {}) };
  } catch {
    return null;
  }
}
