import { useState } from 'preact/hooks';
import type { Cell } from '../../cells/values';
import { withSeen } from '../../enrich/plan/seen-names';
import { NameField } from '../common/fields/combobox';
import { useSheetNames } from '../common/use-names';
import { count, isolated } from '../common/words';
import { PricedTable, toText } from './priced-table';
import { toFormulaText, type Formula } from '../common/insert/insertion';
import { companiesNamed, companiesUsing, NOT_NARROWED, type Narrowing } from './formulas';
import { readSavedRecent } from './exploring';
import { companiesIn } from './subject';
import { Select } from '../common/fields/controls';

/** Which companies. */
interface CompaniesAsked {
  readonly by: 'technology' | 'vendor' | 'name';
  /** A name or a slug. */
  readonly name: string;
  /** For people. */
  readonly title: string;
}

interface Props {
  readonly ask: CompaniesAsked;
  /** How many there are; `null`: unknown until they are listed. */
  readonly total: number | null;
}

const TOPS = [10, 25, 100, 500].map((top) => [top, String(top)] as const);
const USUAL_TOP = 25;
const MOST_SEEN = 30;
const FILTERS = [
  ['country', 'Country', 'Countries'],
  ['industry', 'Industry', 'Industries'],
] as const;

/** Companies of a list, a credit each: how many and the price first. */
export function CompaniesPart({ ask, total }: Props) {
  const [top, setTop] = useState(USUAL_TOP);
  const [typed, setTyped] = useState(NOT_NARROWED);
  const [narrowing, setNarrowing] = useState(NOT_NARROWED);
  const isNarrowed = narrowing.country !== '' || narrowing.industry !== '';
  const most = total === null || isNarrowed ? top : Math.min(top, total);
  const formula = toFormula(ask, narrowing, Math.max(1, most));
  const id = `explore-${ask.by}`;
  const { seen } = useSheetNames(true, companiesIn(readSavedRecent()));
  const narrow = ({ country, industry }: Narrowing): void => {
    setNarrowing({ country: country.trim(), industry: industry.trim() });
  };
  return (
    <div class="card">
      <h3>{ask.by === 'name' ? 'Companies found' : `Companies using ${isolated(ask.title)}`}</h3>
      {total !== null && !isNarrowed && <p class="hint">{count(total, 'company', 'companies')}</p>}
      <div class="explore-filters">
        {FILTERS.map(([field, label, title]) => (
          <NameField
            key={field}
            id={`${id}-${field}`}
            label={label}
            title={title}
            placeholder="Any"
            text={typed[field]}
            names={withSeen(seen[field], [], typed[field], MOST_SEEN)}
            onType={(text) => setTyped({ ...typed, [field]: text })}
            onDone={(text) => narrow({ ...typed, [field]: text })}
          />
        ))}
        <label>
          At most
          <Select id={`${id}-top`} value={top} choices={TOPS} onChoose={setTop} />
        </label>
      </div>
      {total === 0 && !isNarrowed ? (
        <p class="hint">No known company uses it.</p>
      ) : (
        <PricedTable
          key={toFormulaText(formula)}
          formula={formula}
          most={most}
          label={`${ask.title}: companies`}
          title={`${ask.title} companies`}
          what={['company', 'companies']}
          toBelow={toCompanyLine}
          ifNone={
            isNarrowed
              ? 'Choose another country or industry.'
              : ask.by === 'name'
                ? 'Check the spelling, or enter a domain.'
                : ''
          }
        />
      )}
    </div>
  );
}

function toFormula({ by, name }: CompaniesAsked, narrowing: Narrowing, top: number): Formula {
  return by === 'name' ? companiesNamed(name, narrowing, top) : companiesUsing(by, name, narrowing, top);
}

/** Such as `United States · 8,500 employees · Payments`: a narrow panel cuts off the end. */
function toCompanyLine([industry = '', employees = '', country = '']: readonly Cell[]): string {
  const people = typeof employees === 'number' ? count(employees, 'employee', 'employees') : toText(employees);
  return [toText(country), people, toText(industry)].filter((each) => each !== '').join(' · ');
}
