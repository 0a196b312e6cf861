import { readHead, type Head } from '../../../shared/bulk/journal/head';
import type { Choice } from '../../../shared/bulk/plan/column-spec';
import type { Target } from '../../../shared/bulk/plan/plan';
import { readChoice } from '../../../shared/bulk/plan/read-column-spec';
import { examples } from './examples';

const [head = '', untitled = '', choices = ''] = examples('Head');

it('the example of a head is read whole', () => {
  expect({ version: 3, ...readHead(head) }).toEqual(JSON.parse(head));
});

it('a head without titles and without a limit is read', () => {
  const fields = JSON.parse(untitled) as Partial<Head>;
  expect(readHead(JSON.stringify({ ...JSON.parse(head), ...fields }))).toMatchObject(fields);
});

/** A new kind of column does not compile without. */
const CHOICES: Readonly<Record<Choice['adds'], true>> = {
  company: true,
  technologies: true,
  hasTechnology: true,
  partners: true,
  sharedPartners: true,
  status: true,
};

it('the examples of choices are all kinds that there are, and are read whole', () => {
  const given = JSON.parse(choices) as readonly Choice[];
  expect(given.map(readChoice)).toEqual(given);
  expect(given.map(({ adds }) => adds)).toEqual(Object.keys(CHOICES));
});

/** A new field does not compile without. */
const HEAD: Readonly<Record<keyof Head, true>> = {
  run: true,
  startedMs: true,
  sheet: true,
  input: true,
  headerRow: true,
  choices: true,
  targets: true,
  isMarked: true,
  isTitled: true,
  mode: true,
  sheetRows: true,
  maxAgeMs: true,
  cap: true,
  quoted: true,
  rows: true,
  unusable: true,
  blocks: true,
  spare: true,
  isFinished: true,
  isUndoing: true,
  ended: true,
};
const TARGET: Readonly<Record<keyof Target, true>> = {
  column: true,
  title: true,
  isNew: true,
  titleFormat: true,
  looks: true,
  typed: true,
};

it('the example of a head has every field that there is', () => {
  const { version, ...fields } = JSON.parse(head) as Record<string, unknown>;
  const [target] = fields['targets'] as readonly object[];
  expect({ version, fields: Object.keys(fields), target: Object.keys(target!) }).toEqual({
    version: 3,
    fields: Object.keys(HEAD),
    target: Object.keys(TARGET),
  });
});
