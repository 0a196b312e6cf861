import { useMemo, useState } from 'preact/hooks';
import type { Cell } from '../../cells/values';
import { readDomain } from '../../cells/identifier';
import { count } from '../count';
import type { Exploring } from '../explore/exploring';
import { InsertPart } from '../explore/insert-part';
import { TableView } from '../explore/table-view';
import type { WarmPath } from './warm-paths';
import { ROW_TITLES, toCountsText, toWarmTable, type WarmLayout } from './warm-table';

interface Props {
  readonly exploring: Exploring;
  readonly paths: readonly WarmPath[];
  /** Whether more answers are on their way: until then nothing is inserted. */
  readonly isBusy: boolean;
}

/** More are slow to draw; all of them are inserted. */
const MOST_SHOWN = 100;

/** The answers so far: warm paths first. */
export function WarmAnswers({ exploring, paths, isBusy }: Props) {
  const [layout, setLayout] = useState<WarmLayout>('rows');
  const sorted = useMemo(
    () => [...paths].sort((one, other) => Number(other.found.is === 'yes') - Number(one.found.is === 'yes')),
    [paths],
  );
  const table = useMemo(() => toWarmTable(layout, paths), [layout, paths]);
  const toOpen = ([account]: readonly Cell[]): (() => void) | null => {
    const identifier = readDomain(String(account));
    return identifier === null ? null : () => exploring.open({ is: 'company', identifier });
  };
  const size = layout === 'rows' ? count(paths.length, 'row', 'rows') : `${table.length} × ${table[0]!.length} cells`;
  return (
    <>
      <p>
        <b>{toCountsText(paths)}</b>
      </p>
      <div class="warm-table">
        <TableView
          table={toWarmTable('rows', sorted.slice(0, MOST_SHOWN))}
          label="Warm paths"
          titles={ROW_TITLES}
          toOpen={toOpen}
        />
      </div>
      {paths.length > MOST_SHOWN && (
        <p class="hint">
          The first {MOST_SHOWN} of {count(paths.length, 'pair', 'pairs')}. Insert them to see all.
        </p>
      )}
      {!isBusy && (
        <>
          <label>
            Insert as
            <select
              value={layout}
              onChange={({ currentTarget }) => setLayout(currentTarget.value === 'matrix' ? 'matrix' : 'rows')}
            >
              <option value="rows">Rows: one for each pair</option>
              <option value="matrix">Matrix: accounts down, partners across</option>
            </select>
          </label>
          <InsertPart
            key={`${layout} ${toCountsText(paths)}`}
            exploring={exploring}
            formula={null}
            table={table}
            what={size}
          />
        </>
      )}
    </>
  );
}
