import { useState } from 'preact/hooks';
import type { SelectedColumn } from '../../enrich/plan/selection';
import type { BulkHost } from '../bulk-host';
import { columnName } from '../bulk/bulk-text';
import { CellList } from '../bulk/cell-list';
import { PressButton } from '../bulk/press-button';
import { toSkippedGroups, toSourceCounts, toSourceHints, toSourceText } from '../bulk/source-text';
import { count } from '../count';
import { domainsOf } from './domains-of';
import type { SelectedDomains } from './use-selected';

interface Props {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly source: SelectedDomains;
  /** What one selected cell stands for; absent: its whole column. */
  readonly oneCell?: string;
}

/** Where the selected companies are, and what becomes of each row, before anything is done with them. */
export function SelectedSource({ id, host, source, oneCell }: Props) {
  const { selected, areas, problem, isReading, read } = source;
  return (
    <>
      {selected === null ? (
        <p class="hint">{problem === '' ? 'Select your column of company domains. Reading it is free.' : problem}</p>
      ) : (
        <>
          <p class="source">
            <b>{toSourceText(selected)}</b>
          </p>
          {toSourceHints(selected, areas, false, oneCell).map((hint) => (
            <p key={hint} class="hint">
              {hint}
            </p>
          ))}
          <Chips id={id} host={host} selected={selected} />
          {selected.columns.length > 1 && (
            <label>
              Column of companies
              <select value={selected.column} onChange={({ currentTarget }) => read(Number(currentTarget.value))}>
                {selected.columns.map((each) => (
                  <option key={each.column} value={each.column}>
                    {columnName(each.column)}: {each.title}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      <div class="buttons">
        <PressButton isOff={isReading} onPress={() => read()}>
          Read selection
        </PressButton>
      </div>
    </>
  );
}

function Chips({ id, host, selected }: Pick<Props, 'id' | 'host'> & { readonly selected: SelectedColumn }) {
  const [isOpen, setOpen] = useState(false);
  const { duplicates, names, skipped } = toSourceCounts(selected);
  const { domains, slugs } = domainsOf(selected);
  return (
    <>
      <div class="chips">
        <span class="chip is-good">{domains.length.toLocaleString('en-US')} ready</span>
        {duplicates > 0 && <span class="chip">{count(duplicates, 'duplicate', 'duplicates')}</span>}
        {slugs > 0 && <span class="chip">{slugs.toLocaleString('en-US')} without a domain</span>}
        {names > 0 && <span class="chip">{count(names, 'name', 'names')}</span>}
        {skipped > 0 && (
          <button
            type="button"
            class="chip"
            aria-expanded={isOpen}
            aria-controls={`${id}-skipped`}
            onClick={() => setOpen(!isOpen)}
          >
            {skipped.toLocaleString('en-US')} skipped
          </button>
        )}
      </div>
      {names > 0 && <p class="hint">These look like company names. Find their domains in Enrich, then come back.</p>}
      <div id={`${id}-skipped`} hidden={!isOpen || skipped === 0}>
        {isOpen &&
          toSkippedGroups(selected).map(({ title, cells }) => (
            <CellList key={title} host={host} sheet={selected.area.sheet} title={title} cells={cells} canShowAll />
          ))}
      </div>
    </>
  );
}
