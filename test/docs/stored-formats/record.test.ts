import { loadRecord } from '../../../shared/enrich/record/enrichment-record';
import { Spending } from '../../../shared/enrich/spending';
import { blocks, examples } from './examples';

const SECTION = 'Record of an enrichment';

it('the example of a record is read whole', async () => {
  const [head = ''] = examples(SECTION);
  const [lines = ''] = blocks(SECTION, 'text');
  const load = async () => [[head], ...lines.split('\n').map((line) => line.split('|'))];
  const record = await loadRecord({ record: { load } });
  const [found, failed] = [record.answersTo('stripe.com'), record.answersTo('gone.example')];
  expect({
    holder: record.head.holder,
    why: record.head.ended?.why?.code,
    before: record.inputs.get('stripe.com')?.rows,
    selected: [...record.inputs].map(([text, { selected }]) => [text, selected]),
    found: [found.outcome, found.hasWritten(0, 'qW4eRt')],
    failed: [failed.outcome, failed.why?.code],
  }).toEqual({
    holder: 'h1b2c3d4e5',
    why: 'creditsOut',
    before: [['Banking'], [[0.5, '0%']]],
    selected: [
      ['stripe.com', 2],
      ['gone.example', 1],
    ],
    found: ['found', true],
    failed: ['failed', 'serviceFailed'],
  });
});

it('the example of what was spent is read whole', () => {
  const [, spent = ''] = examples(SECTION);
  expect(Spending.read(spent)).toEqual({ limit: 10, used: 5, unsure: 2 });
});
