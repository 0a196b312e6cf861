import { useState } from 'preact/hooks';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import { CellList } from '../cell-list';
import { columnName, count } from '../words';
import { toSkippedGroups, toSourceCounts } from './source-text';
import { Select } from '../fields/controls';

interface ChipsProps {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly selected: SelectedColumn;
  /** How many companies can be used. */
  readonly ready: number;
  /** How many cannot, since they are named by a slug. */
  readonly slugs?: number;
}

/** The rows by what becomes of them. Those that are skipped unfold. */
export function SourceChips({ id, selected, ready, slugs = 0 }: ChipsProps) {
  const [isOpen, setOpen] = useState(false);
  const { duplicates, names, skipped } = toSourceCounts(selected);
  return (
    <>
      <div class="chips">
        {(ready > 0 || names === 0) && <span class="chip is-good">{ready.toLocaleString('en-US')} ready</span>}
        {names > 0 && <span class="chip">{count(names, 'name', 'names')}</span>}
        {duplicates > 0 && <span class="chip">{count(duplicates, 'duplicate', 'duplicates')}</span>}
        {slugs > 0 && <span class="chip">{slugs.toLocaleString('en-US')} without a domain</span>}
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
      <div id={`${id}-skipped`} hidden={!isOpen || skipped === 0}>
        {isOpen &&
          toSkippedGroups(selected).map(({ title, cells }) => (
            <CellList key={title} sheet={selected.area.sheet} title={title} cells={cells} canShowAll />
          ))}
      </div>
    </>
  );
}

interface ColumnProps {
  readonly selected: SelectedColumn;
  readonly onRead: (column: number) => void;
}

/** Chooses among several selected columns of companies. */
export function SourceColumn({ selected: { column, columns }, onRead }: ColumnProps) {
  if (columns.length < 2) return null;
  return (
    <label>
      Column of companies
      <Select
        value={column}
        choices={columns.map((each) => [each.column, `${columnName(each.column)}: ${each.title}`])}
        onChoose={onRead}
      />
    </label>
  );
}
