import { readFileSync } from 'node:fs';
import { toApiCoverage } from '../../docs/site/api-coverage';
import { OPERATIONS } from '../../docs/site/operations';
import { PANEL_USES } from '../../docs/site/panel-uses';
import { ROUTES } from '../../sandbox/index';
import { FUNCTIONS } from '../../shared/formulas';

const NAMES: readonly string[] = OPERATIONS.map(({ name }) => name);
const USED = new Set([...FUNCTIONS.flatMap(({ operations }) => operations), ...Object.keys(PANEL_USES)]);

it('the table is up to date (npm run generate)', () => {
  expect(readFileSync('docs/api-coverage.md', 'utf8')).toBe(toApiCoverage(FUNCTIONS));
});

it('the table has every operation of the client once', () => {
  expect([...NAMES].sort()).toEqual(ROUTES.map(({ name }) => name).sort());
});

it('no function and no action names an operation that the client does not have', () => {
  expect([...USED].filter((name) => !NAMES.includes(name))).toEqual([]);
});

it('no operation is unused: what no function or action names, TRACE_GET reads', () => {
  expect(OPERATIONS.filter(({ name, method }) => !USED.has(name) && method !== 'GET')).toEqual([]);
});
