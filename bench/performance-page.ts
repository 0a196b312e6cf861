import { cpus } from 'node:os';
import { format } from 'oxfmt';
import { toMarkdown, type Table } from './table';

const FILE = 'docs/performance.md';

/** The page that shows the figures, with the command that produces it. */
export async function toPerformancePage(tables: readonly Table[]): Promise<string> {
  const [{ model = 'unknown' } = {}] = cpus();
  const about = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`, which measures every figure and its baseline in the same run. Ratios say more than times: the',
    `machine was a shared one with ${cpus().length} processors (${model}) under Node ${process.versions.node}. Each budget is beside the figure that it limits.`,
    '',
    'The service is a model in the same process that takes the same time for each request; it is not Trace, Google or Microsoft.',
    '',
  ].join('\n');
  const markdown = [about, ...tables.map(toMarkdown)].join('\n');
  return (await format(FILE, markdown)).code;
}
