import { openExcelPage } from './excel-page';
import { cpuMs, usedBytes } from './process-use';
import { numbered, Service } from './service';
import { against, asRatio, inMb, inMs, type Table } from './table';

const FEW = 1_000;
const MANY = 100_000;
/** The most that one formula takes. */
const PER_FORMULA = 50_000;

/** Whether the cost grows faster than the number of rows. */
export async function benchGrowth(): Promise<Table> {
  await measure(FEW);
  const few = await measure(FEW);
  const many = await measure(MANY);
  const rows = MANY / FEW;
  const time = many.ms / few.ms / rows;
  const memory = many.bytes / few.bytes / rows;
  return {
    title: 'Excel: from 1,000 to 100,000 rows',
    note: 'Ranges of at most 50,000 rows; the service answers at once. The ratio is the growth of time or memory to that of the rows.',
    head: ['', '1,000 rows', '100,000 rows', 'ratio', 'budget'],
    rows: [
      ['processor time', inMs(few.ms), inMs(many.ms), asRatio(time), against(time, 1, ' ×')],
      ['memory kept', inMb(few.bytes), inMb(many.bytes), asRatio(memory), against(memory, 1, ' ×')],
    ],
  };
}

async function measure(count: number): Promise<{ ms: number; bytes: number }> {
  const service = new Service(0);
  const domains = numbered(count);
  service.prepare(domains);
  const call = openExcelPage(service);
  const before = await usedBytes();
  const shown: unknown[] = [];
  const startMs = cpuMs();
  for (let start = 0; start < count; start += PER_FORMULA) {
    const inputs = domains.slice(start, start + PER_FORMULA).map((domain) => [domain]);
    shown.push(await call('TRACE_COMPANY', inputs));
  }
  const ms = cpuMs() - startMs;
  const bytes = (await usedBytes()) - before;
  if (shown.flat().length !== count) throw new Error('rows are missing');
  return { ms, bytes };
}
