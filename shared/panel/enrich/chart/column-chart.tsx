import { say } from '../../../errors/say';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { titleOf } from '../../../enrich/plan/column-spec';
import { chartable, findRowsWith, readColumnChart, type ColumnChart } from '../../../enrich/chart/column-chart';
import { Outcome } from '../../common/outcome';
import { attempt } from '../../common/bulk-engine';
import type { Enrichment } from '../../../enrich/enrichment';
import { summaryOf } from '../run-stage';
import { useSheet } from '../../common/sheet';
import { count } from '../../common/words';
import { AddToList, useMayList } from '../../lists/add-to-list';
import { MAX_DOMAINS } from '../../../actions/domains';
import { BarList, type RowsUse } from './bar-list';
import { copyRows, filterRows, selectRows } from './rows-of-bar';

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
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
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
  const tell = (text: string, wrong: string): void => {
    setBusy(false);
    setSaid(text);
    setProblem(wrong);
  };
  const useRows = async (value: string, what: RowsUse): Promise<void> => {
    setBusy(true);
    setSaving(null);
    const found = await engine.do((ports) => findRowsWith(ports, head, counted.choice, value));
    if (!found.ok) return tell('', say(found.error, 'run'));
    if (found.value.rows.length === 0) return tell(`No row has ${value} any more.`, '');
    if (what === 'list') {
      const { domains } = found.value;
      if (domains.length === 0) return tell('These rows name no domain, which a list needs.', '');
      setSaving({ value, domains: domains.slice(0, MAX_DOMAINS) });
      return tell('', '');
    }
    const used = await attempt(() => {
      if (what === 'copy') return copyRows(engine, found.value, `${title} – ${value}`);
      return (what === 'filter' ? filterRows : selectRows)(engine, found.value, value);
    });
    if (used.ok) tell(used.value, '');
    else tell('', say(used.error, 'run'));
  };
  return (
    <div class="card">
      <h3>Most common in this column</h3>
      {choices.length > 1 && (
        <label>
          Column
          <select value={choice} onChange={({ currentTarget }) => setChoice(Number(currentTarget.value))}>
            {choices.map((index) => (
              <option key={index} value={index}>
                {titleOf(head.choices[index]!)}
              </option>
            ))}
          </select>
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
          isOff={isBusy}
          onUse={(value, what) => void useRows(value, what)}
        />
      )}
      <Outcome isBusy={isBusy} said={said} problem={problem} />
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
