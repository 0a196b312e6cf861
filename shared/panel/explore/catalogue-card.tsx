import { useEffect, useState } from 'preact/hooks';
import type { NameKind } from '../../functions/names/name-verdict';
import { count } from '../common/words';
import { searchCatalogue, type CatalogueEntry, type CatalogueFound } from './catalogue-search';
import { CompaniesPart } from './companies-part';
import { RowList } from '../common/row-list';
import { Facts } from '../common/figures';
import { Outcome, useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { useExploring } from './exploring';
import { LinkButton } from '../common/press-button';

interface Props {
  readonly kind: NameKind;
  readonly name: string;
}

const KINDS: Readonly<Record<NameKind, string>> = { technology: 'Technology', vendor: 'Vendor', category: 'Category' };

/** A technology, a vendor or a category, from the catalog, which is free; then the companies that use it. */
export function CatalogueCard({ kind, name }: Props) {
  const engine = useSheet();
  const [found, setFound] = useState<CatalogueFound | null>(null);
  const errand = useErrand();
  useEffect(() => {
    const search = () => engine.beside((ports) => searchCatalogue(ports, kind, name));
    errand.run('Asking the catalog, which is free…', search, setFound);
  }, [engine]);
  const [first] = found?.entries ?? [];
  const title = first === undefined ? name : titleOf(kind, first, name);
  /** Names that only a vendor's technologies tell exactly. */
  const slug = kind === 'technology' ? first?.technology.slug : first?.technology.vendor_slug;
  // Waits for the catalog, whose answer redraws the list and would remove what was typed into it.
  const hasSearched = !errand.isBusy && (found !== null || errand.problem !== '');
  return (
    <>
      <div class="card">
        <h3 class="source explore-title" tabIndex={-1}>
          {title}
        </h3>
        <p class="hint">{KINDS[kind]} of the Trace catalog</p>
        {found !== null && kind === 'technology' && first !== undefined && <About entry={first} />}
        {found !== null && kind !== 'technology' && <Entries found={found} />}
        <Outcome {...errand} />
      </div>
      {kind !== 'category' && hasSearched && (
        <CompaniesPart
          ask={{ by: kind, name: slug ?? name, title }}
          total={kind === 'technology' ? (first?.companies ?? null) : null}
        />
      )}
    </>
  );
}

function titleOf(kind: NameKind, { technology }: CatalogueEntry, name: string): string {
  const known = { technology: technology.name, vendor: technology.vendor_name, category: technology.category };
  return known[kind] ?? name;
}

function About({ entry: { technology, companies } }: { readonly entry: CatalogueEntry }) {
  const exploring = useExploring();
  const { category, vendor_name: vendor } = technology;
  const linkTo = (subject: { readonly is: 'category' | 'vendor'; readonly name: string }) => (
    <LinkButton onPress={() => exploring.open(subject)}>{subject.name}</LinkButton>
  );
  return (
    <Facts
      of={[
        ...(category === null ? [] : [['Category', linkTo({ is: 'category', name: category })] as const]),
        ...(vendor === null ? [] : [['Vendor', linkTo({ is: 'vendor', name: vendor })] as const]),
        ...(companies === null ? [] : [['Used by', count(companies, 'company', 'companies')] as const]),
      ]}
    />
  );
}

const SHOWN_FIRST = 10;

function Entries({ found: { entries, isCut } }: { readonly found: CatalogueFound }) {
  const exploring = useExploring();
  return (
    <>
      <p class="hint">
        {isCut ? `The first ${entries.length} technologies` : count(entries.length, 'technology', 'technologies')}
      </p>
      <RowList
        label="Technologies"
        first={SHOWN_FIRST}
        rows={entries.map(({ technology: { name }, companies }) => ({
          title: name,
          beside: companies === null ? '' : count(companies, 'company', 'companies'),
          below: '',
          open: () => exploring.open({ is: 'technology', name }),
        }))}
      />
    </>
  );
}
