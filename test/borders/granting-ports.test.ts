import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { compileAll } from './compile';
import { PROGRAMS } from './layers';

const PORTS = "import type { Async, FetchPorts, Grant } from './ports';";

/** Ports that only a lookup, which pays, may run with. */
const WITH_GRANT = `
  import type { ActionPorts } from './ports';
  declare const others: ActionPorts;
  export const PORTS: ActionPorts = { ...others, reserve: () => ({ granted: [], refused: new Map(), credits: 0 }) };`;
const WITHOUT_GRANT = `${PORTS}
  declare const others: Omit<Async<FetchPorts>, 'reserve'>;
  export const ports: Async<FetchPorts> = others;`;

let said: Readonly<Record<string, readonly string[]>>;
beforeAll(() => {
  said = compileAll('shared', { 'shared/with.ts': WITH_GRANT, 'shared/without.ts': WITHOUT_GRANT });
});

it('a set of ports for actions has no place for one that grants', () => {
  expect(said['shared/with.ts']!.join()).toContain("'reserve' does not exist");
});

it('a lookup is refused if the host is not asked for permission to spend', () => {
  expect(said['shared/without.ts']!.join()).toContain("Property 'reserve' is missing");
});

const sources = execFileSync('git', ['ls-files', ...PROGRAMS])
  .toString()
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && existsSync(path));

/** Whether the syntax of a file has such a node. @param word that the file must have for it */
function hasNode(text: string, word: string, isIt: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean =>
    isIt(node) || ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  return text.includes(word) && visit(ts.createSourceFile('planted.tsx', text, ts.ScriptTarget.ESNext, true));
}

/** Whether a grant is made there: an object with what is granted. Types do not count, nor does what is taken out of a grant. */
const makesGrant = (text: string): boolean =>
  hasNode(
    text,
    'granted',
    (node) => ts.isObjectLiteralExpression(node) && node.properties.some(({ name }) => name?.getText() === 'granted'),
  );

/** Whether formulas may spend freely there, in an object or as a default. */
const letsSpendFreely = (text: string): boolean =>
  hasNode(text, 'freely', (node) => {
    if (!ts.isStringLiteralLike(node) || node.text !== 'freely') return false;
    const { parent } = node;
    return (
      (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
      parent.initializer === node
    );
  });

it('grants are made by the ledger and by the budget of a run alone', () => {
  expect(sources.filter((path) => makesGrant(readFileSync(path, 'utf8')))).toEqual([
    'shared/credits/ledger.ts',
    'shared/enrich/fetch/fetch-kind.ts',
  ]);
});

it('a formula may spend freely if a user chose that, or if no one pays', () => {
  expect(sources.filter((path) => letsSpendFreely(readFileSync(path, 'utf8')))).toEqual([
    // What a user chose in the stand-in of Google.
    'bench/passed.ts',
    'bench/sheets-formulas.ts',
    'bench/sheets-quotas.ts',
    // The embedded sandbox.
    'docs/site/sandbox-host.ts',
    // A stored choice, and the choice itself.
    'shared/credits/daily-spending.ts',
    'shared/panel/settings/spending-card.tsx',
    // The embedded sandbox.
    'workbook/office/office.ts',
  ]);
});

it.each([
  'reserve: ({ request }) => ({ granted: request.needed, refused: new Map(), credits: 0 })',
  'reserve: ({ request }) => ({ refused, granted, credits: 0 })',
  'reserve: ({ request }) => ({ ...grant, granted: request.needed })',
])('a port that grants whatever is asked for is found: %s', (port) => {
  expect(makesGrant(`const ports = { ${port} };`)).toBe(true);
});

it.each([
  "decideGrant({ policy: { mode: 'freely' }, ownerLimit: null, counters: NO_SPENDING, paid }, request, now);",
  "function makeHost(policy: SpendPolicy = { mode: 'freely' }) {}",
  "const [whole, mode = 'freely'] = words;",
])('a ledger that lets everything be spent is found: %s', (source) => {
  expect(letsSpendFreely(source)).toBe(true);
});
