import { useEffect, useState } from 'preact/hooks';
import type { Cell } from '../../cells/values';
import type { CompanyRecord } from '../../client/resources/companies';
import { priceOfCompanies, priceOfBothLists } from '../../credits/action-prices';
import { partnersCounted } from '../../credits/quote';
import { count } from '../common/words';
import { compareTechnologies, toComparisonTable, readFact, type Comparison } from './company-facts';
import { fetchCompanies, recallCompany, type CompanyKnown, type CompanyDetails } from './company-details';
import { sharedPartners } from './formulas';
import { InsertPart } from './insert-part';
import { PriceButton } from './price-button';
import { PricedTable, toText } from './priced-table';
import { Outcome, useErrand } from '../common/outcome';
import { CompanyField } from '../common/fields/company-field';
import { companyTyped } from './subject';
import { useSheet } from '../common/sheet';
import { useExploring } from './exploring';
import { SubjectChips, toTechnologySubjects } from './subject-chips';
import { Form } from '../common/fields/controls';
import { READING_SAVED } from './explore-text';

interface CompareCardProps {
  readonly identifier: string;
  readonly other: string;
}

type Sides = readonly CompanyDetails[];

/** More are asked for by the formula itself. */
const MOST_SHARED = 100;

/** Two companies side by side: what both use, what only one does, and partners of both. */
export function CompareCard({ identifier, other }: CompareCardProps) {
  const engine = useSheet();
  const [sides, setSides] = useState<Sides | null>(null);
  const errand = useErrand();
  useEffect(() => {
    const recall = () =>
      engine.beside(async (ports) => [await recallCompany(ports, identifier), await recallCompany(ports, other)]);
    errand.run(READING_SAVED, recall, setSides);
  }, [engine]);
  const open = [identifier, other].filter((_each, at) => sides?.[at]?.company.is === 'unknown');
  const credits = priceOfCompanies((sides ?? []).map(({ company }) => company.is !== 'unknown' || company.isPaid));
  const lookUp = (): void => {
    const fetch = () => engine.beside((ports) => fetchCompanies(ports, [identifier, other], credits));
    errand.run('Looking up…', fetch, setSides);
  };
  const [left, right] = [sides?.[0]?.company ?? null, sides?.[1]?.company ?? null];
  return (
    <>
      <div class="card">
        <h3 class="source explore-title" tabIndex={-1}>
          {titleOf(left, identifier)} and {titleOf(right, other)}
        </h3>
        {[identifier, other].map((each, at) =>
          sides?.[at]?.company.is === 'notTracked' ? <p key={each}>Trace does not track {each}.</p> : null,
        )}
        {open.length > 0 && (
          <div class="buttons">
            <PriceButton
              isMain
              label={open.length === 2 ? 'Look up both' : `Look up ${open[0]!}`}
              credits={credits}
              isBusy={errand.isBusy}
              onPress={lookUp}
            />
          </div>
        )}
        <Outcome {...errand} />
      </div>
      {left?.is === 'found' && right?.is === 'found' && (
        <>
          <TechnologiesCompared
            comparison={compareTechnologies(left.record, right.record)}
            names={[titleOf(left, identifier), titleOf(right, other)]}
          />
          <SharedPartners
            identifier={identifier}
            other={other}
            counts={[countOf(left.record), countOf(right.record)]}
          />
        </>
      )}
    </>
  );
}

function titleOf(company: CompanyKnown | null, identifier: string): string {
  return (company?.is === 'found' ? readFact(company.record, 'name', company.asOfMs) : '') || identifier;
}

function countOf(record: CompanyRecord): number | null {
  return partnersCounted({ is: 'found', record, asOfMs: 0 });
}

interface ComparedProps {
  readonly comparison: Comparison | null;
  readonly names: readonly [left: string, right: string];
}

function TechnologiesCompared({ comparison, names }: ComparedProps) {
  if (comparison === null) {
    return (
      <div class="card">
        <h3>Technologies</h3>
        <p class="hint">Trace has no technologies for at least one of them.</p>
      </div>
    );
  }
  const [left, right] = names;
  const groups = [
    { title: 'Both', of: comparison.both },
    { title: `Only ${left}`, of: comparison.onlyLeft },
    { title: `Only ${right}`, of: comparison.onlyRight },
  ];
  const table = toComparisonTable(comparison, left, right);
  return (
    <div class="card">
      <h3>Technologies</h3>
      {groups.map(({ title, of }) => (
        <details key={title} class="explore-group" open={of.length > 0}>
          <summary>
            {title} <span class="badge">{of.length}</span>
          </summary>
          <SubjectChips of={toTechnologySubjects(of)} />
        </details>
      ))}
      <InsertPart
        formula={null}
        table={table}
        what={count(table.length - 1, 'row', 'rows')}
        title={`${left} and ${right}`}
      />
    </div>
  );
}

interface SharedProps extends CompareCardProps {
  /** How many partners each company has; `null`: unknown. */
  readonly counts: readonly [number | null, number | null];
}

function SharedPartners({ identifier, other, counts }: SharedProps) {
  const [one, two] = counts;
  const most = Math.min(one ?? MOST_SHARED, two ?? MOST_SHARED, MOST_SHARED);
  return (
    <div class="card">
      <h3>Shared partners</h3>
      {most === 0 ? (
        <p class="hint">One of them has no partner on record.</p>
      ) : (
        <PricedTable
          formula={sharedPartners(identifier, other, most)}
          most={most}
          mostOtherwise={priceOfBothLists(one, two)}
          label="Shared partners"
          title={`${identifier} and ${other}`}
          what={['shared partner', 'shared partners']}
          toBelow={toSharedLine}
        />
      )}
    </div>
  );
}

/** Such as `technology · Last seen 10 Oct 2026`. */
function toSharedLine([type = '', last = '']: readonly Cell[]): string {
  return [toText(type), last === '' ? '' : `Last seen ${toText(last)}`].filter((each) => each !== '').join(' · ');
}

interface CompareFormProps {
  readonly identifier: string;
}

/** Asks for the company to compare with. */
export function CompareForm({ identifier }: CompareFormProps) {
  const exploring = useExploring();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const compare = (): void => {
    const other = companyTyped(text);
    if (other === null) setProblem('Enter the domain of a company, such as shopify.com.');
    else if (other === identifier) setProblem('Enter the domain of another company.');
    else exploring.open({ is: 'compare', identifier, other });
  };
  return (
    <Form style="card" onSubmit={compare}>
      <CompanyField
        id="explore-compare"
        label="Compare with"
        placeholder="shopify.com"
        text={text}
        slip={problem}
        onType={(typed) => {
          setText(typed);
          setProblem('');
        }}
      >
        <button type="submit">Compare</button>
      </CompanyField>
    </Form>
  );
}
