import { type Cell, isCard, isDay, PROBLEM_PREFIX, sentenceInSheets, TraceError } from '../../shared/formulas';
import { toColumnName } from './sheet-cells';
import type { TypedFormula } from './sheets/typed-sheet';

interface ExampleSheetParts {
  readonly label: string;
  readonly formulas: readonly TypedFormula[];
  /** From A1. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many further rows are not shown. */
  readonly left: number;
}

/** Formulas and what they show, as they look in a spreadsheet. */
export function ExampleSheet({ label, formulas, rows, left }: ExampleSheetParts) {
  const places = new Set(formulas.map(({ place }) => place));
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_column, index) => toColumnName(index));
  return (
    <div class="sheet">
      {formulas.map(({ place, formula }) => (
        <p class="formula" key={place}>
          <span class="place">{place}</span>
          <code>{formula}</code>
        </p>
      ))}
      <div class="scroll" role="region" aria-label={label} tabindex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {columns.map((name, column) => (
                  <SheetCell key={name} cell={row[column] ?? ''} isFormula={places.has(`${name}${index + 1}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p class="quiet">… and {left} more rows.</p>}
    </div>
  );
}

function SheetCell({ cell, isFormula }: { readonly cell: Cell; readonly isFormula: boolean }) {
  const isProblem = cell instanceof TraceError;
  const classes = [typeof cell === 'number' && 'number', isProblem && 'problem', isFormula && 'active'].filter(Boolean);
  return (
    <td {...(classes.length > 0 ? { class: classes.join(' ') } : {})}>
      {isProblem ? <a href={`../problems/${cell.code}.html`}>{toCellText(cell)}</a> : toCellText(cell)}
    </td>
  );
}

/** The text of a cell; a problem as Google Sheets writes it. */
function toCellText(cell: Cell): string {
  if (cell instanceof TraceError) return PROBLEM_PREFIX + sentenceInSheets(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object') return String(cell);
  if (isDay(cell)) return cell.day;
  return isCard(cell) ? cell.text : '';
}
