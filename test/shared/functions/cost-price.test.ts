import fc from 'fast-check';
import { SandboxHost } from '../../fakes/sandbox-host';
import { times } from '../../setup/chance';

const TRACKED = ['stripe.com', 'shopify.com', 'hubspot.com', 'no-partners.example', 'company-7.example', 'stripe'];
const cell = fc.constantFrom(...TRACKED, 'www.stripe.com', 'unknown.example', '', 'ann@gmail.com', 'not a domain');

/** A price that TRACE_COST is asked for, and the formula that it is the price of. */
const priced = fc.oneof(
  fc.constant({ what: 'company', formula: ['TRACE_TECH'] as const, options: '' }),
  fc.constant({ what: 'partners', formula: ['TRACE_PARTNERS'] as const, options: '' }),
  fc.integer({ min: 1, max: 120 }).map((top) => ({
    what: `partners top=${top}`,
    formula: ['TRACE_PARTNERS'] as const,
    options: `top=${top}`,
  })),
);

it('the price that is told is the most that the formula costs, or says that it is the least', async () => {
  const said = new Set<string>();
  const column = fc.array(cell, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      column,
      priced,
      fc.array(fc.tuple(fc.constantFrom(...TRACKED), priced), { maxLength: 3 }),
      async (cells, { what, formula: [id], options }, earlier) => {
        const host = new SandboxHost();
        for (const [company, asked] of earlier) await host.ask(asked.formula[0], company, null, asked.options);
        const rows = cells.map((each) => [each]);
        const requests = host.paths.length;
        const [[label = '', price = '']] = (await host.ask('TRACE_COST', rows, what)) as [[string, number]];
        expect(host.paths.length).toBe(requests);
        const before = await host.charged();
        await host.ask(id, rows, null, options);
        const charged = (await host.charged()) - before;
        const isMost = label.startsWith('credits at most');
        const isLeast = label === 'credits at least, if all are tracked';
        const areTracked = !cells.includes('unknown.example') && !cells.includes('stripe');
        said.add(isMost ? 'most' : areTracked ? 'least, and all are tracked' : 'least');
        expect({
          isEither: isMost || isLeast,
          isAboveMost: isMost && charged > Number(price),
          isBelowLeast: isLeast && areTracked && charged < Number(price),
        }).toEqual({ isEither: true, isAboveMost: false, isBelowLeast: false });
      },
    ),
    { numRuns: times(30), seed: 7 },
  );
  expect([...said].sort()).toEqual(['least', 'least, and all are tracked', 'most']);
});
