import { toKept } from '../../../../shared/errors/kept-error';
import { TraceError } from '../../../../shared/errors/trace-error';
import type { RescanPart } from '../../../../shared/actions/rescan-record';
import {
  answersOf,
  rescannedOf,
  domainsOfRecord,
  isOver,
  mayBeSent,
  problemsOf,
  progressOf,
  toRescanTitle,
  withoutUnsent,
  withUnsentOf,
} from '../../../../shared/panel/activity/rescan-text';

describe('rescan text', () => {
  const part = (is: RescanPart['is'], domains: readonly string[], more: Partial<RescanPart> = {}): RescanPart => ({
    ...{
      is,
      domains,
      jobId: is === 'unsent' ? null : 'job_1',
      status: null,
      answers: [],
      problem: null,
      checkAfterMs: 0,
    },
    ...more,
  });
  const record = (...parts: readonly RescanPart[]) => ({ startedAtMs: 0, parts });
  const GONE = toKept(new TraceError('jobUnknown', { jobId: 'job_1' }));
  const said = (domain: string, status: string, detail: string | null = null) => ({ domain, status, detail });

  test('progress counts what is over, whatever words the service has for it', () => {
    const running = part('running', ['a.example', 'b.example', 'c.example'], {
      answers: [said('a.example', 'completed'), said('b.example', 'FAILED', 'no page'), said('c.example', 'crawling')],
    });
    const of = record(part('finished', ['d.example']), running, part('unsent', ['e.example']));
    expect({ progress: progressOf(of), title: toRescanTitle(of), isOver: isOver(of) }).toEqual({
      progress: { done: 3, all: 5 },
      title: 'Rescanning: 3 of 5 companies',
      isOver: false,
    });
  });

  test('the end tells how many were rescanned, and how many not', () => {
    expect([
      toRescanTitle(record(part('finished', ['a.example']))),
      toRescanTitle(
        record(part('finished', ['a.example', 'b.example']), part('failed', ['c.example'], { problem: GONE })),
      ),
      toRescanTitle(record(part('failed', ['c.example'], { problem: GONE }))),
    ]).toEqual([
      '1 company was rescanned.',
      '2 companies were rescanned, 1 was not.',
      '1 company could not be rescanned.',
    ]);
    expect(problemsOf(record(part('failed', [], { problem: GONE }), part('failed', [], { problem: GONE })))).toEqual([
      'Trace no longer knows job job_1: it expired, or another account started it. Start a new rescan.',
    ]);
  });

  test('of a job that only its id is left of, the companies are those that it names', () => {
    const of = record(part('finished', [], { answers: [said('a.example', 'completed')] }));
    expect({ domains: domainsOfRecord(of), crawled: rescannedOf(of) }).toEqual({
      domains: ['a.example'],
      crawled: ['a.example'],
    });
  });

  test('what a stored rescan has left unsent waits for a person', () => {
    const of = record(part('running', ['a.example']), part('unsent', ['b.example']));
    expect(withoutUnsent(of).parts.map(({ is }) => is)).toEqual(['running']);
    expect(withUnsentOf(record(part('finished', ['a.example'])), of).parts.map(({ is }) => is)).toEqual([
      'finished',
      'unsent',
    ]);
    const unsent = record(part('unsent', ['b.example']));
    expect([mayBeSent(unsent, false), mayBeSent(unsent, true), mayBeSent(of, false)]).toEqual([false, true, true]);
  });

  test('companies with something to say come first', () => {
    const of = record(
      part('finished', ['a.example', 'b.example'], { answers: [said('b.example', 'failed', 'no page')] }),
    );
    expect(answersOf(of)).toEqual([said('b.example', 'failed', 'no page'), said('a.example', 'done')]);
  });
});
