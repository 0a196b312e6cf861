import { say } from '../../errors/say';
import { useEffect, useState } from 'preact/hooks';
import { titleOf } from '../../enrich/plan/column-spec';
import { chartable, findRowsWith, readColumnChart, type ColumnChart } from '../../enrich/chart/column-chart';
import { Outcome } from '../common/outcome';
import { attempt } from '../common/bulk-engine';
import type { Enrichment } from '../../enrich/enrichment';
import { summaryOf } from './run-stage';
import { PressButton } from '../common/press-button';
import { toSummarySheet } from './summary-sheet';
import { useSheet } from '../common/sheet';
import type { Bar } from '../../enrich/chart/top-values';
import { count } from '../common/words';
import { toShareText } from './run-text';

interface ColumnChartViewProps {
  readonly run: Enrichment;
}

const NOTHING: ColumnChart = { bars: [], answered: 0 };

/** The most common values in a column that the run filled. Nothing where there is nothing to count. */
export function ColumnChartView({ run }: ColumnChartViewProps) {
  const engine = useSheet();
  const { head } = run;
  const summary = summaryOf(run);
  const choices = chartable(head.choices);
  const [choice, setChoice] = useState(choices[0] ?? 0);
  /** With its column: another one may have been chosen since. */
  const [counted, setCounted] = useState<{ readonly choice: number; readonly chart: ColumnChart } | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
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
  const insert = async (): Promise<void> => {
    setBusy(true);
    const ended = await attempt(() => engine.host.insertSummary(toSummarySheet(run, title, bars)));
    if (!ended.ok) return tell('', say(ended.error, 'run'));
    tell([`The sheet “${ended.value.name}” is added.`, ended.value.withoutChart ?? ''].join(' ').trim(), '');
  };
  const select = async (value: string): Promise<void> => {
    setBusy(true);
    const found = await engine.do((ports) => findRowsWith(ports, head, counted.choice, value));
    if (!found.ok) return tell('', say(found.error, 'run'));
    const { sheet, column, rows } = found.value;
    if (rows.length === 0) return tell(`No row has ${value} any more.`, '');
    const shown = await attempt(() => engine.showCells(sheet, column, rows));
    if (shown.ok) tell(`Rows with ${value} are selected.`, '');
    else tell('', say(shown.error, 'run'));
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
        <>
          <BarList title={title} bars={bars} answered={answered} onSelect={(value) => void select(value)} />
          <div class="buttons">
            <PressButton isOff={isBusy || counted.choice !== choice} onPress={() => void insert()}>
              Insert summary sheet
            </PressButton>
          </div>
        </>
      )}
      <Outcome isBusy={isBusy} said={said} problem={problem} />
    </div>
  );
}

interface BarListProps {
  /** Of the column. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Rows with an answer: what the bars are shares of. */
  readonly answered: number;
  readonly onSelect: (value: string) => void;
}

/** More fill the panel. */
const SHOWN_AT_FIRST = 8;

/** Values with the number and share of their rows. A click selects those. */
function BarList({ title, bars, answered, onSelect }: BarListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? bars : bars.slice(0, SHOWN_AT_FIRST);
  const left = bars.length - shown.length;
  const most = bars[0]?.rows ?? 1;
  return (
    <>
      <ol class="bars" aria-label={`Most common in ${title}`}>
        {shown.map(({ name, rows }) => (
          <li key={name}>
            <button type="button" title={`Select the rows with ${name}`} onClick={() => onSelect(name)}>
              <span class="bar-name">{name}</span>
              <span class="bar-count">
                {count(rows, 'row', 'rows')} · {toShareText(rows, answered)}
              </span>
              <span class="bar" style={{ width: `${(100 * rows) / most}%` }} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show {left} more
        </button>
      )}
    </>
  );
}
