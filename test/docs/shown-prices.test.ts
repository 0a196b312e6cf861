import { readFileSync } from 'node:fs';

/** What users copy first: no formula in it pays for partners that it does not show. */
it.each(['docs/workbook.md', 'workbook/sheets/sample-sheet.ts', 'workbook/sheets/try-these-sheet.ts'])(
  'partners are asked for with top= in %s',
  (path) => {
    const text = readFileSync(path, 'utf8');
    const formulas = [...text.matchAll(/=TRACE_PARTNERS\((?:\$\{\w+\}|[^)`])*\)/g)].map(([formula]) => formula);
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((formula) => !/top=\d+/.test(formula))).toEqual([]);
  },
);
