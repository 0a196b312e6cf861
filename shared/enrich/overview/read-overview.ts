import { peek } from '../../lookup/ports';
import { listQuestion, topOf } from '../fetch/fetch-partners';
import { companyOf } from '../naming';
import { listsOf } from '../plan/column-spec';
import { readTable } from '../reading';
import { loadRecord, type EnrichmentRecord } from '../record/enrichment-record';
import type { RunPorts } from '../sheet/ports';
import { ownDomainOf, toSavedCompany, type SavedCompany } from './company-facts';
import { countOverview, type Overview } from './count-overview';

/** Answers are large, and only their facts are kept. */
const READ_AT_ONCE = 1_000;

/**
 * Sums up the companies of the enrichment's rows from their saved answers alone: sends nothing. Throws `runGone`,
 * `recordDamaged`, `sheetGone` or `columnsGone`.
 */
export async function readOverview(ports: RunPorts): Promise<Overview> {
  const record = await loadRecord(ports);
  const companies = await readCompanies(ports, record);
  const byDomain = new Map<string, SavedCompany>();
  for (let start = 0; start < companies.length; start += READ_AT_ONCE) {
    for (const [domain, company] of await recallCompanies(
      ports,
      record,
      companies.slice(start, start + READ_AT_ONCE),
    )) {
      if (byDomain.get(domain)?.is !== 'found') byDomain.set(domain, company);
    }
  }
  return countOverview([...byDomain.values()]);
}

async function readCompanies(ports: RunPorts, record: EnrichmentRecord): Promise<readonly string[]> {
  const { input, rowsByText } = await readTable(ports, record.head);
  const companies = new Set<string>();
  for (const [text, rows] of rowsByText) {
    const company = record.isSelected(text) ? companyOf(input[rows[0]!]) : null;
    if (company !== null) companies.add(company);
  }
  return [...companies];
}

async function recallCompanies(
  ports: RunPorts,
  { head }: EnrichmentRecord,
  companies: readonly string[],
): Promise<readonly (readonly [domain: string, company: SavedCompany])[]> {
  const lists = [...listsOf(head.choices).values()];
  const questionsOf = (company: string): readonly string[] =>
    lists.map((list) => listQuestion(company, list, topOf(list)));
  const records = await ports.perform(peek('company', companies));
  const partners = await ports.perform(peek('partners', companies));
  const listed = await ports.perform(peek('rows', companies.flatMap(questionsOf)));
  return companies.map((company) => {
    const answers = {
      company: records.get(company),
      partners: partners.get(company),
      lists: questionsOf(company).map((question) => listed.get(question)),
    };
    return [ownDomainOf(answers) ?? company, toSavedCompany(answers)] as const;
  });
}
