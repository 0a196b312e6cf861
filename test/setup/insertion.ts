import type { Insertion } from '../../shared/ports';

/** Two rows of two values, starting at B2: texts, one that looks like a formula, a day and a number. */
export function insertionInto(sheet: string): Insertion {
  return {
    sheet,
    row: 1,
    column: 1,
    rows: 2,
    columns: 2,
    content: {
      cells: [
        [
          { kind: 'text', text: 'Since' },
          { kind: 'text', text: '=Partner' },
        ],
        [
          { kind: 'date', day: '2024-03-11' },
          { kind: 'number', number: 12 },
        ],
      ],
    },
  };
}
