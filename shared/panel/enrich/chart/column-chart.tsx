import { say } from '../../../errors/say';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { titleOf } from '../../../enrich/plan/column-spec';
import {
  chartable,
  type ColumnChart,
  findRowsWith,
  type FoundRows,
  readColumnChart,
} from '../../../enrich/chart/column-chart';
import { Outcome, useErrand } from '../../common/outcome';
import { attempt, type BulkEngine } from '../../common/bulk-engine';
import type { Enrichment } from '../../../enrich/enrichment';
import { summaryOf } from '../run-stage';
import { useSheet } from '../../common/sheet';
import { count, isolated } from '../../common/words';
import { AddToList, useMayList } from '../../lists/add-to-list';
import { MAX_DOMAINS } from '../../../actions/domains';
import { BarList, type RowsUse } from './bar-list';
import { readRows } from '../../../enrich/chart/copied-rows';
import { insertRowsOnSheet } from '../../common/insert/insert-rows';
import { Select } from '../../common/fields/controls';

interface ColumnChartViewProps {
  readonly run: Enrichment;
}

const NOTHING: ColumnChart = { bars: [], answered: 0 };

/** The most common values in a column that the run filled. Shows nothing if there is nothing to count. */
export function ColumnChartView({ run }: ColumnChartViewProps) {
  const engine = useSheet();
  const { head } = run;
  const summary = summaryOf(run);
  const choices = chartable(head.choices);
  const [choice, setChoice] = useState(choices[0] ?? 0);
  /** Counted for this column; the user may have chosen another one since. */
  const [counted, setCounted] = useState<{ readonly choice: number; readonly chart: ColumnChart } | null>(null);
  const errand = useErrand();
  /** The companies that the person is about to save as a list; `null`: none. */
  const [saving, setSaving] = useState<{ readonly value: string; readonly domains: readonly string[] } | null>(null);
  const savingTitle = useRef<HTMLHeadingElement>(null);
  const mayList = useMayList();
  const canFilter = engine.host.filterRows !== undefined;
  useLayoutEffect(() => savingTitle.current?.focus(), [saving]);
  useEffect(() => {
    if (choices.length === 0) return;
    void engine
      .do((ports) => readColumnChart(ports, head, choice))
      .then((ended) => setCounted({ choice, chart: ended.ok ? ended.value : NOTHING }));
  }, [engine, head.run, head.savedMs, choice]);
  if (counted === null) return null;
  const { bars, answered } = counted.chart;
  const isEmpty = bars.length === 0;
  if (isEmpty && (choices.length < 2 || summary.found === 0)) return null;
  const title = head.targets[counted.choice]?.title ?? '';
  const useRows = async (value: string, what: RowsUse): Promise<void> => {
    errand.begin('');
    setSaving(null);
    const found = await engine.do((ports) => findRowsWith(ports, head, counted.choice, value));
    if (!found.ok) return errand.fail(say(found.error, 'run'));
    if (found.value.rows.length === 0) return errand.end(`No row has ${value} any more.`);
    if (what === 'list') {
      const { domains } = found.value;
      if (domains.length === 0) return errand.end('These rows name no domain, which a list needs.');
      setSaving({ value, domains: domains.slice(0, MAX_DOMAINS) });
      return errand.end('');
    }
    const used = await attempt(() => {
      if (what === 'copy') return copyRows(engine, found.value, `${title} – ${value}`);
      return (what === 'filter' ? filterRows : selectRows)(engine, found.value, value);
    });
    if (used.ok) errand.end(used.value);
    else errand.fail(say(used.error, 'run'));
  };
  return (
    <div class="card">
      <h3>Most common in this column</h3>
      {choices.length > 1 && (
        <label>
          Column
          <Select
            value={choice}
            choices={choices.map((index) => [index, titleOf(head.choices[index]!)])}
            onChoose={setChoice}
          />
        </label>
      )}
      {isEmpty ? (
        <p class="hint">This column has no values.</p>
      ) : (
        <BarList
          title={title}
          bars={bars}
          answered={answered}
          uses={[canFilter ? 'filter' : 'select', 'copy', ...(mayList ? (['list'] as const) : [])]}
          isOff={errand.isBusy}
          onUse={(value, what) => void useRows(value, what)}
        />
      )}
      <Outcome {...errand} />
      {saving !== null && (
        <div class="asked" role="group" aria-labelledby="bar-list-title">
          <h4 id="bar-list-title" ref={savingTitle} tabIndex={-1}>
            Save {count(saving.domains.length, 'company', 'companies')} with {saving.value} as a list
          </h4>
          <AddToList
            key={saving.value}
            id="bar-list"
            domains={saving.domains}
            name={`${title}: ${saving.value}`}
            isNew
          />
        </div>
      )}
    </div>
  );
}

/** What can be done with the rows of a bar. Each function returns a sentence that says what happened, or throws. */

/** Shows only these rows, or selects them where the host cannot filter them. @param value of the bar */
async function filterRows(engine: BulkEngine, found: FoundRows, value: string): Promise<string> {
  const { titleRow, ...filter } = found;
  const isFiltered = titleRow !== null && (await engine.host.filterRows?.({ ...filter, titleRow })) === true;
  if (isFiltered) return `Only rows with ${isolated(value)} are shown. Clear the filter in the sheet to see all rows.`;
  await engine.showCells(found.sheet, found.column, found.rows);
  return `Rows with ${isolated(value)} are selected instead: Trace cannot filter this column here.`;
}

async function selectRows(engine: BulkEngine, found: FoundRows, value: string): Promise<string> {
  await engine.showCells(found.sheet, found.column, found.rows);
  return `Rows with ${isolated(value)} are selected.`;
}

/** @param title of the new sheet */
async function copyRows(engine: BulkEngine, found: FoundRows, title: string): Promise<string> {
  const read = await engine.beside((ports) => readRows(ports, found));
  if (!read.ok) throw read.error;
  const placed = await insertRowsOnSheet(engine.host, title, read.value);
  const rows = count(found.rows.length, 'row is', 'rows are');
  return placed.is === 'done' ? `${rows} copied to the sheet “${isolated(placed.at.sheetName)}”.` : placed.sentence;
}
