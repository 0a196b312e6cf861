import { PROBLEM_GROUPS } from '../../docs/site/problems';
import { complaintsAboutSentences, complaintsAboutWords } from '../setup/plain-words';
import { textsIn } from './markdown-texts';

const PROBLEMS = PROBLEM_GROUPS.flatMap(({ problems }) => problems);

it('titles use the words that users know', () => {
  expect(PROBLEMS.flatMap(({ title }) => complaintsAboutWords(title))).toEqual([]);
});

it.each(PROBLEMS.map(({ code, text }) => [code, textsIn(text)] as const))(
  'what the page of %s tells reads easily',
  (_code, texts) => {
    expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
  },
);
