import { readDomain } from '../../cells/identifier';
import type { RunPorts } from '../../enrich/sheet/ports';
import { findRecord } from '../../enrich/record/enrichment-record';
import { readAges, oldOf } from './old-answers';
import { DAY_MS } from '../../days';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from '../common/bulk-engine';
import { notesBookOf } from '../common/notes-book';

/** The companies of the last enrichment, and the column that it read. */
interface EnrichedColumn {
  readonly sheetName: string;
  /** `null`: the table has no titles. */
  readonly title: string | null;
  /** By domain, without repeats. */
  readonly domains: readonly string[];
  /** When its answers were last written, in milliseconds since 1970. */
  readonly writtenMs: number;
}

/** Reads the record of the last enrichment. `null`: there is none, or it is damaged. Sends nothing. */
export async function findEnrichedColumn(ports: RunPorts): Promise<EnrichedColumn | null> {
  const record = await findRecord(ports);
  if (record === 'none' || record === 'damaged') return null;
  const { sheet, input, savedMs } = record.head;
  const domains = record.names.filter((name) => readDomain(name) !== null);
  return { sheetName: sheet.name, title: input.title, domains, writtenMs: savedMs };
}

/** The companies of a file that have an answer, the ones with the oldest answers first. */
interface FileCompanies {
  readonly domains: readonly string[];
  /** When each answer was given, as far as that is known, in milliseconds since 1970. */
  readonly ages: ReadonlyMap<string, number>;
}

/**
 * Finds all companies of a file that formulas, the last enrichment or saved answers know. Sends nothing. Throws `noKey`.
 *
 * @param checkedMs when the last check for changes was; cells of an enrichment are not told to be older
 */
export async function findFileCompanies(
  ports: RunPorts,
  host: Pick<BulkHost, 'answeredCompanies' | 'shownAges'>,
  checkedMs: number,
): Promise<FileCompanies> {
  const enriched = await findEnrichedColumn(ports);
  const filled = new Set(enriched?.domains);
  const domains = [...new Set([...(await host.answeredCompanies()), ...filled])];
  const ages = await readAges(ports, domains, async (companies) => {
    const shown = new Map(await host.shownAges?.(companies));
    const writtenMs = Math.max(checkedMs, enriched?.writtenMs ?? 0);
    for (const company of companies) if (filled.has(company) && !shown.has(company)) shown.set(company, writtenMs);
    return shown;
  });
  const ageOf = (domain: string): number => ages.get(domain) ?? -Infinity;
  return { domains: domains.sort((one, other) => ageOf(one) - ageOf(other) || 0), ages };
}

const LOOK_EVERY_MS = 7 * DAY_MS;

/** How many answers of the file are older than 30 days; 0 if the user was told within a week, or cannot be told so. */
export async function countOldAnswers(host: BulkHost): Promise<number> {
  const nowMs = await host.ports.client.now();
  if (!isDue(await host.readLookedMs(), nowMs)) return 0;
  // First, so that no one is told twice if the rest fails.
  await host.writeLookedMs(nowMs);
  const { check } = await notesBookOf(host).read();
  const ended = await new BulkEngine(host).beside((ports) => findFileCompanies(ports, host, check?.atMs ?? 0));
  return ended.ok ? oldOf(ended.value.ages, nowMs).length : 0;
}

/** @param lookedMs `null`: the host cannot keep it. A time to come is that of a clock that was wrong. */
function isDue(lookedMs: number | null, nowMs: number): boolean {
  return lookedMs !== null && (nowMs - lookedMs >= LOOK_EVERY_MS || lookedMs > nowMs);
}
