import { TraceError } from '../../../../shared/errors/trace-error';
import {
  toMissingText,
  toOfferText,
  toOldText,
  toUpdatedText,
  toUpdateLabel,
} from '../../../../shared/panel/activity/update-text';

const UNTIL_MS = Date.UTC(2026, 11, 12);

test.each([
  [{ credits: 42, free: 0, freeUntilMs: null }, 'up to 42 credits', 'up to 42 credits.'],
  [{ credits: 4, free: 38, freeUntilMs: UNTIL_MS }, 'up to 4 credits', 'up to 4 credits (38 free until 12 Dec 2026).'],
  [{ credits: 4, free: 38, freeUntilMs: null }, 'up to 4 credits', 'up to 4 credits (38 free).'],
  [{ credits: 0, free: 42, freeUntilMs: UNTIL_MS }, 'free', 'free until 12 Dec 2026.'],
  [{ credits: 0, free: 42, freeUntilMs: null }, 'free', 'free.'],
])('the button and the sentence say the price %j', (price, label, offer) => {
  expect([toUpdateLabel(42, price), toOfferText(price)]).toEqual([
    `Update 42 answers · ${label}`,
    `Update answers: ${offer}`,
  ]);
});

const change = (domain: string) =>
  ({
    domain,
    kind: 'fact',
    what: 'City',
    category: '',
    is: 'changed',
    from: 'Rome',
    to: 'Pisa',
    seenOn: '2026-12-01',
  }) as const;

test.each([
  [3, 3, [], 'Nothing changed.'],
  [3, 2, [], 'Nothing changed. 1 company is not comparable: only one answer is saved.'],
  [3, 0, [], 'No earlier answer is saved to compare with.'],
  [3, 3, [change('a.example'), change('a.example')], '1 of 3 companies changed.'],
  [3, 1, [change('a.example')], '1 of 1 company changed. 2 companies are not comparable: only one answer is saved.'],
])('of %i updated answers, %i had an earlier one', (answered, compared, changes, text) => {
  expect(toUpdatedText({ answered, compared, credits: 0, unsure: 0, changes, problem: null })).toBe(
    `3 answers updated, free. ${text}`,
  );
});

test('nothing is compared where no answer came', () => {
  const problem = new TraceError('unreachable', {});
  expect(toUpdatedText({ answered: 0, compared: 0, credits: 2, unsure: 2, changes: [], problem })).toBe(
    '0 answers updated, 2 credits unconfirmed (connection was lost).',
  );
});

test('answers that are missing are counted, with the reason', () => {
  const problem = new TraceError('unreachable', {});
  expect([
    toMissingText(5, { answered: 2, problem }),
    toMissingText(3, { answered: 2, problem }),
    toMissingText(5, { answered: 5, problem: null }),
  ]).toEqual([
    '3 answers are missing. Trace could not be reached. Check your connection, then retry.',
    '1 answer is missing. Trace could not be reached. Check your connection, then retry.',
    '',
  ]);
});

test.each([
  [0, [], null, 'None of these companies has a saved answer.'],
  [1, [], null, '1 saved answer, none older than 30 days.'],
  [12, ['a.example'], Date.UTC(2026, 9, 3), '1 of 12 saved answers older than 30 days, the oldest from 3 Oct 2026.'],
])('of %i saved answers, %j are old', (saved, domains, oldestMs, text) => {
  expect(toOldText({ domains, oldestMs, saved, price: { credits: 0, free: 0, freeUntilMs: null } })).toBe(text);
});
