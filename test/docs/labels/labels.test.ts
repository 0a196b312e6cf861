import { readFileSync } from 'node:fs';
import { ABOUT, GUIDES, RECIPES, START, SYMPTOMS } from '../../../docs/site/contents';
import { PROBLEM_GROUPS } from '../../../docs/site/problems';
import { sentenceInSheets, TraceError } from '../../../shared/formulas';
import type { ErrorCode } from '../../../shared/errors/codes';
import { PROBLEM_EXAMPLES } from '../../../docs/site/problem-examples';
import { textsIn } from '../markdown-texts';
import { isShown, labelsIn, unknownChoicesIn } from './quoted-labels';

const PAGES = [
  'README.md',
  'stores/google-workspace-marketplace.md',
  'stores/microsoft-appsource.md',
  ...[START, RECIPES, SYMPTOMS, GUIDES, ABOUT].flatMap(({ pages }) => pages).map((page) => `docs/${page}.md`),
  ...PROBLEM_GROUPS.map(({ file }) => `docs/${file}.md`),
  'docs/certification-notes.md',
];

const SENTENCES = (Object.keys(PROBLEM_EXAMPLES) as ErrorCode[]).flatMap((code) =>
  PROBLEM_EXAMPLES[code].flatMap((facts) => {
    const error = new TraceError(code, facts as never);
    return [error.message, sentenceInSheets(error)];
  }),
);
const PROBLEM_TEXTS = PROBLEM_GROUPS.flatMap(({ file }) => textsIn(readFileSync(`docs/${file}.md`, 'utf8')));
const SYMPTOM_TEXTS = SYMPTOMS.pages.flatMap((page) => textsIn(readFileSync(`docs/${page}.md`, 'utf8')));
const STORE_TEXTS = [readFileSync('stores/description.txt', 'utf8')];

it.each(PAGES)('every label that %s quotes is one that a screen shows', (page) => {
  const labels = labelsIn(readFileSync(page, 'utf8'));
  expect(labels.filter((label) => !isShown(label))).toEqual([]);
});

it.each<[string, readonly string[]]>([
  ['the sentences of problems', SENTENCES],
  ['the pages of problems', PROBLEM_TEXTS],
  ['the pages of symptoms', SYMPTOM_TEXTS],
  ["the stores' texts", STORE_TEXTS],
  // A value after a label is another text, such as where the label is.
  ['what the panel says', Object.keys(readPanelTexts()).map((text) => text.replace(/(?<=[a-z])\{\d\}/g, ''))],
])('what %s tell to choose is there', (_name, texts) => {
  expect(texts.flatMap(unknownChoicesIn)).toEqual([]);
});

it('reads labels from bold and italics, and leaves emphasis alone', () => {
  const page =
    'Choose **Retry\n  problems** in **Settings > Diagnose**.\n\n- **Cost**: one credit.\n- **Pause** and **Stop** wait.\n\n' +
    '**Two commas?** The _third_ argument: _Copy report_.\n\n```\n**Not this**\n```\n';
  expect(labelsIn(page)).toEqual(['Retry problems', 'Settings > Diagnose', 'Pause', 'Stop', 'Copy report']);
});

it.each(['Retry everything', 'Settings > Retry everything', 'Extensions > Tracer > Help', 'Remove the sheet'])(
  'a label that nothing shows is found: %s',
  (label) => expect(isShown(label)).toBe(false),
);

it.each([
  'Retry problems',
  'Settings > Diagnose',
  'Extensions > Trace > Open Trace',
  'Fetch … cells',
  'Home > Open Trace',
])('a label that a screen shows is known: %s', (label) => expect(isShown(label)).toBe(true));

it('a choice in a sentence is read up to the end of its label', () => {
  expect(unknownChoicesIn('Then press Retry problems in the panel, or choose Resend everything.')).toEqual([
    'Resend everything.',
  ]);
});

it('a choice of which only the first word is a label is found', () => {
  expect(unknownChoicesIn('Choose Retry everything. Or choose Resume to continue.')).toEqual([
    'Retry everything. Or choose Resume to continue.',
  ]);
});

function readPanelTexts(): Readonly<Record<string, string>> {
  const { panel } = JSON.parse(readFileSync('languages/en.json', 'utf8')) as {
    readonly panel: Readonly<Record<string, string>>;
  };
  return panel;
}
