import { readFileSync } from 'node:fs';
import { toApiCoverage } from '../../docs/site/api-coverage';
import { usesOf, type OperationUses } from '../../docs/site/api-uses';
import { OPERATIONS } from '../../shared/api';
import { ROUTES } from '../../sandbox/index';
import { FUNCTIONS, readFormulaCall } from '../../shared/formulas';

const USES: readonly (readonly [name: string, uses: OperationUses])[] = OPERATIONS.map((operation) => [
  operation.name,
  usesOf(operation),
]);

it('the table is up to date (npm run generate)', () => {
  expect(readFileSync('docs/api-coverage.md', 'utf8')).toBe(toApiCoverage());
});

it('the table has every operation of the client once', () => {
  expect(OPERATIONS.map(({ name }) => name).sort()).toEqual(ROUTES.map(({ name }) => name).sort());
});

it('a row names a formula or what the panel does, or else why it is used nowhere', () => {
  const unused = USES.filter(([, { formulas, panel }]) => formulas.length + panel.length === 0);
  expect(unused.map(([name, { nowhere }]) => [name, nowhere?.startsWith('nowhere: ')])).toEqual([
    ['lists.export', true],
  ]);
  expect(USES.filter((use) => !unused.includes(use) && use[1].nowhere !== undefined)).toEqual([]);
});

it('each function has a formula for each operation that the catalogue says it asks for, and for no other', () => {
  const said = FUNCTIONS.flatMap(({ id, operations }) => operations.map((operation) => `${operation} ${id}`));
  const named = USES.flatMap(([name, { formulas }]) =>
    formulas.map(({ formula }) => `${name} ${readFormulaCall(formula)?.id}`),
  );
  expect(named.filter((each) => !each.endsWith(' TRACE_GET')).sort()).toEqual([...said].sort());
});
