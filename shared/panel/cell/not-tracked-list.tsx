import { useEffect, useState } from 'preact/hooks';
import { NOT_TRACKED } from '../../cells/table';
import { findNotTracked, readInputRows, type NotTrackedCompany } from '../../enrich/plan/not-tracked';
import type { InputRow } from '../../enrich/plan/triage';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { LinkButton, PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { useShowMore } from '../common/show-more';
import { cellName, count, isolated } from '../common/words';
import { Said } from '../common/outcome';

interface Props {
  readonly sheet: string;
  /** From 0. */
  readonly column: number;
  /** The rows of the column; absent: they are read. */
  readonly rows?: readonly InputRow[];
  /** The columns with answers, whose “not tracked” beside a corrected cell is cleared; absent: formulas answer. */
  readonly answers?: readonly number[];
  /** Called when cells were corrected. Returns the next step as a sentence; `''`: there is none. */
  readonly onUsed: (company: NotTrackedCompany) => string;
}

/** The companies of a column that Trace has no data on, with the ones that were probably meant. Reading them is free. */
export function NotTrackedList({ sheet, column, rows, answers = [], onUsed }: Props) {
  const engine = useSheet();
  const [companies, setCompanies] = useState<readonly NotTrackedCompany[]>([]);
  const { most, list, button } = useShowMore<HTMLUListElement>(companies.length);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isStopped = false;
    void engine
      .beside(async (ports) => findNotTracked(ports, rows ?? (await readInputRows(ports, sheet, column))))
      .then((ended) => {
        if (!isStopped && ended.ok) setCompanies(ended.value);
      });
    return () => void (isStopped = true);
  }, [engine, sheet, column, rows]);
  const show = async ({ cells }: NotTrackedCompany): Promise<void> => {
    const shown = await attempt(() =>
      engine.showCells(
        sheet,
        column,
        cells.map(({ row }) => row),
      ),
    );
    setSaid(shown.ok ? '' : say(shown.error, 'action'));
  };
  const use = async (company: NotTrackedCompany, nearest: string): Promise<void> => {
    for (const { row, text } of company.cells) {
      const ended = await attempt(() => engine.host.replaceCell({ sheet, row, column }, text, nearest));
      if (!ended.ok) return setSaid(say(ended.error, 'action'));
      if (!ended.value)
        return setSaid(`${cellName(row, column)} has changed since or is filled by a formula, so it stays.`);
      const words = answers.map((each) => engine.host.replaceCell({ sheet, row, column: each }, NOT_TRACKED, ''));
      const cleared = await attempt(() => Promise.all(words));
      if (!cleared.ok) return setSaid(say(cleared.error, 'action'));
    }
    setCompanies((now) => now.filter((each) => each !== company));
    setSaid(`${nearest} is now in ${nameOf(company, column)}. ${onUsed(company)}`.trim());
  };
  const similar = companies.filter(({ nearest }) => nearest !== null);
  const others = companies.filter(({ nearest }) => nearest === null);
  return (
    <>
      {companies.length > 0 && (
        <details class="cells" open={similar.length > 0}>
          <summary>Trace has no data on {count(companies.length, 'company', 'companies')}</summary>
          <ul ref={list}>
            {[...similar, ...others].slice(0, most).map((company) => (
              <li key={company.cells[0]!.row}>
                <LinkButton onPress={() => void show(company)}>{nameOf(company, column)}</LinkButton>{' '}
                {isolated(company.cells[0]!.text)}
                {company.nearest !== null && (
                  <>
                    . Did you mean {company.nearest}?{' '}
                    <PressButton onPress={() => void use(company, company.nearest!)}>
                      Use “{company.nearest}”
                    </PressButton>
                  </>
                )}
              </li>
            ))}
          </ul>
          {button}
        </details>
      )}
      <Said>{said}</Said>
    </>
  );
}

/** “A5”, or “A5 and 2 more cells”. */
function nameOf({ cells }: NotTrackedCompany, column: number): string {
  const name = cellName(cells[0]!.row, column);
  return cells.length === 1 ? name : `${name} and ${count(cells.length - 1, 'more cell', 'more cells')}`;
}
