import { costOfFormulaAnswers, costOfRunAnswers } from '../../../shared/credits/charges';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { TraceError } from '../../../shared/errors/trace-error';
import type { LookupKind, LookupOutcome } from '../../../shared/records/outcome';

const DAY_MS = 86_400_000;
const NOW_MS = 20_000 * DAY_MS + 1_000;
/** The codes of a.com and b.com. */
const [A, B] = ['1d9L5c', 'BP40i3'];

type Answers = readonly (readonly [identifier: string, outcome: LookupOutcome])[];

const found = (domain: string): LookupOutcome => ({ is: 'found', record: { primary_domain: domain }, asOfMs: NOW_MS });
const partners = (domains: readonly string[], inDoubt = 0): LookupOutcome => ({
  is: 'found',
  inDoubt,
  record: {
    company: { name: null, slug: null, domain: 'a.com' },
    partners: domains.map((domain) => ({ domain, slug: null })),
    count: domains.length,
  },
  asOfMs: NOW_MS,
});
const lost = (inDoubt: number): LookupOutcome => ({ is: 'failed', error: new TraceError('timedOut', {}), inDoubt });
const refused: LookupOutcome = { is: 'failed', error: new TraceError('creditsOut', { requested: 1, missing: 1 }) };
const notTracked: LookupOutcome = { is: 'notTracked', asOfMs: NOW_MS };

/** @param daysAgo when a.com was paid for; `null`: never */
function paidFor(daysAgo: number | null): PaidCompanies {
  return new PaidCompanies(daysAgo === null ? new Map() : new Map([[20_000 - daysAgo, A]]));
}

describe('answers to a run', () => {
  it.each<[what: string, daysAgo: number | null, kind: LookupKind, answers: Answers, charged: readonly string[]]>([
    ['a new company is charged', null, 'company', [['a.com', found('a.com')]], ['a.com']],
    ['a company that is paid for is free', 29, 'company', [['a.com', found('a.com')]], []],
    ['on the last of its 30 days it may be charged again', 30, 'company', [['a.com', found('a.com')]], ['a.com']],
    [
      'a company that two inputs name is charged once',
      null,
      'company',
      [
        ['a.com', found('a.com')],
        ['a', found('a.com')],
      ],
      ['a.com'],
    ],
    [
      'of a list, only the partners are charged that are new',
      0,
      'partners',
      [['a.com', partners(['b.com'])]],
      ['b.com'],
    ],
    [
      'companies without an answer are free, and what may have been charged is left to the budget',
      null,
      'company',
      [
        ['a.com', notTracked],
        ['b.com', refused],
        ['c.com', lost(1)],
      ],
      [],
    ],
  ])('%s', (_what, daysAgo, kind, answers, charged) => {
    expect(costOfRunAnswers(paidFor(daysAgo), kind, new Map(answers), NOW_MS)).toEqual({
      charged,
      credits: charged.length,
    });
  });

  it('are paid for afterwards', () => {
    const paid = paidFor(null);
    const outcomes = new Map([['a.com', found('a.com')]]);
    costOfRunAnswers(paid, 'company', outcomes, NOW_MS);
    expect(costOfRunAnswers(paid, 'company', outcomes, NOW_MS)).toEqual({ charged: [], credits: 0 });
  });
});

describe('answers to formulas', () => {
  it.each<
    [
      what: string,
      before: { readonly daysAgo: number | null; readonly doubts: string },
      kind: LookupKind,
      answers: Answers,
      cost: { readonly charged: readonly string[]; readonly credits: number; readonly doubts: string },
    ]
  >([
    [
      'a new company costs a credit',
      { daysAgo: null, doubts: '' },
      'company',
      [['a.com', found('a.com')]],
      { charged: ['a.com'], credits: 1, doubts: '' },
    ],
    [
      'a company that was counted when its answer was lost is charged and does not count twice',
      { daysAgo: null, doubts: A },
      'company',
      [['a.com', found('a.com')]],
      { charged: ['a.com'], credits: 0, doubts: A },
    ],
    [
      'a lost answer counts',
      { daysAgo: null, doubts: A },
      'company',
      [['b.com', lost(1)]],
      { charged: [], credits: 1, doubts: A + B },
    ],
    [
      'a lost answer counts once a day',
      { daysAgo: null, doubts: A },
      'company',
      [['a.com', lost(1)]],
      { charged: [], credits: 0, doubts: A },
    ],
    [
      'the lost answer of a company that is paid for is free',
      { daysAgo: 29, doubts: '' },
      'company',
      [['a.com', lost(1)]],
      { charged: [], credits: 0, doubts: '' },
    ],
    [
      'a lost list counts as the most it may have cost each time, since new partners may be in it',
      { daysAgo: 0, doubts: A },
      'partners',
      [['a.com', lost(7)]],
      { charged: [], credits: 7, doubts: A },
    ],
    [
      'a list whose next page was lost counts as its companies and that page',
      { daysAgo: null, doubts: '' },
      'partners',
      [['a.com', partners(['b.com'], 5)]],
      { charged: ['a.com', 'b.com'], credits: 7, doubts: '' },
    ],
    [
      'a refusal and a company that is not tracked are free',
      { daysAgo: null, doubts: '' },
      'company',
      [
        ['a.com', refused],
        ['b.com', notTracked],
      ],
      { charged: [], credits: 0, doubts: '' },
    ],
  ])('%s', (_what, { daysAgo, doubts }, kind, answers, cost) => {
    expect(costOfFormulaAnswers(paidFor(daysAgo), doubts, kind, new Map(answers), NOW_MS)).toEqual(cost);
  });
});
