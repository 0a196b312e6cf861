import { readNotes } from '../../../shared/panel/common/file-notes';
import { examples } from './examples';

it('the example of notes is read whole', () => {
  const [notes = ''] = examples('Notes of the panel');
  const { rescans, flags, warm, check } = readNotes(notes);
  expect({
    domains: rescans[0]?.record.parts[0]?.domains,
    problem: rescans[0]?.record.parts[1]?.problem,
    flagId: flags[0]?.flagId,
    partners: warm?.partners,
    check,
  }).toEqual({
    domains: ['stripe.com', 'adyen.com'],
    problem: { code: 'serviceFailed', facts: { status: 500 } },
    flagId: 'flg_1',
    partners: ['adyen.com', 'klarna.com'],
    check: {
      ...{ account: 'k3jd', atMs: 1_790_000_040_000, compared: 40, changed: 12, others: 2 },
      technologies: [{ name: 'Shopify', adopted: 4, dropped: 1 }],
    },
  });
});
