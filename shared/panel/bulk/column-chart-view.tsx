import { say } from '../../errors/say';
import { useEffect, useState } from 'preact/hooks';
import type { Bar } from '../../bulk/chart/top-values';
import { titleOf } from '../../bulk/plan/column-spec';
import { chartable, readColumnChart } from '../../bulk/chart/column-chart';
import { count } from '../count';
import { attempt, type BulkEngine } from './bulk-engine';
import type { LeftRun } from './left-run';
import { PressButton } from './press-button';
import { toSummarySheet } from './summary-sheet';

interface Props {
  readonly engine: BulkEngine;
  readonly run: LeftRun;
}

/** The most common values in a column that the run filled, as bars. */
export function ColumnChartView({ engine, run }: Props) {
  const { head } = run;
  const choices = chartable(head.choices);
  const [choice, setChoice] = useState(choices[0] ?? 0);
  const [bars, setBars] = useState<readonly Bar[]>([]);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (choices.length === 0) return;
    void engine
      .do((ports) => readColumnChart(ports, head, choice))
      .then((ended) => setBars(ended.ok ? ended.value : []));
  }, [engine, head.run, run.summary.creditsUsed, choice]);
  const title = head.targets[choice]?.title ?? '';
  const insert = async (): Promise<void> => {
    setBusy(true);
    const ended = await attempt(() => engine.host.insertSummary(toSummarySheet(run, title, bars)));
    setBusy(false);
    setProblem(ended.ok ? '' : say(ended.error, 'run'));
    setSaid(
      ended.ok ? [`The sheet “${ended.value.name}” is added.`, ended.value.withoutChart ?? ''].join(' ').trim() : '',
    );
  };
  const most = bars[0]?.rows ?? 1;
  return (
    <>
      {bars.length > 0 && (
        <>
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
          <ol class="bars" aria-label={`Most common in ${title}`}>
            {bars.map(({ name, rows }) => (
              <li key={name}>
                <span class="bar-name">{name}</span>
                <span class="bar-count">{count(rows, 'row', 'rows')}</span>
                <span class="bar" style={{ width: `${(100 * rows) / most}%` }} aria-hidden="true" />
              </li>
            ))}
          </ol>
        </>
      )}
      <div class="buttons">
        <PressButton isOff={isBusy} onPress={() => void insert()}>
          Insert summary sheet
        </PressButton>
      </div>
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {said}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </>
  );
}
