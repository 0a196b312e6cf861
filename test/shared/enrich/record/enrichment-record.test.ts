import { findRecord } from '../../../../shared/enrich/record/enrichment-record';
import { headToText, type Head } from '../../../../shared/enrich/record/head';
import type { AnswerLine } from '../../../../shared/enrich/record/lines';
import { RecordedAnswers } from '../../../../shared/enrich/record/recorded-answers';

const HEAD: Head = {
  holder: 'h1',
  run: 'r1',
  state: 'open',
  startedMs: 0,
  savedMs: 0,
  sheet: { id: '0', name: 'Leads' },
  input: { title: 'Domain' },
  choices: [
    { adds: 'company', field: 'industry' },
    { adds: 'company', field: 'country' },
  ],
  targets: [
    { title: 'Industry', isNew: false, titleBefore: 'Industry', titleFormat: 'General' },
    { title: 'Country', isNew: true, titleBefore: '', titleFormat: 'General' },
  ],
  mode: 'overwrite',
  looksUp: 'company',
  others: [],
  maxAgeMs: 0,
  quoted: 0,
  ended: null,
};

test.each<[string, string, boolean]>([
  ['a value for each target', '[["a",""],["b",""]]', true],
  ['and whether each row was selected', '[["a","",true],["b","",false]]', true],
  ['no rows, where values stood before', '', false],
  ['fewer values than targets', '[["a"],["b"]]', false],
  ['more values than that', '[["a","",true,1],["b","",true,1]]', false],
  ['rows of unequal length', '[["a",""],["b","",true]]', false],
])('an input with %s', async (_what, rows, isWhole) => {
  const load = async () => [[headToText(HEAD)], ['input', 'acme.com', '1', rows, '']];
  expect((await findRecord({ record: { load } })) !== 'damaged').toBe(isWhole);
});

const said = (outcome: AnswerLine['outcome'], ...digests: readonly string[]): AnswerLine => {
  return { is: 'answer', name: 'acme.com', outcome, digests, why: null };
};

test.each<[string, readonly AnswerLine[], AnswerLine, boolean]>([
  ['a first answer', [], said('found', 'aaaaaa'), true],
  ['the same answer for another row', [said('found', 'aaaaaa', 'bbbbbb')], said('found', '', 'bbbbbb'), false],
  ['another value', [said('found', 'aaaaaa')], said('found', 'bbbbbb'), true],
  ['another outcome', [said('failed', '')], said('found', ''), true],
  ['a blank after a value', [said('found', 'aaaaaa')], said('found', '-'), true],
  ['a value after a blank', [said('found', 'aaaaaa'), said('found', '-')], said('found', 'aaaaaa'), true],
  ['a final answer that was provisional', [said('cut', 'aaaaaa'), said('found', 'b')], said('found', 'aaaaaa'), true],
])('%s: whether it is new', (_what, lines, line, isNew) => {
  const answers = new RecordedAnswers();
  for (const each of lines) answers.add(each);
  expect(answers.add(line)).toBe(isNew);
});
