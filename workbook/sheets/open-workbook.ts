import { CommandType, ICommandService, type IWorkbookData } from '@univerjs/core';
import type { Grid } from '../grid/grid';
import { makeSampleWorkbook } from './sample-sheet';
import type { SheetChange, SheetStore, StoredReading, StoredWorkbook } from './sheet-store';

/** Long enough not to interrupt typing, short enough to finish before the page is closed. */
const SAVE_AFTER_MS = 400;
/** Saving a large sheet blocks the page, so it is done less often: at most a tenth of the time. */
const SAVE_SHARE = 10;
/** Users do not notice a save that is this short. */
const QUICK_MS = 250;
/** More changes than this are better saved with the whole sheet. */
const MOST_CHANGES = 1_000;
/** Calculations write nothing that another calculation would not find again. Only their names look like changes. */
const CALCULATION = /^formula\.(?!mutation\.(set|remove)-defined-name$)/;

/** The workbook in the grid: what is open, when it is saved, and what replaces it. */
export class OpenWorkbook {
  private isUntouched = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the browser saved it last time: a refusal is reported once. */
  private keeps = true;
  private lastSaveMs = 0;
  private savedAtMs = -Infinity;
  private isChanged = false;
  /** Changes since the sheet was last saved; `null`: too many to be saved by themselves. */
  private changes: SheetChange[] | null = [];
  private saving: Promise<boolean> = Promise.resolve(true);
  /** Whether another workbook is already saved, to be shown after a reload. */
  private isReplaced = false;

  /**
   * @param onRefused called when the browser saves nothing
   * @param onElsewhere called when another page has saved the workbook: from now on this one saves nothing
   */
  constructor(
    private readonly grid: Grid,
    private readonly store: SheetStore,
    private readonly onRefused: () => void,
    private readonly onElsewhere: () => void,
  ) {}

  /**
   * Shows what was open when the page was closed, or else the sample. Returns what was found. Its formulas wait for
   * {@link calculate}.
   */
  async restore(): Promise<StoredReading['is']> {
    const found = await this.store.read('current');
    const is = found.is === 'found' && !this.tryShow(found.stored, found.changes) ? 'damaged' : found.is;
    if (is === 'damaged' || is === 'refused') await this.store.setAside();
    if (is !== 'found') this.show({ isUntouched: true, workbook: makeSampleWorkbook() });
    this.saveChanges();
    return is;
  }

  /** Saved values are recalculated: they may be another service's, or older than the saved answers. */
  calculate(): void {
    this.grid.api.getFormula().executeCalculation();
  }

  get isSample(): boolean {
    return this.isUntouched;
  }

  /**
   * Saves another workbook in place of the open one, which can be brought back once. The page has to be reloaded to show
   * it: the grid's editor accepts no text in a workbook that replaced another.
   *
   * @returns `unkept`: the browser saves nothing, and nothing is replaced; `elsewhere`: another page has saved the
   *   workbook, and nothing is replaced
   */
  async replace(next: StoredWorkbook): Promise<'replaced' | 'unkept' | 'elsewhere'> {
    if (await this.isElsewhere()) return 'elsewhere';
    const current = this.read();
    const isKept = current === null || (await this.store.keepPrevious(current));
    if (isKept && (await this.keepInstead(next))) return 'replaced';
    return this.isReplaced ? 'elsewhere' : 'unkept';
  }

  /** Shows another workbook in place of the open one, which is lost. */
  showUnkept(next: StoredWorkbook): void {
    this.show(next);
    this.calculate();
  }

  /**
   * Brings the replaced workbook back; the open one can be brought back then. Returns whether there was one; the page has
   * to be reloaded to show it. `null`: another page has saved the workbook, and nothing is replaced.
   */
  async bringBack(): Promise<boolean | null> {
    if (await this.isElsewhere()) return null;
    const found = await this.store.read('previous');
    const current = this.read();
    if (found.is !== 'found' || !(await this.keepInstead(found.stored))) return this.isReplaced ? null : false;
    await (current === null ? this.store.forget('previous') : this.store.keepPrevious(current));
    return true;
  }

  /**
   * The record of an enrichment describes the sheet, so it is saved with it: whole or, where that would interrupt typing,
   * its changes.
   */
  async saveWithRecord(): Promise<void> {
    if ((await this.isElsewhere()) || !this.isChanged) return;
    const isQuick = this.lastSaveMs <= QUICK_MS;
    const isDue = performance.now() - this.savedAtMs >= SAVE_SHARE * this.lastSaveMs;
    if (isQuick || isDue || !(await this.saveOnlyChanges())) await this.save();
  }

  /** Whether another page has saved the workbook; if so, this page says it, and saves nothing more. */
  private async isElsewhere(): Promise<boolean> {
    await this.saving;
    if (this.isReplaced || !(await this.store.isElsewhere())) return this.isReplaced;
    this.leave();
    return true;
  }

  private leave(): void {
    this.isReplaced = true;
    this.onElsewhere();
  }

  /** The open workbook is no longer saved; otherwise it would come back when the page is closed. */
  private async keepInstead(next: StoredWorkbook): Promise<boolean> {
    this.isReplaced = true;
    await this.saving;
    const saved = await this.store.keepOpen(next);
    if (saved === 'elsewhere') this.leave();
    else this.isReplaced = saved === 'saved';
    return saved === 'saved';
  }

  private show({ isUntouched, workbook }: StoredWorkbook): void {
    const { api } = this.grid;
    const shown = api.getActiveWorkbook();
    if (shown !== null) api.disposeUnit(shown.getId());
    api.createWorkbook(workbook);
    this.isUntouched = isUntouched;
  }

  private tryShow(stored: StoredWorkbook, changes: readonly SheetChange[]): boolean {
    try {
      this.show(stored);
    } catch {
      return false;
    }
    this.repeat(changes);
    return true;
  }

  /** A change that the grid refuses ends it: later ones may build on it. */
  private repeat(changes: readonly SheetChange[]): void {
    const commands = this.grid.univer.__getInjector().get(ICommandService);
    try {
      for (const { id, params } of changes) commands.syncExecuteCommand(id, params);
    } catch {
      this.changes = null;
    }
  }

  private read(): StoredWorkbook | null {
    const workbook: IWorkbookData | undefined = this.grid.api.getActiveWorkbook()?.save();
    return workbook === undefined ? null : { isUntouched: this.isUntouched, workbook };
  }

  private saveChanges(): void {
    const { api, history } = this.grid;
    history.listen((unitId) => {
      if (unitId === api.getActiveWorkbook()?.getId()) this.isUntouched = false;
    });
    api.addEvent(api.Event.CommandExecuted, ({ id, type, params, options }) => {
      if (type !== CommandType.MUTATION || CALCULATION.test(id)) return;
      if (!isOf(params, api.getActiveWorkbook()?.getId())) return;
      // A page that only shows its formulas' answers must not take the workbook from another page.
      if (isAnswer(options) && this.savedAtMs === -Infinity) return;
      this.isChanged = true;
      this.note({ id, params });
      // Not postponed by further changes: a run writes for minutes without a pause.
      this.timer ??= setTimeout(() => void this.save(), Math.max(SAVE_AFTER_MS, SAVE_SHARE * this.lastSaveMs));
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.isElsewhere();
      else if (this.isChanged) void this.save();
    });
  }

  private note(change: SheetChange): void {
    if (this.changes !== null && this.changes.length < MOST_CHANGES) this.changes.push(change);
    else this.changes = null;
  }

  /** One after another, so that an older state never replaces a newer one. */
  private save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.saving = this.saving.then(async () => {
      if (this.isReplaced) return true;
      const startMs = performance.now();
      this.isChanged = false;
      this.changes = [];
      const current = this.read();
      const saved = current === null ? 'refused' : await this.store.keepOpen(current);
      if (saved === 'elsewhere') this.leave();
      const isKept = saved === 'saved';
      this.savedAtMs = performance.now();
      this.lastSaveMs = this.savedAtMs - startMs;
      if (saved === 'refused' && this.keeps) this.onRefused();
      if (!isKept) this.changes = null;
      this.keeps = isKept;
      return isKept;
    });
    return this.saving;
  }

  private saveOnlyChanges(): Promise<boolean> {
    const saving = this.saving.then(async () => {
      if (this.isReplaced || this.changes?.length === 0) return true;
      const { changes } = this;
      this.changes = changes === null ? null : [];
      const saved = changes === null ? 'refused' : await this.store.keepChanges(changes);
      if (saved === 'elsewhere') this.leave();
      const isKept = saved === 'saved';
      if (!isKept) this.changes = null;
      return isKept;
    });
    this.saving = saving;
    return saving;
  }
}

/** The grid writes the results of formulas like a person's values, with a mark. */
function isAnswer(options: unknown): boolean {
  return (options as { readonly fromFormula?: unknown } | undefined)?.fromFormula === true;
}

/** The grid also reports changes to its editors' texts. */
function isOf(params: unknown, workbook: string | undefined): params is object {
  return workbook !== undefined && (params as { readonly unitId?: unknown } | undefined)?.unitId === workbook;
}
