import { toProblemPage } from '../../docs/site/problem-page';
import { type Problem, PROBLEM_GROUPS, type ProblemGroup } from '../../docs/site/problems';
import { SENTENCES } from '../../shared/errors/sentences';
import { TraceError } from '../../shared/formulas';
import { textsIn } from './markdown-texts';

const HOSTILE = '<script>alert("x")</script>';

const PROBLEM: Problem = {
  code: 'noKey',
  title: 'No key',
  text: 'There is none.\n\n- Set one.',
  error: new TraceError('noKey', {}),
};
const GROUP: ProblemGroup = { file: 'problems/key', title: 'The key', about: 'About keys.', problems: [PROBLEM] };

const ALL = PROBLEM_GROUPS.flatMap(({ problems }) => problems);

it('shows the sentence, and what it is in Excel and in Google Sheets', () => {
  const page = toProblemPage(PROBLEM, GROUP);
  const sentence = 'No API key. Open the Trace panel and paste yours.';
  expect(page).toContain(`<p class="sentence">${sentence}</p>`);
  expect(page).toContain(`<code class="long">#TRACE: ${sentence}</code>`);
  expect(page).toMatch(
    /<code class="long">#TRACE: No API key\. The file.+s owner sets it in the Trace panel\.<\/code>/,
  );
  const refused = toProblemPage({ ...PROBLEM, error: new TraceError('keyRefused', {}) }, GROUP);
  expect(refused).toContain('<code>#N/A</code>');
});

it('of a sentence that names the panel, tells what to do where there is none', () => {
  const told = PROBLEM_GROUPS.flatMap((group) =>
    group.problems.filter((problem) =>
      toProblemPage(problem, group).includes(
        'The Google Sheets app has no Trace panel: open the spreadsheet in a browser',
      ),
    ),
  );
  expect(told.map(({ code }) => code).sort()).toEqual([
    'accountChanged',
    'dailyLimitReached',
    'inputIsApiKey',
    'internal',
    'jobUnknown',
    'keyHasNoOrganization',
    'keyRefused',
    'listsNotShared',
    'nameUnchecked',
    'noKey',
    'notFetchedYet',
    'ownerNeeded',
    'partnerCategoriesUntold',
    'userKeyNeeded',
    'waitsForConsent',
  ]);
});

it('tells what the user can correct from what is not there yet', () => {
  const error = new TraceError('inputsTooWide', { columns: 3 });
  const page = toProblemPage({ ...PROBLEM, code: 'inputsTooWide', error }, GROUP);
  expect([page.includes('<code>#VALUE!</code>'), page.includes('<code>#N/A</code>')]).toEqual([true, false]);
});

it('shows text as text, whatever it is', () => {
  const error = new TraceError('pathUnknown', { path: HOSTILE });
  const page = toProblemPage({ ...PROBLEM, title: HOSTILE, text: HOSTILE, error }, GROUP);
  expect(page).not.toContain('<script>');
});

it('each error code has its texts, once', () => {
  expect(ALL.map(({ code }) => code).sort()).toEqual(Object.keys(SENTENCES).sort());
});

it.each(ALL.map((problem) => [problem.code, problem] as const))(
  '%s has a paragraph, and then its steps',
  (_code, problem) => {
    expect(problem.text).toMatch(/^\S.*\n\n(- .+\n?)+$/);
  },
);

it.each(ALL.map((problem) => [problem.code, problem] as const))('%s is told in whole sentences', (_code, problem) => {
  expect(textsIn(problem.text).filter((text) => !/^[A-Z=].*[.:)']$/.test(text))).toEqual([]);
});

it('no two problems have the same title', () => {
  expect(new Set(ALL.map(({ title }) => title)).size).toBe(ALL.length);
});
