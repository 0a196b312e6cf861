import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { compileWith } from './compile';

const PORTS = "import type { Async, FetchPorts, Grant } from '../shared/ports';";

/** What only a look-up, which pays, may be run with. */
it('a set of ports for actions has no place for one that grants', () => {
  const source = `
    import type { ActionPorts, Async } from '../shared/ports';
    declare const others: Async<ActionPorts>;
    export const PORTS: Async<ActionPorts> = { ...others, reserve: () => ({ granted: [], refused: new Map(), credits: 0 }) };`;
  expect(compileWith('excel-addin', 'excel-addin/planted.ts', source).join()).toContain("'reserve' does not exist");
});

it('a look-up is refused where leave to spend is not asked of anybody', () => {
  const source = `${PORTS}
    declare const others: Omit<Async<FetchPorts>, 'reserve'>;
    export const ports: Async<FetchPorts> = others;`;
  expect(compileWith('excel-addin', 'excel-addin/planted.ts', source).join()).toContain(
    "Property 'reserve' is missing",
  );
});

/** A grant that is made here: a property, and no type of one. */
const makesGrant = (text: string): boolean => /\bgranted(?:: (?!readonly)|, refused(?! \}: Grant))/.test(text);

it('grants are made by the ledger and by the budget of a run alone', () => {
  const listed = execFileSync('git', ['ls-files', 'shared', 'apps-script', 'excel-addin', 'workbook', 'check-api']);
  const sources = listed
    .toString()
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path));
  expect(sources.filter((path) => makesGrant(readFileSync(path, 'utf8')))).toEqual([
    'shared/bulk/fetch/fetch-kind.ts',
    'shared/credits/ledger.ts',
  ]);
});

it('a port that grants whatever is asked for is found', () => {
  expect(makesGrant('reserve: ({ request }) => ({ granted: request.needed, refused: new Map(), credits: 0 })')).toBe(
    true,
  );
});
