import type { Enrichment } from '../../../../shared/enrich/enrichment';
import type { Summary } from '../../../../shared/enrich/summary';
import { TraceError } from '../../../../shared/errors/trace-error';
import { toRest, withEvent, type Running } from '../../../../shared/panel/enrich/run-stage';

describe('left run', () => {
  const FAILED = [{ why: new TraceError('leftOut', {}), rows: [1, 2] }];

  const rest = (
    state: 'open' | 'done',
    { open = 0, failed = [] }: Partial<Summary>,
    looksUp: 'company' | 'text' = 'company',
  ) => toRest({ head: { state, looksUp }, summary: { open, failed } } as unknown as Enrichment);

  it.each([
    ['open rows before failed ones', 'open', { open: 3, failed: FAILED }, 'open'],
    ['its end, where it broke off before noting it', 'open', {}, 'open'],
    ['rows that were cleared once it was done', 'done', { open: 1 }, 'open'],
    ['failed rows where only those are left, paused', 'open', { failed: FAILED }, 'failed'],
    ['failed rows where only those are left, done', 'done', { failed: FAILED }, 'failed'],
    ['nothing once all rows are done', 'done', {}, null],
  ] as const)('an enrichment that continues does %s', (_what, state, summary, rows) => {
    expect(rest(state, summary)).toBe(rows);
  });

  it('domains that only the closed page knew are not continued', () => {
    expect(rest('open', { open: 3 }, 'text')).toBeNull();
  });
});

describe('running', () => {
  const RUNNING: Running = {
    rows: 10,
    limit: 50,
    progress: null,
    answered: null,
    said: 'Before.',
    notes: [],
    wish: 'goOn',
  };

  test('a wait says how long it is, and that no action is needed', () => {
    expect(withEvent(RUNNING, { is: 'waiting', delayMs: 29_500 }).said).toBe(
      'Trace is busy. It continues in 30 seconds.',
    );
  });

  test('rows that are looked for are told of', () => {
    expect(withEvent(RUNNING, { is: 'findingRows' }).said).toBe('Rows moved. Finding them…');
  });

  test('a cell that cannot be written is told of', () => {
    const error = new TraceError('cellsProtected', {});
    expect(withEvent(RUNNING, { is: 'refused', row: 1, column: 1, error }).said).toBe(
      'These cells are protected. Ask for edit access, then retry.',
    );
  });

  test('a column that has a type is named once for each kind of value, and still when the run goes on', () => {
    const typed = [true, false, true].map((isText) => ({ is: 'typedColumn', typed: { column: 3, isText } }) as const);
    const progress = { rows: 12, done: 4, credits: 4, elapsedMs: 1_000, rowsPerMinute: 240 };
    expect([...typed, { is: 'progress', progress } as const].reduce(withEvent, RUNNING).notes).toEqual([
      'Column D has a fixed type. Some values are written there as text.',
      'Column D has a fixed type. Some values are shown there in its format.',
    ]);
  });

  test('progress ends what was said', () => {
    const progress = { rows: 12, done: 4, credits: 4, elapsedMs: 1_000, rowsPerMinute: 240 };
    expect(withEvent(RUNNING, { is: 'progress', progress })).toEqual({
      rows: 12,
      limit: 50,
      progress,
      answered: null,
      said: '',
      notes: [],
      wish: 'goOn',
    });
  });

  test('answers are counted before the first rows are written, and their credits are live afterwards', () => {
    const answered = { is: 'answered', answers: 336, credits: 497 } as const;
    const first = withEvent(RUNNING, answered);
    expect(first).toMatchObject({ answered: { answers: 336, credits: 497 }, progress: null });
    const progress = { rows: 12, done: 4, credits: 4, elapsedMs: 1_000, rowsPerMinute: 240 };
    const later = withEvent(withEvent(first, { is: 'progress', progress }), { ...answered, credits: 530 });
    expect(later.progress).toEqual({ ...progress, credits: 530 });
  });
});
