import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { ErrorCode } from '../../shared/errors/codes';
import { SENTENCES } from '../../shared/errors/sentences';
import { TRAITS } from '../../shared/errors/traits';
import { PROBLEM_EXAMPLES } from '../../docs/site/problem-examples';

const CODES = Object.keys(TRAITS).join('|');
/** What judges by a code. */
const WAYS: readonly string[] = [
  // It is compared with.
  `[!=]== '(?:${CODES})'`,
  `\\bisCode\\([^()]*(?:\\([^()]*\\))?[^()]*'(?:${CODES})'`,
  `case '(?:${CODES})':`,
  '\\bcode\\.(?:startsWith|endsWith|includes|indexOf|match)\\(',
  '/\\.test\\([^()]*\\berror\\.code\\)',
  // It is kept to be compared with.
  `: ErrorCode = '(?:${CODES})'`,
  // It is in a collection.
  '(?:Set|Record)<ErrorCode\\b(?:>\\(\\[[^\\]]*)?',
  `(?<![\\w\\])])\\[(?:[^[\\]]*, )?'(?:${CODES})'[^[\\]]*\\]`,
  `\\bin \\{[^{}]*\\b(?:${CODES}):`,
  `\\b(?:${CODES}): [^{}]*\\}\\)?\\[[^[\\]]*\\bcode\\]`,
];
const JUDGEMENT = new RegExp(WAYS.join('|'), 'g');

/** What is decided by one code alone and is no trait of it: at most so many in each file. */
const ALLOWED: Readonly<Record<string, number>> = {
  // Once Google's daily quota is used up, requests that it refused together are not tried one by one.
  'apps-script/formulas/url-fetch.ts': 1,
  // A sheet without a name is no sheet that is gone.
  'excel-addin/bulk/bulk-host.ts': 1,
  // What the account has left is read from its facts.
  'shared/enrich/enrichment.ts': 1,
  // A kind of row or input that is counted.
  'shared/enrich/plan/triage.ts': 2,
  'shared/enrich/answers/run-answer.ts': 1,
  'shared/cells/table.ts': 1,
  'shared/functions/bodies/cost.ts': 1,
  // A service that refuses a text as an id may have a list of that name.
  'shared/functions/bodies/plain-rows.ts': 1,
  // A catalogue that refuses the question does not know the filter.
  'shared/functions/names/name-verdict.ts': 1,
  // It has a short form in the store.
  'shared/lookup/shown-answers.ts': 1,
  // Nothing is selected yet when the panel opens, or any more.
  'shared/panel/common/selection/selection-reading.ts': 1,
  // Skipped rows are counted by reason.
  'shared/panel/common/selection/source-text.ts': 2,
  // A list that is gone is left, and not asked for again.
  'shared/panel/lists/list-text.ts': 1,
  // An event of the same name.
  'shared/panel/state/key-state.ts': 1,
};

/** Patterns of titles and of inputs, with words that some sentence has too: at most so many in each file. */
const ALLOWED_WORDS: Readonly<Record<string, number>> = {
  'shared/enrich/plan/existing-columns.ts': 1,
  'shared/enrich/plan/heading-choices.ts': 1,
  'shared/cells/inputs.ts': 1,
};

const judgementsIn = (text: string): readonly string[] => text.replace(/\n\s*/g, ' ').match(JUDGEMENT) ?? [];

const SAID = (Object.keys(PROBLEM_EXAMPLES) as ErrorCode[])
  .flatMap((code) => {
    const say = SENTENCES[code] as (facts: object) => string;
    return PROBLEM_EXAMPLES[code].map((facts) => say(facts).toLowerCase());
  })
  .join('\n');
/** A pattern, or a text that another one is searched for or compared with. */
const SEARCH =
  /\/(?![*/])((?:\\.|\[[^\]\n]*\]|[^/\\\n])+)\/[a-z]*|(?:(?:includes|startsWith|endsWith|indexOf)\(|[!=]== )(['"`])([^'"`\n]*)\2/g;

/** Patterns and texts with two words or more of an error's sentence: the sentence is known by its code elsewhere. */
const sentencesIn = (text: string): readonly string[] =>
  [...text.matchAll(SEARCH)].flatMap(([search, pattern, , literal]) => {
    const parts = (pattern ?? literal ?? '').split(/[|()^$[\]\\*+?]/).map((part) => part.trim().toLowerCase());
    return parts.some((part) => /[a-z]{2} [a-z]{2}/.test(part) && SAID.includes(part)) ? [search] : [];
  });

function sources(): readonly string[] {
  const folders = ['shared', 'apps-script', 'excel-addin', 'workbook', 'relay'];
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders]);
  return listed
    .toString()
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path));
}

it('errors are judged in one table, by their traits', () => {
  const others = sources().filter((path) => !path.startsWith('shared/errors/'));
  const found = others.map((path) => [path, judgementsIn(readFileSync(path, 'utf8')).length] as const);
  expect(found.filter(([path, count]) => count > (ALLOWED[path] ?? 0))).toEqual([]);
});

it('no error is told by the words of its sentence', () => {
  const found = sources().map((path) => [path, sentencesIn(readFileSync(path, 'utf8')).length] as const);
  expect(found.filter(([path, count]) => count > (ALLOWED_WORDS[path] ?? 0))).toEqual([]);
});

it.each([
  ['if (/took too long|^Google/.test(shown)) retry();', 1],
  ["if (shown.includes('could not be reached')) retry();", 1],
  ["shown === 'Trace has a problem'", 1],
  ['if (/^Loading/.test(shown)) wait();', 0],
  ["return 'Trace could not be reached here.';", 0],
])('%s: %p searches for the words of a sentence', (source, count) => {
  expect(sentencesIn(source)).toHaveLength(count);
});

it.each([
  ["if (error.code === 'creditsOut') stop();", 1],
  ["new Set<ErrorCode>(['timedOut', 'unreachable'])", 1],
  ["switch (error.code) { case 'timedOut': return 1; }", 1],
  ["const BUSY: ErrorCode = 'fileBusy';", 1],
  ["if (['creditsOut', 'rateLimited'].includes(error.code)) stop();", 1],
  ["if (['sheetGone', 'creditsOut'].some((code) => code === error.code)) stop();", 1],
  ["const ENDS = new Set(['creditsOut', 'rateLimited']);", 1],
  ['if (error.code in { creditsOut: 1, rateLimited: 1 }) stop();', 1],
  ['return { creditsOut: 1, rateLimited: 2 }[error.code];', 1],
  ["if (error.code.startsWith('inputIs')) skip();", 1],
  ['if (/^input/.test(error.code)) skip();', 1],
  ["throw new TraceError('timedOut', {});", 0],
  ["const facts = cell.facts as ErrorFacts['technologyUnknown'];", 0],
  ['return { leftOut: 1, tooMany: 2 };', 0],
])('%s: %p judgements', (source, count) => {
  expect(judgementsIn(source)).toHaveLength(count);
});
