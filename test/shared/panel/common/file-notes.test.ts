import fc from 'fast-check';
import { toKept } from '../../../../shared/errors/kept-error';
import { TraceError } from '../../../../shared/errors/trace-error';
import {
  notesToText,
  readNotes,
  withFlag,
  withRescan,
  type FileNotes,
} from '../../../../shared/panel/common/file-notes';
import { problemsOf } from '../../../../shared/panel/activity/rescan-text';
import { times } from '../../../setup/chance';

const NO_NOTES: FileNotes = { rescans: [], flags: [], warm: null, check: null };
const CHECK: NonNullable<FileNotes['check']> = {
  ...{ account: 'acc1', atMs: 9, compared: 40, changed: 12, others: 2 },
  technologies: [{ name: 'Shopify', adopted: 4, dropped: 1 }],
};

const part = (domains: readonly string[], jobId = 'job_1') => ({
  is: 'running' as const,
  domains,
  jobId,
  status: 'running',
  answers: domains.map((domain, at) => ({
    domain,
    status: at % 2 === 0 ? 'completed' : 'failed',
    detail: at % 2 === 0 ? null : 'No “page”',
  })),
  problem: null,
  checkAfterMs: 60_000,
});
const rescan = (id: string, domains: readonly string[], doneAtMs: number | null = null) => ({
  id,
  record: { startedAtMs: 1_000, parts: [part(domains)] },
  doneAtMs,
  updatedAtMs: null,
});
const flag = (note: string) => ({ atMs: 5, company: 'stripe.com', flagId: '900', status: 'queued', note });

test('notes come back as they were', () => {
  const notes: FileNotes = {
    rescans: [rescan('a', ['x.example', 'y.example'], 9)],
    flags: [flag('Нет «данных»'), flag('')],
    warm: { accounts: ['stripe.com', 'slack'], partners: ['shopify.com'] },
    check: CHECK,
  };
  expect(readNotes(notesToText(notes)!)).toEqual(notes);
  expect(readNotes(notesToText({ ...notes, warm: null })!)).toEqual({ ...notes, warm: null });
});

test('notes are ASCII, and nothing where there is nothing', () => {
  expect(notesToText({ ...NO_NOTES, flags: [flag('日本 😀')] })).toMatch(/^[ -~]+$/);
  expect({ text: notesToText(NO_NOTES), notes: readNotes('') }).toEqual({ text: '', notes: NO_NOTES });
});

describe('the problem of a job', () => {
  const failed = (problem: unknown) => {
    const { record } = rescan('a', ['x.example']);
    const parts = record.parts.map((each) => ({ ...each, is: 'failed' as const, problem }));
    return { ...NO_NOTES, rescans: [{ ...rescan('a', []), record: { ...record, parts } }] } as FileNotes;
  };
  const readBack = (problem: unknown) => readNotes(notesToText(failed(problem))!).rescans[0]!.record;

  test.each([
    [
      new TraceError('jobUnknown', { jobId: 'job_1' }),
      'Trace no longer knows job job_1: it expired, or another account started it. Start a new rescan.',
    ],
    [new TraceError('outOfTime', {}), 'Trace took too long. Wait a minute, then retry.'],
    [
      new TraceError('serviceFailed', { status: 500 }),
      'Trace has a problem (HTTP 500). Wait a few minutes, then retry.',
    ],
  ])('is read back and said in the words of an action: %p', (error, sentence) => {
    expect(problemsOf(readBack(toKept(error)))).toEqual([sentence]);
  });

  test.each([
    ['a sentence of an earlier version', 'Trace has a problem.'],
    ['a code that there is not', { code: 'ofAnotherVersion', facts: {} }],
    ['what every object has', { code: 'constructor', facts: {} }],
    ['facts of another code', { code: 'jobUnknown', facts: { status: 500 } }],
    ['facts of another kind', { code: 'jobUnknown', facts: { jobId: ['job_1'] } }],
    ['facts that are none', { code: 'jobUnknown', facts: 'job_1' }],
  ])('that is %s is dropped, and the rescan stays', (_what, problem) => {
    const record = readBack(problem);
    expect({ problems: problemsOf(record), part: record.parts[0] }).toEqual({
      problems: [],
      part: expect.objectContaining({ is: 'failed', domains: ['x.example'], problem: null }),
    });
  });

  test('is no longer than a sentence, whoever wrote it', () => {
    const [sentence = ''] = problemsOf(readBack({ code: 'routeMissing', facts: { operation: 'x'.repeat(5_000) } }));
    expect(sentence.length).toBeLessThan(300);
  });
});

test('a rescan of 2,000 companies fits; what is over goes first where something does not', () => {
  const domains = (from: number) => Array.from({ length: 100 }, (_domain, at) => `company-name-${from + at}.example`);
  const parts = Array.from({ length: 20 }, (_part, at) => part(domains(at * 100), `job_${at}`));
  const large = { ...rescan('large', []), record: { startedAtMs: 1, parts } };
  const notes = { ...NO_NOTES, rescans: [large, { ...large, id: 'over', doneAtMs: 7 }], flags: [flag('a')] };
  const text = notesToText(notes)!;
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(readNotes(text).rescans.map(({ id, record }) => [id, record.parts.length])).toEqual([['large', 20]]);
  const tooLarge = { ...large, record: { startedAtMs: 1, parts: [...parts, ...parts] } };
  expect(notesToText({ ...NO_NOTES, rescans: [tooLarge] })).toBeNull();
});

test('two thousand accounts of warm paths fit, and go before anything else where they do not', () => {
  const accounts = Array.from({ length: 2_000 }, (_account, at) => `company-name-${at}.example`);
  const notes = { ...NO_NOTES, flags: [flag('a')], warm: { accounts, partners: ['stripe.com'] } };
  expect(readNotes(notesToText(notes)!)).toEqual(notes);
  const more = {
    ...notes,
    warm: { accounts: accounts.map((each) => `long-name-of-a-${each}`), partners: ['a.example'] },
  };
  expect(readNotes(notesToText({ ...more, check: CHECK })!)).toEqual({ ...notes, warm: null, check: CHECK });
});

test('a rescan is replaced in its place, and a flag keeps the beginning of its note', () => {
  const both = withRescan(withRescan(NO_NOTES, rescan('a', ['x.example'])), rescan('b', ['y.example']));
  expect(withRescan(both, rescan('a', ['x.example'], 3)).rescans.map(({ id, doneAtMs }) => [id, doneAtMs])).toEqual([
    ['b', null],
    ['a', 3],
  ]);
  expect(withFlag(NO_NOTES, flag('x'.repeat(2_000))).flags[0]!.note).toBe('x'.repeat(160));
});

test('whatever is written there, it is read without an error', () => {
  const nasty = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.string());
  fc.assert(
    fc.property(nasty, fc.array(nasty), fc.array(nasty), fc.array(nasty), (version, rescans, flags, warm) => {
      for (const text of [JSON.stringify(version), JSON.stringify([1, rescans, flags, warm, warm])]) {
        const notes = readNotes(text);
        expect(readNotes(notesToText(notes) ?? '')).toEqual(notes);
      }
    }),
    { numRuns: times(250) },
  );
});
