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
