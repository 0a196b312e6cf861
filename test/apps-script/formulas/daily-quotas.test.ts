import { countCalls, fillDown, recalculate, shownIn } from './sheet-of-formulas';
import { useSpreadsheets, world } from '../spreadsheet';

/** Google's quotas of a day: https://developers.google.com/apps-script/guides/services/quotas. */

useSpreadsheets();

const PROPERTIES = 'Service invoked too many times for one day: properties.';

function setFault(fault: string | null): void {
  world.state.userProperties.owner.fault = fault;
  world.state.documentProperties.fault = fault;
}

it('properties: saved answers still show, and others say until when they wait', () => {
  world.typeFormula('TRACE_COMPANY', ['company-1.example', 'name']);
  setFault(PROPERTIES);
  const shown = ['company-1.example', 'company-2.example'].map(
    (domain) => world.typeFormula('TRACE_COMPANY', [domain, 'name']).cells[0]?.[0],
  );
  expect(shown).toEqual([
    'Company 1',
    "#TRACE: Google's daily limit for reading settings is reached. Saved answers still show. Choose Retry problems tomorrow on a computer.",
  ]);
});

it('properties that Google does not give at all, as it happens to formulas of add-ons, are no riddle', () => {
  world.typeFormula('TRACE_COMPANY', ['company-1.example', 'name']);
  world.state.userProperties.owner.isMissing = true;
  world.state.documentProperties.isMissing = true;
  const shown = ['company-1.example', 'company-2.example'].map(
    (domain) => world.typeFormula('TRACE_COMPANY', [domain, 'name']).cells[0]?.[0],
  );
  expect(shown).toEqual([
    'Company 1',
    "#TRACE: Google could not read or save Trace's settings: Google gave none. Wait a minute, then choose Retry problems on a computer.",
  ]);
});

it('properties that Google refuses for some seconds are another matter', () => {
  setFault(
    'Service invoked too many times in a short time: properties rateMax. Try Utilities.sleep(1000) between calls.',
  );
  expect(String(world.typeFormula('TRACE_COMPANY', ['company-2.example', 'name']).cells[0]?.[0])).toContain(
    'Wait a minute, then choose Retry problems on a computer.',
  );
});

it('properties that Google refuses once are asked for again', () => {
  const { owner } = world.state.userProperties;
  const rushed =
    'Service invoked too many times in a short time: properties rateMax. Try Utilities.sleep(1000) between calls.';
  setFault(rushed);
  world.state.meanwhile = (calls) => {
    if (calls.includes('Utilities.sleep')) setFault(null);
  };
  const { cells } = world.typeFormula('TRACE_COMPANY', ['company-2.example', 'name']);
  expect({ cells, fault: owner.fault }).toEqual({ cells: [['Company 2']], fault: null });
});

it('requests say until when they wait', () => {
  world.state.network.callsLeft = 0;
  expect(world.typeFormula('TRACE_COMPANY', ['company-2.example', 'name']).cells).toEqual([
    [
      "#TRACE: Google's daily limit for requests is reached. Trace has no such limit. Choose Retry problems tomorrow on a computer.",
    ],
  ]);
});

/** Google runs so many at once, and each may be the first that finds nothing of the account in the cache. */
const AT_ONCE = 30;

it('5,000 formulas calculated 20 times in a day stay within its 50,000 calls of the properties', () => {
  const [few, many] = [20, 40].map((rows) => {
    const grid = fillDown(world, rows, '=TRACE_COMPANY(A#,"name")');
    const [cold] = countCalls(world.calculate());
    const rounds = Array.from({ length: 20 }, () => {
      world.state.clock.advance(72 * 60_000);
      const [properties = 0] = recalculate(world, grid);
      return properties;
    });
    expect(shownIn(grid, 2, rows).every((shown) => /^Company \d+$/.test(String(shown)))).toBe(true);
    return { cold, rounds };
  });
  const forEach = many!.rounds.map((calls, round) => (calls - few!.rounds[round]!) / 20);
  const forAll = few!.rounds.reduce((sum, calls) => sum + calls * AT_ONCE, (5_000 / 100) * few!.cold);
  expect(5_000 * forEach.reduce((sum, calls) => sum + calls) + forAll).toBeLessThanOrEqual(50_000);
});
