import { AnswerTally } from '../../../../shared/enrich/fetch/answer-tally';
import { TraceError } from '../../../../shared/errors/trace-error';
import type { LookupOutcome } from '../../../../shared/records/outcome';

const company = (domain: string): LookupOutcome => ({ is: 'found', record: { primary_domain: domain }, asOfMs: 0 });

const partners = (domain: string, ...names: readonly string[]): LookupOutcome =>
  ({
    is: 'found',
    asOfMs: 0,
    record: {
      company: { name: null, slug: null, domain },
      count: 2,
      partners: names.map((each) => ({ domain: each })),
    },
  }) as unknown as LookupOutcome;

const TWO_LISTS = new Map([
  ['a.com', partners('a.com', 'p1.com', 'p2.com')],
  ['b.com', partners('b.com', 'p2.com')],
]);

it('counts answers, and what those are worth that no row shows, each company once', () => {
  const tally = new AnswerTally();
  tally.note('company', new Map([['a.com', company('a.com')]]));
  tally.note('partners', TWO_LISTS);
  expect([tally.answers, tally.worth]).toEqual([3, 4]);
});

it('takes off what is shown', () => {
  const tally = new AnswerTally();
  tally.note('partners', TWO_LISTS);
  tally.show(['a.com', 'other.com']);
  // The value of b.com, and of the partner that a.com has too.
  expect(tally.worth).toBe(2);
});

it('a failure is no answer, and one without a company is worth nothing', () => {
  const tally = new AnswerTally();
  tally.note(
    'company',
    new Map<string, LookupOutcome>([
      ['a.com', { is: 'failed', error: new TraceError('timedOut', {}) }],
      ['b.com', { is: 'notTracked', asOfMs: 0 }],
    ]),
  );
  expect([tally.answers, tally.worth]).toEqual([1, 0]);
});
