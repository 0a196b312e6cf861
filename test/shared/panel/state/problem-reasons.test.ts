import type { ErrorCode } from '../../../../shared/errors/codes';
import { SENTENCES } from '../../../../shared/errors/sentences';
import { TRAITS } from '../../../../shared/errors/traits';
import {
  mayNeedKey,
  toReasons,
  toProblemLines,
  toProblemsText,
  type Reason,
} from '../../../../shared/panel/state/problem-reasons';
import { PROBLEM_EXAMPLES } from '../../../../docs/site/problem-examples';
import type { Help } from '../../../../shared/errors/cell-traits';

it.each([
  ['a cell without a key', '#TRACE: No API key. Open the Trace panel and paste yours.', true],
  ['a cell that waits for approval', '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.', true],
  ['a cell of which nobody knows more', '', true],
  ['a cell that is being calculated', '#BUSY!', false],
  ['a cell with a slip', '#TRACE: There is no field "nmae".', false],
])('%s may need a key or an approval: %p', (_name, shown, may) => {
  expect(mayNeedKey(toReasons([[shown, 1]]))).toBe(may);
});

describe('problem reasons', () => {
  /** Every sentence that a cell may show for a problem. */
  function sentencesOf(code: ErrorCode): readonly string[] {
    const say = SENTENCES[code] as (facts: object) => string;
    return PROBLEM_EXAMPLES[code].map((facts) => say(facts));
  }

  const helpOf = (code: ErrorCode): readonly string[] => [
    ...new Set(sentencesOf(code).map((sentence) => toReasons([[`#TRACE: ${sentence}`, 1]])[0]!.help)),
  ];

  it.each<[ErrorCode, string]>([
    ['noKey', 'key'],
    ['keyRefused', 'key'],
    ['keyMalformed', 'key'],
    ['keyHasNoOrganization', 'key'],
    ['userKeyNeeded', 'key'],
    ['notAllowed', 'key'],
    ['dailyLimitReached', 'fetch'],
    ['waitsForConsent', 'fetch'],
    ['notFetchedYet', 'fetch'],
    ['creditsOut', 'retry'],
    ['limitNotKept', 'retry'],
    ['ownerNeeded', 'retry'],
    ['rateLimited', 'retry'],
    ['serviceFailed', 'retry'],
    ['offline', 'retry'],
    ['unreachable', 'retry'],
    ['timedOut', 'retry'],
    ['unreadable', 'retry'],
    ['leftOut', 'retry'],
    ['outOfTime', 'retry'],
    ['addressBlocked', 'retry'],
    ['hostBusy', 'retry'],
    ['hostQuota', 'retry'],
    ['cancelled', 'retry'],
    ['internal', 'retry'],
  ])('what helps with %s: %s', (code, help) => {
    expect({ code, help: helpOf(code) }).toEqual({ code, help: [help] });
  });

  it('what a person can correct is never retried', () => {
    const codes = (Object.keys(TRAITS) as ErrorCode[]).filter((code) => TRAITS[code].isCorrectable === true);
    expect(codes.filter((code) => helpOf(code).join() !== 'correct')).toEqual([]);
  });

  it.each([
    ['', 'unknown', 'retry'],
    ['#NAME?', 'notCalculated', 'retry'],
    ['Lädt...', 'notCalculated', 'retry'],
    ['Wird geladen…', 'notCalculated', 'retry'],
    ['#TRACE: Trace could not be reached. Check the line. [0f3c9a1e.12]', 'unreachable', 'retry'],
    ['#TRACE: No API key. Advice of another version.', 'noKey', 'key'],
    [
      '#TRACE: Trace could not check the name "Stripe". Trace refused the API key: it is wrong, revoked or expired. Set it.',
      'keyRefused',
      'key',
    ],
    ['#TRACE: "No API key. " is not a domain.', 'mistake', 'correct'],
    ['#TRACE: A sentence of a version to come.', 'mistake', 'correct'],
  ])('a cell that shows %p: %s, so %s', (shown, why, help) => {
    expect(toReasons([[shown, 1]])).toMatchObject([{ why, help }]);
  });

  it('cells are counted by reason, the most frequent first', () => {
    expect(
      toReasons([
        [
          '#TRACE: Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel on a computer.',
          4,
        ],
        ['#TRACE: Trace could not be reached. Check your connection, then choose Retry problems on a computer.', 5],
        ['#TRACE: Trace took too long. Wait a minute, then choose Retry problems on a computer.', 3],
        ['#ERROR!', 1],
      ]),
    ).toEqual([
      { why: 'unreachable', title: 'Trace not reachable', help: 'retry', cells: 8 },
      { why: 'keyRefused', title: 'Key refused', help: 'key', cells: 4 },
      { why: 'notCalculated', title: 'Not calculated', help: 'retry', cells: 1 },
    ]);
  });
});

describe('problems text', () => {
  const reason = (title: string, help: Help, cells: number): Reason => ({ why: 'unknown', title, help, cells });

  it.each<[readonly Reason[] | null, string]>([
    [null, 'Recalculates cells that show a problem. Other cells stay as they are.'],
    [[], 'No Trace cell shows a problem.'],
    [[reason('Trace not reachable', 'retry', 1)], '1 cell shows a problem.'],
    [[reason('Key refused', 'key', 1_200)], '1,200 cells show a problem.'],
    [[reason('Waiting for a limit', 'fetch', 1)], '1 cell shows a problem. Fetch it under Waiting cells.'],
    [[reason('Waiting for a limit', 'fetch', 12)], '12 cells show a problem. Fetch them under Waiting cells.'],
    [[reason('Formula or input', 'correct', 2)], '2 cells show a problem. Select a cell to see what to correct.'],
    [[reason('No credits left', 'retry', 8), reason('Key refused', 'key', 4)], '12 cells show a problem.'],
  ])('case %#: %2$s', (reasons, text) => {
    expect(toProblemsText(reasons)).toBe(text);
  });

  it('a problem of which the host knows no reason is another one', () => {
    expect(toProblemLines([reason('Key refused', 'key', 1_200), reason('', 'retry', 3)])).toEqual([
      ['Key refused', '1,200'],
      ['Other', '3'],
    ]);
  });
});
