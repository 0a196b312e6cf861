import { readRecord } from '../../../shared/enrich/record/enrichment-record';
import { Spending } from '../../../shared/enrich/spending';
import { blocks, examples } from './examples';

const SECTION = 'Record of an enrichment';

it('the example of a record is read whole', () => {
  const [head = ''] = examples(SECTION);
  const [lines = ''] = blocks(SECTION, 'text');
  const record = readRecord([[head], ...lines.split('\n').map((line) => line.split('|'))]);
  expect(record).not.toBeNull();
  expect({
    holder: record!.head.holder,
    why: record!.head.ended?.why?.code,
    planned: [...record!.planned],
    before: record!.before(0).get('stripe.com')?.values,
    selected: record!.selected.get('gone.example')?.values,
    found: [record!.outcomeOf('stripe.com'), record!.hasWritten('stripe.com', 0, 'qW4eRt')],
    failed: [record!.outcomeOf('gone.example'), record!.whyOf('gone.example')?.code],
  }).toEqual({
    holder: 'h1b2c3d4e5',
    why: 'creditsOut',
    planned: [['stripe.com', 2]],
    before: [
      ['Banking', 'General'],
      ['', 'General'],
    ],
    selected: [
      [true, ''],
      [false, ''],
    ],
    found: ['found', true],
    failed: ['failed', 'serviceFailed'],
  });
});

it('the example of what was spent is read whole', () => {
  const [, spent = ''] = examples(SECTION);
  expect(Spending.read(spent)).toEqual({ limit: 10, used: 5, unsure: 2 });
});
