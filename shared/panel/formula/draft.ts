import { specOf, type FunctionId } from '../../catalogue/index';
import type { OptionName } from '../../catalogue/options';
import type { ParamSpec } from '../../catalogue/types';
import { toLiteral } from '../../functions/slips';
import { toOptionsText } from '../common/insert/insertion';
import { readFormulaText, type CellRange } from '../../cells/formula-text';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { columnName } from '../common/words';

/** A formula while a person builds it. */
export interface Draft {
  readonly id: FunctionId;
  /** What was typed for each parameter, by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** In the order of their columns; none: the function's own. */
  readonly fields: readonly string[];
  /** As typed; `''`: as usual. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

export function emptyDraft(id: FunctionId, inputs = ''): Draft {
  const first = specOf(id).params.find(({ takes }) => takes === 'inputs');
  const isTaken = first !== undefined && first.optional !== true;
  return { id, texts: isTaken && inputs !== '' ? { [first.name]: inputs } : {}, fields: [], options: {} };
}

/** The draft with a name instead of a wrong one, wherever that was typed as a whole item. */
export function withNameInDraft(draft: Draft, wrong: string, name: string): Draft {
  const mended = (text: string): string => withNameInText(text, wrong, name);
  const inAll = <R extends Readonly<Record<string, string>>>(texts: R): R =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mended(text)])) as R;
  return { ...draft, texts: inAll(draft.texts), options: inAll(draft.options as Record<string, string>) };
}

/** The text with a name instead of a wrong one, wherever that is a whole item. */
export function withNameInText(text: string, wrong: string, name: string): string {
  return text
    .split(',')
    .map((item) => (item.trim().toLowerCase() === wrong.toLowerCase() ? item.replace(item.trim(), () => name) : item))
    .join(',');
}

/** One argument of a formula: a text, or cells. */
export type DraftArgument = { readonly is: 'text' | 'cells'; readonly text: string };

const NONE: DraftArgument = { is: 'text', text: '' };

/** The arguments to the last one that is given. */
export function toArguments({ id, texts, fields, options }: Draft): readonly DraftArgument[] {
  const all = specOf(id).params.map(({ name, takes }): DraftArgument => {
    if (takes === 'fields') return { is: 'text', text: fields.join(', ') };
    if (takes === 'options') return { is: 'text', text: toOptionsText(options as Readonly<Record<string, string>>) };
    return readArgument(texts[name] ?? '', takes);
  });
  const given = all.map((each) => each.text !== '');
  return all.slice(0, given.lastIndexOf(true) + 1);
}

/** Cells stand for companies as they are typed, and for anything else after an equals sign: GA4 is a cell and a product. */
function readArgument(typed: string, takes: ParamSpec['takes']): DraftArgument {
  const text = typed.trim();
  if (text === '') return NONE;
  if (text.startsWith('=') && isReference(text.slice(1))) return { is: 'cells', text: tidied(text.slice(1).trim()) };
  const isOfCompanies = takes === 'inputs' || takes === 'otherInputs';
  return isOfCompanies && isReference(text) ? { is: 'cells', text: tidied(text) } : { is: 'text', text };
}

/** Where the cells of a draft are, and where its formula goes. */
interface Sheets {
  /** The sheet of references that name none. */
  readonly from: string;
  readonly to: string;
}

/**
 * The formula as it is entered.
 *
 * @param separator between arguments
 * @param sheets their names; `null`: the same
 */
export function toDraftFormula(draft: Draft, separator: ',' | ';', sheets: Sheets | null = null): string {
  const texts = toArguments(draft).map(({ is, text }) => {
    if (is === 'text') return text === '' ? '' : toLiteral(text);
    return sheets === null || sheets.from === sheets.to ? text : onSheet(text, sheets.from);
  });
  return `=${draft.id}(${texts.join(separator)})`;
}

const REFERENCE = /^(?:(?:'(?:[^']|'')+'|[A-Z_]\w*)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/i;

/** Whether a text names cells, such as `A2:A100`, `$B$2` or `'My leads'!A2`. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text.trim());
}

/** The cells that it names, counted from 1; `null`: it names none. */
export function readReference(text: string): CellRange | null {
  if (!isReference(text)) return null;
  const read = readFormulaText(`=${text.trim()}`);
  return read?.is === 'range' ? read : null;
}

/** The same cells, seen from another sheet. */
export function onSheet(reference: string, sheetName: string): string {
  if (reference.includes('!')) return reference;
  return `'${sheetName.replace(/'/g, "''")}'!${reference}`;
}

/** With capitals for its columns. The name of a sheet stays as it is. */
function tidied(reference: string): string {
  const at = reference.lastIndexOf('!') + 1;
  return reference.slice(0, at) + reference.slice(at).toUpperCase();
}

/** Cells that a person has selected, as a formula names them. */
export interface SelectedCells {
  /** Such as `A2:A27`, without its sheet. */
  readonly reference: string;
  readonly sheet: string;
  readonly sheetName: string;
}

/** The rows of a selected column, without its title, to the last that is filled. */
export function toSelectedCells({ area, sheetName, column, triage }: SelectedColumn): SelectedCells | null {
  const filled = triage.rows.filter(({ input }) => input.is !== 'blank').map(({ row }) => row);
  const [first] = filled;
  const last = filled[filled.length - 1];
  if (first === undefined || last === undefined) return null;
  const name = columnName(column);
  const reference = first === last ? `${name}${first + 1}` : `${name}${first + 1}:${name}${last + 1}`;
  return { reference, sheet: area.sheet, sheetName };
}
