import fc from 'fast-check';
import { times } from '../../setup/chance';
import { fillDown, names, shownIn } from '../formulas/sheet-of-formulas';
import { charged, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Calls in the cache that no formula makes, or makes no more: they spend no more than the owner allows, and answer nothing. */

const PLACES = 96;
/** So that it looks for what others have left. */
const UNREADABLE = '=LET(domain,A#,TRACE_COMPANY(domain))';

useSpreadsheets();

function leave(...texts: readonly string[]): void {
  for (let place = 0; place < PLACES; place += 1) {
    world.state.documentCache.write(`trace|!left${place}`, texts[place % texts.length]!, 30);
  }
}

const call = (id: string, ...args: readonly unknown[]): string => JSON.stringify([world.state.clock.nowMs(), id, args]);

it('the limit of the owner holds, and the formula that fetches comes first', async () => {
  world.callRpc('setOwnerLimit', [10]);
  const grid = fillDown(world, 1, UNREADABLE);
  leave(
    ...Array.from({ length: PLACES }, (_place, index) => call('TRACE_COMPANY', `company-${1_000 + index}.example`)),
  );
  world.calculate();
  expect({ shown: shownIn(grid, 2, 1), charged: await charged() }).toEqual({ shown: names(1), charged: 10 });
});

it('lists that the owner does not share are not read', async () => {
  const grid = fillDown(world, 2, UNREADABLE);
  leave(call('TRACE_LISTS'), call('TRACE_LIST', 'lst_1'), call('TRACE_GET', '/lists'));
  world.calculate();
  expect({ shown: shownIn(grid, 2, 2), asked: (await sandbox.log()).map(({ operation }) => operation) }).toEqual({
    shown: names(2),
    asked: ['companies.batch', 'companies.batch'],
  });
});

it('a column is not fetched for a call that is never made', async () => {
  fillDown(world, 2, UNREADABLE);
  leave(
    call(
      'TRACE_COMPANY',
      Array.from({ length: 50 }, (_row, index) => [`company-${500 + index}.example`]),
    ),
  );
  world.calculate();
  expect(await charged()).toBe(2);
});

it('old calls are not answered', async () => {
  fillDown(world, 2, UNREADABLE);
  leave(JSON.stringify([world.state.clock.nowMs() - 31_000, 'TRACE_COMPANY', ['company-99.example']]));
  world.calculate();
  expect(await charged()).toBe(2);
});

it('what a formula asked for before its input was corrected is not fetched once the limit allows more', async () => {
  world.callRpc('setOwnerLimit', [1]);
  const grid = fillDown(world, 2, UNREADABLE);
  world.calculate();
  expect(shownIn(grid, 2, 2)).toEqual(['Company 1', expect.stringMatching(/limit of 1 credit reached/)]);
  world.callRpc('setOwnerLimit', [10]);
  grid.enter('A3', 'company-77.example');
  grid.recalculate();
  world.calculate();
  expect({ shown: shownIn(grid, 2, 2), charged: await charged() }).toEqual({
    shown: ['Company 1', 'Company 77'],
    charged: 2,
  });
});

it('what was asked for before the key changed is not fetched with the next one', async () => {
  leave(call('TRACE_COMPANY', 'company-99.example'));
  world.callRpc('forgetKey', []);
  world.callRpc('setKey', ['trace_demo', 'sameAccount']);
  fillDown(world, 2, UNREADABLE);
  world.calculate();
  expect(await charged()).toBe(2);
});

it('whatever the stores contain, formulas have their answers', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .tuple(fc.constantFrom('TRACE_COMPANY', 'TRACE_GET', 'rpc', '__proto__'), fc.array(fc.jsonValue()))
            .map(([id, args]) => JSON.stringify([Date.now(), id, args])),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      (texts) => {
        world.state.documentCache.clear();
        world.state.documentProperties.remove('TRACE_SHOWN_0');
        const grid = fillDown(world, 2, UNREADABLE);
        leave(...texts);
        world.calculate();
        expect(shownIn(grid, 2, 2)).toEqual(names(2));
      },
    ),
    { numRuns: times(12) },
  );
});
