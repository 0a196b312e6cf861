import type { BulkHost } from '../bulk-host';
import type { BulkEngine } from '../bulk/bulk-engine';
import { domainsOf } from './domains-of';
import { SelectedSource } from './selected-source';
import { useSelected, type SelectedDomains } from './use-selected';

interface CompaniesSelected {
  readonly source: SelectedDomains;
  /** As many as can be sent at once. */
  readonly domains: readonly string[];
  /** How many there are. */
  readonly all: number;
}

/** The selected companies. @param isOn whether somebody sees them @param most can be sent at once */
export function useSelectedCompanies(engine: BulkEngine, isOn: boolean, most: number): CompaniesSelected {
  const source = useSelected(engine, isOn);
  const { domains } = source.selected === null ? { domains: [] } : domainsOf(source.selected);
  return { source, domains: domains.slice(0, most), all: domains.length };
}

interface Props {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly companies: CompaniesSelected;
  /** What one selected cell stands for; absent: its whole column. */
  readonly oneCell?: string;
}

/** Where they are, what becomes of each row, and whether only some are sent. */
export function SelectedCompanies({ id, host, companies: { source, domains, all }, oneCell }: Props) {
  return (
    <>
      <SelectedSource id={id} host={host} source={source} {...(oneCell === undefined ? {} : { oneCell })} />
      {all > domains.length && (
        <p class="hint">The first {domains.length.toLocaleString('en-US')} are used. Select the others afterwards.</p>
      )}
    </>
  );
}
