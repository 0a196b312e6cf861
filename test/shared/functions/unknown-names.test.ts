import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { json, text } from '../../fakes/memory-host';
import { ask, hostWith } from '../../fakes/routes-api';
import { batch, catalogue, COLUMN, down, namesAsked, without, whole } from '../../fakes/technology-catalogue';

const MINUTE_MS = 60_000;

const NO_GOOGEL = '! Trace does not know the technology "Googel Analytics". Did you mean Google Analytics?';

describe('TRACE_HAS_TECH', () => {
  it('says which name is meant in place of FALSE, and asks for the name once, and once for what begins like it', () => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'Googel Analytics')).toEqual([
      [NO_GOOGEL],
      [NO_GOOGEL],
      [NO_GOOGEL],
      [''],
      ['not tracked'],
      [NO_GOOGEL],
    ]);
    expect(namesAsked(host)).toEqual(['/technologies?q=Googel%20Analytics&page=1&limit=100']);
    expect(ask(host, 'TRACE_HAS_TECH', 'app.com', 'Googel Analytics')).toEqual([[NO_GOOGEL]]);
    ask(host, 'TRACE_HAS_TECH', 'quiet.com', 'Googel Analytics');
    expect(namesAsked(host).slice(1)).toEqual(['/technologies?q=goo&page=1&limit=100']);
  });

  it('keeps the columns of the other names', () => {
    expect(ask(whole(), 'TRACE_HAS_TECH', [['shop.com'], ['app.com']], 'stripe, Googel Analytics, REACT')).toEqual([
      [true, NO_GOOGEL, false],
      [false, NO_GOOGEL, true],
    ]);
  });

  it('asks nothing of a name that an answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'googleanalytics')).toEqual([
      [true],
      [false],
      [false],
      [''],
      ['not tracked'],
      [''],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it.each([
    ['no input', '', [['']]],
    ['a company that is not tracked', 'x.example', [['not tracked']]],
    ['a company whose technologies are not told', 'untold.com', [['']]],
  ])('asks nothing of a name for %s', (_name, input, cells) => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', input, 'Nothing Like It')).toEqual(cells);
    expect(namesAsked(host)).toEqual([]);
  });

  it('is FALSE for a name of the catalogue that is like a shown one', () => {
    expect(ask(whole(), 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
  });

  it('remembers for 30 days what is known and what is not, and asks again then', () => {
    const host = whole();
    const names = 'Preact, Nothing Like It';
    const first = ask(host, 'TRACE_HAS_TECH', 'app.com', names);
    expect(first).toEqual([
      [
        false,
        '! Trace does not know the technology "Nothing Like It". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
      ],
    ]);
    host.nowMs += 29 * 86_400_000;
    expect(ask(host, 'TRACE_HAS_TECH', 'app.com', names)).toEqual(first);
    expect(namesAsked(host)).toEqual([
      '/technologies?q=Preact&page=1&limit=100',
      '/technologies?q=Nothing%20Like%20It&page=1&limit=100',
      '/technologies?q=not&page=1&limit=100',
    ]);
    host.nowMs += 2 * 86_400_000;
    ask(host, 'TRACE_HAS_TECH', 'app.com', names);
    expect(namesAsked(host)).toHaveLength(6);
  });

  it('reserves and spends nothing for names', () => {
    const host = whole();
    ask(host, 'TRACE_HAS_TECH', 'app.com', 'Googel Analytics, Preact, Nothing');
    expect(host.spending.counters.formulas).toBe(1);
  });

  it.each([
    ['#NAME?', '! The technologies argument is #NAME?. Put quotes around it, such as "Stripe", or correct its cell.'],
    ['#N/A', '! The technologies argument is #N/A. Put quotes around it, such as "Stripe", or correct its cell.'],
    ['Loading...', '! The input cell is still loading. This row follows when it is ready.'],
    ['Wird geladen …', '! The input cell is still loading. This row follows when it is ready.'],
    [
      'trace_abcdefghijklmnop',
      '! This is an API key, and others can read it here. Delete it, then save it in the Trace panel on a computer.',
    ],
  ])('takes %s for no name, and asks nothing', (name, cell) => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, name)).toEqual([[cell]]);
    expect(host.requests).toEqual([]);
  });

  it('says in its own column what is wrong with one of several names', () => {
    const host = whole();
    const [[stripe, error]] = ask(host, 'TRACE_HAS_TECH', 'shop.com', [['Stripe'], ['#REF!']]) as [[unknown, unknown]];
    expect({ stripe, error: String(error).slice(0, 43) }).toEqual({
      stripe: true,
      error: '! The technologies argument is #REF!. Put q',
    });
    expect(host.requests).toHaveLength(1);
  });

  it('asks nothing of a text that is too long for a name', () => {
    const host = whole();
    const [[cell]] = ask(host, 'TRACE_HAS_TECH', 'app.com', 'x'.repeat(5_000)) as [[string]];
    expect(cell).toContain('! Trace does not know the technology "xxx');
    expect(namesAsked(host)).toEqual([]);
  });

  describe('with documented routes only', () => {
    it('lets the plain answer stand, and asks once a day', () => {
      const host = without();
      expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'Nothing, Preact')).toEqual([
        [false, false],
        [false, false],
        [false, false],
        ['', ''],
        ['not tracked', 'not tracked'],
        ['', ''],
      ]);
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Other');
      expect(namesAsked(host)).toHaveLength(2);
    });

    it('TRACE_FIELDS says that names cannot be checked, once that is known, and asks nothing for it', () => {
      const host = without();
      const last = (): unknown => ask(host, 'TRACE_FIELDS').at(-1);
      expect(last()).not.toContain('technologies');
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact');
      const requests = host.requests.length;
      expect(last()).toEqual([
        'TRACE_HAS_TECH',
        'technologies',
        'Trace has no list of technologies here, so it cannot check names. A misspelled name shows FALSE, or none in a filter.',
      ]);
      expect(host.requests).toHaveLength(requests);
    });

    it('knows a slip in a long name that an answer shows', () => {
      expect(ask(without(), 'TRACE_HAS_TECH', [['shop.com'], ['app.com']], 'Googel Analytics')).toEqual([
        [NO_GOOGEL],
        [NO_GOOGEL],
      ]);
    });
  });

  describe.each<[string, () => Exchange, string]>([
    [
      'unreachable',
      () => ({ ok: false, reason: 'unreachable' }),
      'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
    ],
    [
      'late',
      () => ({ ok: false, reason: 'timedOut' }),
      'Trace took too long. Wait a minute, then choose Retry problems on a computer.',
    ],
    [
      'failing',
      () => json(500, { error: 'internal', message: 'No.' }),
      'Trace has a problem (HTTP 500). Wait a few minutes, then choose Retry problems on a computer.',
    ],
    [
      'malformed',
      () => text(200, '<html>'),
      'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
    [
      'cut off',
      () => text(200, '{"data":[{"name":"Pre'),
      'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
  ])('with a catalogue that is %s', (_name, answer, why) => {
    it('keeps what the answers show, and says so of the rest', () => {
      expect(ask(down(answer), 'TRACE_HAS_TECH', [['shop.com'], [''], ['app.com']], 'Stripe, Preact')).toEqual([
        [true, `! Trace could not check the name "Preact". ${why}`],
        ['', ''],
        [false, `! Trace could not check the name "Preact". ${why}`],
      ]);
    });

    it('answers once it is there again', () => {
      let isDown = true;
      const host = hostWith({
        'companies.batch': batch,
        'technologies.search': (request: HttpRequest) => (isDown ? answer() : catalogue(request)),
      });
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact');
      isDown = false;
      host.nowMs += MINUTE_MS;
      expect(ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
    });
  });

  it('says nothing about a name that may come after the rows that were read', () => {
    const data = Array.from({ length: 100 }, (_row, index) => ({ name: `R ${index}`, slug: `r-${index}` }));
    const cut = (): Exchange => json(200, { data, pagination: { has_next: true, total_results: 300 } });
    expect(ask(down(cut), 'TRACE_HAS_TECH', 'app.com', 'R')).toEqual([[false]]);
  });

  it('shows the plain answer if the catalogue has no readable names', () => {
    const nameless = (): Exchange => json(200, { data: [{ id: 1 }] });
    expect(ask(down(nameless), 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
  });

  it('keeps nothing that may be different in a minute', () => {
    const kept: string[] = [];
    const host = down(() => ({ ok: false, reason: 'unreachable' }));
    runSync(callFunction('TRACE_HAS_TECH', [[['shop.com'], ['app.com']], 'Stripe, Preact']), {
      ...host.performers,
      keepShown: ({ answers }) => void kept.push(...answers().map(({ key }) => key)),
    });
    expect(kept).toEqual([]);
  });
});

it('sentences of unknown names are errors that a person can correct', () => {
  const { kind } = new TraceError('technologyUnknown', { text: 'x', nearest: [] });
  expect({
    technologyUnknown: kind,
    nameUnchecked: new TraceError('nameUnchecked', { text: 'x', why: '' }).kind,
  }).toEqual({ technologyUnknown: 'value', nameUnchecked: 'notAvailable' });
});
