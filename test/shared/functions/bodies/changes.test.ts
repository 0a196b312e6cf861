import { ask, hostWith } from '../../../fakes/routes-api';
import { SandboxHost } from '../../../fakes/sandbox-host';

const seen = (name: string, first: string | null, last: string | null, more: object = {}) => ({
  name,
  first_detected_at: first,
  last_detected_at: last,
  ...more,
});
const hostOf = (technologies: readonly object[]) =>
  hostWith({
    'companies.batch': { results: [{ domain: 'a.com', status: 'found', company: { slug: 'a', technologies } }] },
  });
const changes = (technologies: readonly object[], fields = 'added, dropped', options = 'since=2026-06-01') =>
  ask(hostOf(technologies), 'TRACE_TECH', 'a.com', fields, options);

const ALL = [
  seen('Old', '2020-01-01T00:00:00Z', '2026-06-14T00:00:00Z'),
  seen('Gone', '2020-01-01', '2026-06-01T23:59:59Z', { category: 'CRM' }),
  seen('Long gone', '2020-01-01', '2026-05-31T23:59:59Z'),
  seen('New', '2026-06-01T00:00:00Z', '2026-06-14', { category: 'Ads' }),
  seen('Tried', '2026-06-02', '2026-06-13T23:59:59Z'),
  seen('Before', '2026-05-31T23:59:59Z', '2026-06-14T09:00:00Z'),
];

describe('TRACE_TECH since a day', () => {
  it('shows what was first seen from that day on, and what was last seen then but not on the latest day', () => {
    expect(changes(ALL)).toEqual([['New, Tried', 'Gone, Tried']]);
  });

  it('shows no less since an earlier day', () => {
    expect(changes(ALL, 'added, dropped', 'since=2026-05-31')).toEqual([
      ['Before, New, Tried', 'Gone, Long gone, Tried'],
    ]);
  });

  it('counts days in UTC', () => {
    const late = [
      seen('A', '2026-05-31T22:00:00-04:00', '2026-06-14'),
      seen('B', '2020-01-01', '2026-06-01T01:00:00+02:00'),
      seen('C', '2020-01-01', '2026-06-02T01:00:00+02:00'),
    ];
    expect(changes(late)).toEqual([['A', 'C']]);
  });

  it('says none where nothing changed, and leaves blank what is not known', () => {
    expect([
      changes([ALL[0]!]),
      changes([]),
      changes([seen('Undated', null, null)]),
      changes([seen('Undated', null, null), ALL[3]!]),
    ]).toEqual([[['none', 'none']], [['none', 'none']], [['', '']], [['New', 'none']]]);
  });

  it('works beside other fields, and keeps filters, order and top=', () => {
    expect(changes(ALL, 'count, added', 'since=2026-06-01;sort=-name;top=1')).toEqual([[6, 'Tried']]);
    expect(changes(ALL, 'added, dropped', 'since=2026-06-01;category=CRM')).toEqual([['none', 'Gone']]);
    expect(changes(ALL, 'added', 'since=2026-06-01;layout=columns;top=3')).toEqual([['New', 'Tried', '']]);
  });

  it('shows the same later, whatever was asked before', () => {
    const host = hostOf(ALL);
    ask(host, 'TRACE_TECH', 'a.com');
    host.nowMs += 10 * 86_400_000;
    expect(ask(host, 'TRACE_TECH', 'a.com', 'added, dropped', 'since=2026-06-01')).toEqual([
      ['New, Tried', 'Gone, Tried'],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it.each([
    ['added', ''],
    ['name, dropped', 'top=3'],
    ['name', 'since=2026-06-01'],
  ])('asks for the other of %j and %j, and nothing of Trace', (fields, options) => {
    const host = hostOf(ALL);
    expect(ask(host, 'TRACE_TECH', 'a.com', fields, options)).toEqual([
      ['! The fields added and dropped need a day: =TRACE_TECH(A2,"added, dropped","since=2026-06-01").'],
    ]);
    expect(host.requests).toEqual([]);
  });

  it.each(['yesterday', '2026-6-1', '2026-02-30', '46174', '01/06/2026', '2026-06-01T00:00:00Z'])(
    'refuses %s as a day',
    (day) => {
      expect(changes(ALL, 'added', `since=${day}`)).toEqual([
        [`! since accepts a day such as 2026-06-01, not "${day}".`],
      ]);
    },
  );

  it('costs no further credit on the sandbox', async () => {
    const host = new SandboxHost();
    await host.ask('TRACE_TECH', 'twilio.com');
    const cells = await host.ask('TRACE_TECH', 'twilio.com', 'added, dropped', 'since=2026-01-01');
    expect({ cells, charged: await host.charged(), requests: host.paths.length }).toEqual({
      cells: [['PostgreSQL', 'Node.js']],
      charged: 1,
      requests: 1,
    });
  });
});
