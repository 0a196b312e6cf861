import type { GridValue } from '../../../shared/bulk/sheet/cell-values';
import type { MemoryGrid } from '../memory-grid';
import type { HardEdit, HardHistory } from './hard-history';

/** One row of the table: who it is stays with it, wherever it goes. */
export function toTable({ companies, areMails, adds, ownsAnswers = false }: HardHistory): GridValue[][] {
  const inputOf = (company: number, at: number): string => {
    if (company === 0) return areMails ? `p${at}@gmail.com` : 'no domain';
    return areMails ? `p${at}@company-${company}.example` : `company-${company}.example`;
  };
  const ownAt = (company: number, at: number): string => {
    if (at % 3 !== 2) return '';
    return ownsAnswers && company > 0 ? answerTo(inputOf(company, at)) : `mine ${at}`;
  };
  const hasStatus = adds === 'status';
  return [
    ['id', 'domain', 'Company', 'note', ...(hasStatus ? ['Status'] : [])],
    ...companies.map((company, at) => [
      ...[`#${at}`, inputOf(company, at), ownAt(company, at), `note ${at}`],
      ...(hasStatus ? [''] : []),
    ]),
  ];
}

/** The cells that a run fills have formats of their own. */
export function dress(grid: MemoryGrid): void {
  const formats = ['@', 'General', 'dd.mm.yyyy'];
  for (let row = 1; row < grid.rows.length; row += 1) grid.at(row, 2).format = formats[row % formats.length]!;
}

export const answerTo = (input: GridValue): string => {
  const [, company = ''] = /company-(\d+)/.exec(String(input)) ?? [];
  return `Company ${company}`;
};

export const columnOf = (grid: MemoryGrid, title: string): number =>
  Math.max(...grid.values().map((row) => row.indexOf(title)));

export const copyName = ({ row, name, at }: HardEdit): string => `copy ${row} ${name} ${at}`;

/** What a person does to the sheet. */
export function change(grid: MemoryGrid, edit: HardEdit): void {
  const { does, row, name } = edit;
  const top = 1 + grid.values().findIndex((cells) => cells.includes('domain'));
  const at = top + (row % Math.max(1, grid.rows.length - top));
  const input = columnOf(grid, 'domain');
  const cellAt = (line: number): { value: GridValue } => grid.at(line, input);
  if (!does.startsWith('insert') && grid.rows.length <= top) return;
  switch (does) {
    case 'sort': {
      const id = columnOf(grid, 'id');
      const rank = (cells: readonly { value: GridValue }[]): number =>
        [...String(cells[id]?.value ?? '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * name) % 97, 7);
      grid.rows.push(...grid.rows.splice(top).sort((a, b) => rank(a) - rank(b)));
      return;
    }
    case 'insert':
      grid.rows.splice(
        at,
        0,
        grid.rows[0]!.map(() => ({ value: '' })),
      );
      return;
    case 'delete':
      grid.rows.splice(at, 1);
      return;
    case 'copy':
      grid.rows.push((grid.rows[at] ?? []).map((cell) => ({ ...cell })));
      grid.at(grid.rows.length - 1, columnOf(grid, 'id')).value = copyName(edit);
      return;
    case 'editTarget':
      grid.at(at, columnOf(grid, 'Company')).value = `typed ${name}`;
      return;
    case 'insertColumn':
      for (const cells of grid.rows) cells.splice(name % 4, 0, { value: '' });
      return;
    case 'editInput':
      cellAt(at).value = `company-${name}.example`;
      return;
    case 'sortInputs': {
      const values = grid.rows.slice(top).map((_cells, offset) => cellAt(top + offset).value);
      for (const [offset, value] of values.reverse().entries()) cellAt(top + offset).value = value;
      return;
    }
    case 'shiftInputs':
      for (let line = grid.rows.length; line > at; line -= 1) cellAt(line).value = cellAt(line - 1).value;
      cellAt(at).value = '';
  }
}
