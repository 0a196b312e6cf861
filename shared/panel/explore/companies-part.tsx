import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { traitsOf } from '../../errors/traits';
import type { Cell, Table } from '../../cells/values';
import { count } from '../count';
import type { Exploring } from './exploring';
import { toFormulaText, type Formula } from './formula-text';
import { companiesNamed, companiesUsing, NOT_NARROWED, type Narrowing } from './formulas';
import { InsertPart } from './insert-part';
import { PriceButton, StepSays } from './price-button';
import { TableView } from './table-view';
import { useStep } from './use-step';
import { answerWithin } from './within-credits';

/** Which companies. */
export interface CompaniesAsked {
  readonly by: 'technology' | 'vendor' | 'name';
  /** A name or a slug. */
  readonly name: string;
  /** For people. */
  readonly title: string;
}

interface Props {
  readonly exploring: Exploring;
  readonly ask: CompaniesAsked;
  /** How many there are; `null`: nobody knows before they are listed. */
  readonly total: number | null;
}

const TITLES = ['Company', 'Domain', 'Industry', 'Employees', 'Country'];
const TOPS = [10, 25, 100, 500];
const USUAL_TOP = 25;

/** Companies of a list, a credit each: how many and the price first. */
export function CompaniesPart({ exploring, ask, total }: Props) {
  const [top, setTop] = useState(USUAL_TOP);
  const [typed, setTyped] = useState(NOT_NARROWED);
  const [narrowing, setNarrowing] = useState(NOT_NARROWED);
  const isNarrowed = narrowing.country !== '' || narrowing.industry !== '';
  const most = total === null || isNarrowed ? top : Math.min(top, total);
  const formula = toFormula(ask, narrowing, Math.max(1, most));
  const id = `explore-${ask.by}`;
  const narrow = (): void => setNarrowing({ country: typed.country.trim(), industry: typed.industry.trim() });
  return (
    <div class="card">
      <h3>{ask.by === 'name' ? 'Companies found' : `Companies using ${ask.title}`}</h3>
      {total !== null && !isNarrowed && <p class="hint">{count(total, 'company', 'companies')}</p>}
      <div class="explore-filters">
        <label>
          Country
          <input
            class="text"
            type="text"
            maxLength={60}
            placeholder="Any"
            value={typed.country}
            onInput={({ currentTarget }) => setTyped({ ...typed, country: currentTarget.value })}
            onChange={narrow}
          />
        </label>
        <label>
          Industry
          <input
            class="text"
            type="text"
            maxLength={100}
            placeholder="Any"
            value={typed.industry}
            onInput={({ currentTarget }) => setTyped({ ...typed, industry: currentTarget.value })}
            onChange={narrow}
          />
        </label>
        <label>
          At most
          <select id={`${id}-top`} value={top} onChange={({ currentTarget }) => setTop(Number(currentTarget.value))}>
            {TOPS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {total === 0 && !isNarrowed ? (
        <p class="hint">No company is known to use it.</p>
      ) : (
        <Listed
          key={toFormulaText(formula)}
          exploring={exploring}
          formula={formula}
          most={most}
          label={`${ask.title}: companies`}
        />
      )}
    </div>
  );
}

function toFormula({ by, name }: CompaniesAsked, narrowing: Narrowing, top: number): Formula {
  return by === 'name' ? companiesNamed(name, narrowing, top) : companiesUsing(by, name, narrowing, top);
}

interface ListedProps {
  readonly exploring: Exploring;
  readonly formula: Formula;
  readonly most: number;
  readonly label: string;
}

/** The list, if it is saved, or else its price. */
function Listed({ exploring, formula, most, label }: ListedProps) {
  const { engine, open } = exploring;
  const [table, setTable] = useState<Table | null>(null);
  const [isPriced, setPriced] = useState(false);
  const step = useStep();
  useEffect(
    () =>
      step.run(
        () => engine.beside((ports) => answerWithin(ports, 0, formula)),
        setTable,
        (error) => {
          const isLimit = traitsOf(error).ends === 'limit';
          setPriced(isLimit);
          return isLimit;
        },
      ),
    [engine],
  );
  const show = (): void => step.run(() => engine.beside((ports) => answerWithin(ports, most, formula)), setTable);
  const rows = table === null ? 0 : table.length - 1;
  return (
    <>
      {table === null && isPriced && (
        <div class="buttons">
          <PriceButton
            isMain
            label={`Show ${count(most, 'company', 'companies')}`}
            credits={most}
            isBusy={step.isBusy}
            onPress={show}
          />
        </div>
      )}
      {table !== null && <TableView table={table} label={label} titles={TITLES} toOpen={(row) => toOpen(row, open)} />}
      <StepSays {...step} busy={isPriced ? 'Reading companies…' : 'Reading saved answers…'} />
      {table !== null && rows > 0 && (
        <InsertPart exploring={exploring} formula={formula} what={count(rows, 'row', 'rows')} />
      )}
    </>
  );
}

function toOpen(row: readonly Cell[], open: Exploring['open']): (() => void) | null {
  const identifier = readDomain(typeof row[1] === 'string' ? row[1] : '');
  return identifier === null ? null : () => open({ is: 'company', identifier });
}
