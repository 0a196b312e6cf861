import { call } from '../known-companies';

describe('TRACE_TECH', () => {
  it.each([
    ['orders by name, ignoring case', ['stripe.com'], [['Apollo, Google Analytics, react']]],
    [
      'joins every field in one order',
      ['stripe.com', 'name, category'],
      [['Apollo, Google Analytics, react', ', Analytics, JavaScript']],
    ],
    ['sorts the other way', ['stripe.com', '', 'sort=-name'], [['react, Google Analytics, Apollo']]],
    [
      'puts missing values last in either direction',
      ['stripe.com', null, 'sort=-last_detected_at'],
      [['Google Analytics, react, Apollo']],
    ],
    [
      'puts missing values last, upwards too',
      ['stripe.com', 0, 'sort=last_detected_at'],
      [['react, Google Analytics, Apollo']],
    ],
    ['cuts after sorting', ['stripe.com', undefined, 'top=1;sort=-name'], [['react']]],
    ['filters by whole names or slugs, ignoring case', ['stripe.com', '', 'vendor=GOOGLE'], [['Google Analytics']]],
    [
      'takes several values for a filter',
      ['stripe.com', '', 'category=analytics,javascript'],
      [['Google Analytics, react']],
    ],
    ['says none where a filter leaves none', ['stripe.com', '', 'category=CRM'], [['none']]],
    ['does not match a part of a name', ['stripe.com', '', 'category=script'], [['none']]],
    ["shows the service's own count", ['stripe.com', 'count'], [[9]]],
    ['counts what a filter lets through', ['stripe.com', 'count', 'category=Analytics'], [[1]]],
    ['joins days as texts', ['stripe.com', 'last_detected_at'], [[', 2026-06-01, 2026-05-01']]],
    [
      'shows single days as days',
      ['stripe.com', 'last_detected_at', 'layout=columns;top=2;sort=-last_detected_at'],
      [['day 2026-06-01', 'day 2026-05-01']],
    ],
    ['shows the day of the answer', ['stripe.com', 'as_of'], [['day 2026-06-15']]],
    [
      'tells the four cases apart',
      [[['quiet.example'], ['untold.example'], ['x.example'], ['']]],
      [['none'], [''], ['not tracked']],
    ],
    ['counts nothing as 0 and unknown as blank', [[['quiet.example'], ['untold.example']], 'count'], [[0], ['']]],
    [
      'takes options from a range',
      [
        'stripe.com',
        '',
        [
          ['top', 1],
          ['sep', '/'],
        ],
      ],
      [['Apollo']],
    ],
    [
      'asks one company once however it is written',
      [[['stripe.com'], ['https://www.stripe.com/']], 'count'],
      [[9], [9]],
    ],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_TECH', ...args)).toEqual(cells);
  });

  it('keeps a problem in its own row', () => {
    expect(call('TRACE_TECH', [['#N/A'], ['stripe.com']], 'count')).toEqual([
      ['! The input cell shows #N/A. Correct that cell first.'],
      [9],
    ]);
  });

  it.each([
    [['stripe.com', 'nam'], '! There is no field "nam". Did you mean name'],
    [['stripe.com', '', 'top=x'], '! top accepts a whole number'],
    [[[['a.com', 'b.com']]], '! The range has 2 columns.'],
    [['stripe.com', 'name, slug', 'layout=columns'], '! layout=columns shows one field'],
    [[], '! The domains argument is missing. Write =TRACE_TECH(A2).'],
  ])('shows a problem of the formula in one cell: %j', (args, beginning) => {
    const cells = call('TRACE_TECH', ...args);
    expect({
      rows: cells.length,
      columns: cells[0]!.length,
      isProblemShown: String(cells[0]![0]).startsWith(beginning),
    }).toEqual({ rows: 1, columns: 1, isProblemShown: true });
  });
});

describe('TRACE_HAS_TECH', () => {
  it.each([
    [
      'finds whole names and slugs only',
      ['stripe.com', 'Google, google analytics, google-analytics'],
      [[false, true, true]],
    ],
    ['is FALSE for a company without technologies', ['quiet.example', 'React'], [[false]]],
    ['is blank, not FALSE, where nothing is known', ['untold.example', 'React'], [['']]],
    ['says not tracked', ['x.example', 'React, Vue'], [['not tracked', 'not tracked']]],
    [
      'has the technologies as headers',
      [[['stripe.com'], ['']], [['React'], ['Vue']], 'headers=2'],
      [
        ['input', 'React', 'Vue'],
        ['stripe.com', true, false],
      ],
    ],
    [
      'needs a technology',
      ['stripe.com', ''],
      [['! The technologies argument is missing. Write =TRACE_HAS_TECH(A2,"Stripe").']],
    ],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_HAS_TECH', ...args)).toEqual(cells);
  });
});
