import { buildAddon } from '../../fakes/apps-script/built-addon';
import { API_ORIGIN } from '../../fakes/apps-script/host';
import { findTopLevelFunctions } from '../../fakes/apps-script/top-level';
import type { SandboxFault } from '../../fakes/sandbox-process';
import { companies } from '../open-world';
import { sandbox, useSpreadsheets, world } from '../spreadsheet';

/** One that the sandbox refuses, with the last letters that only its owner's sidebar may show, and one that works. */
const KEYS = [
  ['trace_0wner5ecret0123459173', /0wner5ecret|9173/],
  ['trace_org_demo', /org_demo/],
] as const;
const [[KEY, SECRETS]] = KEYS;

const FAULTS: readonly SandboxFault[] = [
  { fault: 'dropped-connection' },
  { fault: 'cut-off-body' },
  { fault: 'rate-limited' },
  { fault: 'server-error' },
  { fault: 'malformed-json' },
  { fault: 'html-404' },
];

useSpreadsheets({ key: KEY });

/** What formulas, their notes and the sidebar showed in a session in which much goes wrong. */
function live(key: string): unknown[] {
  const shown: unknown[] = [];
  world.callRpc('setKey', [key, 'anotherAccount']);
  for (const domains of [companies(250), 'stripe.com', [['stripe'], [key], ['']]]) {
    shown.push(world.typeFormula('TRACE_COMPANY', [domains, 'name, technologies', 'headers=2']));
    shown.push(world.typeFormula('TRACE_PARTNERS', [domains], { as: 'editor' }));
  }
  shown.push(
    world.typeFormula('TRACE_COMPANY', ['stripe.com', key]),
    world.typeFormula('TRACE_COMPANY', ['a', '', key]),
    world.callRpc('setKey', [`not ${key}\u0000`, 'sameAccount']),
    world.callRpc('keyStatus', [], { as: 'editor' }),
  );
  return shown;
}

it.each(KEYS)(
  '%s is in no cell, note, cache, document, script property, log, exception or page',
  async (key, secrets) => {
    await sandbox.faults(...FAULTS);
    const shown = live(key);
    world.state.network.unreachable.add(API_ORIGIN);
    shown.push(...live(key));
    const texts = [...world.texts(), ...shown.map((value) => JSON.stringify(value))];
    // Random account ids may hold any four digits.
    const found = texts.map((text) => text.replace(/[0-9a-f-]{36}/g, '')).filter((text) => secrets.test(text));
    expect({ found, isCached: world.state.documentCache.size > 0 }).toEqual({ found: [], isCached: true });
  },
);

it.each(KEYS)('%s is sent to the service and nowhere else, and only as a header', async (key, secrets) => {
  await sandbox.faults(...FAULTS);
  live(key);
  const places = world.state.requests.flatMap(({ url, headers, body }) => [
    new URL(url).origin,
    ...Object.entries(headers).flatMap(([name, value]) => (secrets.test(value) ? [name] : [])),
    ...(secrets.test(`${url} ${body ?? ''}`) ? ['elsewhere'] : []),
  ]);
  expect([...new Set(places)].sort()).toEqual(['X-API-Key', 'https://api.tracedata.ai']);
});

describe('typed in a cell by an editor', () => {
  const ARGUMENTS: readonly (readonly unknown[])[] = [
    [],
    ['keyStatus'],
    ['keyStatus', []],
    ['keyStatus', [['']]],
    [[['keyStatus']], ''],
    ['setKey', [['trace_of_the_editor', 'anotherAccount']]],
    ['forgetKey', ''],
    ['stripe.com', 'TRACE_API_KEY', 'TRACE_API_KEY=1'],
  ];

  it('no top-level function reveals anything of the key or changes it', async () => {
    const names = findTopLevelFunctions((await buildAddon()).code).map(({ name }) => name);
    const outcomes = names.flatMap((name) => ARGUMENTS.map((args) => world.typeFormula(name, args, { as: 'editor' })));
    expect({
      typed: outcomes.length > 50,
      revealed: outcomes.filter((outcome) => SECRETS.test(JSON.stringify(outcome))),
      key: world.state.userProperties.owner.read()['TRACE_API_KEY'],
    }).toEqual({ typed: true, revealed: [], key: KEY });
  });

  it.each(['rpc', 'openSidebar', 'onOpen', 'onInstall'])('%s fails before it does anything', (name) => {
    expect(world.typeFormula(name, ['keyStatus', []], { as: 'editor' })).toMatchObject({
      cells: [['#ERROR!']],
      note: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
      calls: ['SpreadsheetApp.getUi'],
    });
  });
});
