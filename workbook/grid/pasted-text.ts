import type { Univer } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';

const HTML = 'text/html';
const TEXT = 'text/plain';
/** That of every sheet; the grid's own is larger. */
const LOOKS = 'font-size:10pt';

/**
 * Pastes lines as rows, and tabs as columns, of the text itself. The grid reads a text of several cells as HTML, so that
 * `Jane <jane@stripe.com>` lost the address, drops blank cells at its start, and puts a list of a web page into one cell.
 */
export function pasteTextsAsCells(univer: Univer): void {
  const service = univer.__getInjector().get(ISheetClipboardService);
  const [paste, pasteByKeys] = [service.paste.bind(service), service.legacyPaste.bind(service)];
  service.legacyPaste = async (html = '', text = '', files) =>
    holdsCells(html, text) ? pasteByKeys(writeTable(text), text) : pasteByKeys(html, text, files);
  service.paste = async (item, kind) => {
    const [html, text] = await Promise.all([read(item, HTML), read(item, TEXT)]);
    return paste(holdsCells(html, text) ? toClipboard(writeTable(text)) : item, kind);
  };
}

/** Whether the text has several cells, and no table tells them better, as one of a spreadsheet does. */
function holdsCells(html: string, text: string): boolean {
  return /[\r\n\t]/.test(text) && !/<table\b/i.test(html);
}

async function read(item: ClipboardItem, type: string): Promise<string> {
  return item.types.includes(type) ? (await item.getType(type)).text() : '';
}

function toClipboard(html: string): ClipboardItem {
  return new ClipboardItem({ [HTML]: new Blob([html], { type: HTML }) });
}

function writeTable(text: string): string {
  const lines = text.replace(/(\r?\n)+$/, '').split(/\r?\n/);
  const rows = lines.map((line) => `<tr>${line.split('\t').map(writeCell).join('')}</tr>`);
  return `<table style="${LOOKS}">${rows.join('')}</table>`;
}

function writeCell(text: string): string {
  return `<td>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</td>`;
}
