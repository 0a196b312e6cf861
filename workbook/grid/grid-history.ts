import { LocalUndoRedoService, type IUndoRedoItem } from '@univerjs/core';
import { cellsOf, removedBy, withoutSheets, wouldTouch } from './undo-overlap';

/** Changes that share one are one undo step; `null`: they are in no step, so Ctrl+Z never takes them back. */
export type UndoStep = object | null;

/** The grid's undo steps, which the panel can join or stay out of. */
export class GridHistory extends LocalUndoRedoService {
  /** `undefined`: the change is not the panel's. */
  private step: UndoStep | undefined;
  private readonly steps = new WeakMap<IUndoRedoItem, object>();
  private onEdit: (unitId: string) => void = () => undefined;

  /** @param callback receives the id of what the user or the panel changes: a workbook, or the text in an editor */
  listen(callback: (unitId: string) => void): void {
    this.onEdit = callback;
  }

  /** Makes everything that the work changes part of this step. */
  record(step: UndoStep, work: () => void): void {
    this.step = step;
    try {
      work();
    } finally {
      this.step = undefined;
    }
  }

  override pushUndoRedo(item: IUndoRedoItem): void {
    this.onEdit(item.unitID);
    const { step } = this;
    if (step === null) return this.keepFromUndo(item);
    const last = this._getUndoStack(item.unitID)?.at(-1);
    if (step !== undefined && last !== undefined && this.steps.get(last) === step) return this.join(last, item);
    super.pushUndoRedo(item);
    if (step !== undefined) this.steps.set(item, step);
  }

  /** Drops steps that would change the written cells, and the steps before those, which build on the same cells. */
  private keepFromUndo({ unitID, redoMutations }: IUndoRedoItem): void {
    const undos = this._getUndoStack(unitID, true);
    const written = cellsOf(redoMutations);
    while (undos.some(({ undoMutations }) => wouldTouch(undoMutations, written))) undos.shift();
    this.endRedo(unitID);
  }

  /** The grid's own way to join steps undoes them in the wrong order. */
  private join(last: IUndoRedoItem, { unitID, undoMutations, redoMutations }: IUndoRedoItem): void {
    last.undoMutations.unshift(...withoutSheets(undoMutations, removedBy(last.undoMutations)));
    last.redoMutations.push(...redoMutations);
    this.endRedo(unitID);
  }

  private endRedo(unitId: string): void {
    this._getRedoStack(unitId, true).length = 0;
    this._updateStatus();
  }
}
