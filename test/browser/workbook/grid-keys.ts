import type { Page } from 'playwright-core';
import { SETTLED_IN_MS } from '../browser';
import type { GridPage } from './grid-page';

/**
 * The grid's canvases and inputs are in the page in no certain order: those of the formula bar look like those of the
 * cells.
 */
export const SHEET = '#grid canvas[id^="univer-sheet-main-canvas"]';
const CELL_EDITOR = '__INTERNAL_EDITOR__DOCS_NORMAL';
/** The id of what takes the keys for a cell. */
export const CELL_INPUT = `__editor_${CELL_EDITOR}`;

interface ClipboardPage {
  readonly navigator: { readonly clipboard: { write(items: readonly unknown[]): Promise<void> } };
  readonly Blob: typeof Blob;
  readonly ClipboardItem: new (parts: Readonly<Record<string, unknown>>) => unknown;
}

/** A user's actions in the grid by mouse and keyboard. Each waits until the grid is done. */
export class GridKeys {
  constructor(readonly page: Page) {}

  /** Chooses a cell or a range, in sight or not, and waits until the grid takes keys for it. */
  async select(range: string): Promise<void> {
    await this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange(address).activate();
    }, range);
    await this.page.locator(`#${CELL_INPUT}`).focus();
    await this.takesKeysFor(range.replace(/:.*/, ''));
  }

  /** Clicks a cell that is in sight while nothing is scrolled. */
  async click(cell: string): Promise<void> {
    const { x, y } = await this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      const rect = univerAPI.getActiveWorkbook().getActiveSheet().getRange(address).getCellRect();
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }, cell);
    await this.page.locator(SHEET).click({ position: { x, y } });
    await this.takesKeysFor(cell);
  }

  /** Waits until the grid has the focus and this cell chosen: it loses a key that is pressed sooner. */
  async takesKeysFor(cell: string): Promise<void> {
    await this.page.waitForFunction(
      ({ address, editor }) => {
        const { univerAPI, document } = globalThis as unknown as GridPage;
        const workbook = univerAPI.getActiveWorkbook();
        const isChosen = workbook.getActiveCell()?.getA1Notation() === address && !workbook.isCellEditing();
        return isChosen && document.activeElement?.id === editor;
      },
      { address: cell, editor: CELL_INPUT },
    );
  }

  /** Types letter by letter, and waits until the grid has opened its editor for the first, and shows the last. */
  async typeText(text: string): Promise<void> {
    const [first = '', ...others] = text;
    await this.page.keyboard.type(first);
    await this.isTyped(first);
    await this.page.keyboard.type(others.join(''));
    await this.isTyped(text);
  }

  /** {@link typeText} with all but the first letter at once, as from a keyboard of words: the grid draws itself for each letter. */
  async typeAtOnce(text: string): Promise<void> {
    const [first = '', ...others] = text;
    await this.page.keyboard.type(first);
    await this.isTyped(first);
    await this.page.keyboard.insertText(others.join(''));
    await this.isTyped(text);
  }

  private async isTyped(text: string): Promise<void> {
    await this.page.waitForFunction(
      ({ unit, typed }) => {
        const { univerAPI } = globalThis as unknown as GridPage;
        const shown = univerAPI._univerInstanceService.getUnit(unit)?.getBody().dataStream ?? '';
        return univerAPI.getActiveWorkbook().isCellEditing() && shown.replace(/\r\n$/, '').endsWith(typed);
      },
      { unit: CELL_EDITOR, typed: text },
    );
  }

  /** From the clipboard, as another program has left it there. */
  async paste(text: string): Promise<void> {
    await this.copied({ 'text/plain': text });
    await this.page.keyboard.press('Control+v');
  }

  /** Puts into the clipboard what another program would, by its kinds such as `text/html`. */
  async copied(kinds: Readonly<Record<string, string>>): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await this.page.evaluate((texts) => {
      const { navigator, Blob, ClipboardItem } = globalThis as unknown as ClipboardPage;
      const parts = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })] as const);
      return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    }, kinds);
  }

  /** Ends what is typed into a cell, once the list of functions that takes the key has closed. */
  async enter(key: 'Enter' | 'Tab'): Promise<void> {
    const deadline = Date.now() + SETTLED_IN_MS;
    do {
      if (Date.now() > deadline) throw new Error(`${key} does not end what is typed`);
      await this.page.locator('ul[data-u-comp="sheets-formula-editor"]').waitFor({ state: 'detached' });
      await this.page.keyboard.press(key);
    } while (await this.isEditing());
  }

  /** Leaves the cell as it was. The first key may only close what the grid shows beside the editor. */
  async cancel(): Promise<void> {
    const deadline = Date.now() + SETTLED_IN_MS;
    do {
      if (Date.now() > deadline) throw new Error('Escape does not end what is typed');
      await this.page.keyboard.press('Escape');
    } while (await this.isEditing());
  }

  private isEditing(): Promise<boolean> {
    return this.page.evaluate(() => (globalThis as unknown as GridPage).univerAPI.getActiveWorkbook().isCellEditing());
  }
}
