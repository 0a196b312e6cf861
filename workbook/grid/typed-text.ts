import type { Univer } from '@univerjs/core';
import { IEditorBridgeService, type EditorBridgeService } from '@univerjs/preset-sheets-core';

/**
 * Keeps what a person types into a cell while an answer or a panel's write arrives for it. The grid would put the cell's
 * new value into the open editor; now it does so once the editor is closed.
 */
export function keepTypedText(univer: Univer): void {
  const editor = univer.__getInjector().get(IEditorBridgeService) as EditorBridgeService;
  const refresh = editor.refreshEditCellState.bind(editor);
  let isLate = false;
  editor.refreshEditCellState = () => {
    isLate = editor.isVisible().visible;
    if (!isLate) refresh();
  };
  editor.afterVisible$.subscribe(({ visible }) => {
    if (!visible && isLate) editor.refreshEditCellState();
  });
}
