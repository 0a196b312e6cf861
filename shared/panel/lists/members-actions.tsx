import type { Member } from '../../client/resources/list-answers';
import { attempt } from '../common/bulk-engine';
import { download } from '../common/browser';
import { Icon } from '../common/icon';
import { insertFormula, insertRows, ROWS_AT_ONCE, type Placed } from '../common/insert/insert-rows';
import { placeOf, withTypedColumns } from '../common/insert/insertion';
import { MenuButton } from '../common/menu-button';
import { Outcome, useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { count, toCreditsText } from '../common/words';
import type { MembersFilter } from './fetch-members';
import { nameOfList } from './list-text';
import { toFileName, toListFormula, toMemberCells, toMembersCsv } from './member-table';
import { useOpenList } from './open-list';

interface Props {
  readonly filter: MembersFilter;
  /** Those that were read, and so are free. */
  readonly members: readonly Member[];
  readonly isOff: boolean;
}

/** The columns that TRACE_LIST shows. */
const FORMULA_COLUMNS = 3;
/** As many rows as a formula reads: https://docs.tracedata.ai/api/lists/ is paged by 100. */
const MOST_FORMULA_ROWS = 10_000;

/** Brings the companies that were read into the sheet, or into a file. */
export function MembersActions({ filter, members, isOff }: Props) {
  const { host } = useSheet();
  const { list } = useOpenList();
  const errand = useErrand('run');
  const rows = Math.min(members.length, MOST_FORMULA_ROWS);
  const title = nameOfList(list);
  const insert = (act: () => Promise<Placed>, what: string): void => {
    const tell = (placed: Placed): void => {
      if (placed.is === 'done') {
        return errand.end(withTypedColumns(`${what} is inserted at ${placeOf(placed.at)}.`, placed.typed));
      }
      const { rows: done, sentence } = placed;
      errand.fail(
        done === 0 ? sentence : `${count(done, 'row is', 'rows are')} inserted, and the rest is not. ${sentence}`,
      );
    };
    errand.run('Inserting…', () => attempt(act), tell);
  };
  const table = `The table of ${count(members.length, 'company', 'companies')}`;
  const items = [
    {
      label: 'Values · free',
      onChoose: () => insert(() => insertRows(host, title, toMemberCells(members)), table),
    },
    {
      label: `Formula · up to ${toCreditsText(rows)}`,
      onChoose() {
        const formula = toListFormula(list.list_id, filter, rows);
        const size = { rows: rows + 1, columns: FORMULA_COLUMNS };
        insert(() => insertFormula(host, title, formula, size), 'The formula');
      },
    },
    {
      label: 'CSV file · free',
      onChoose() {
        const file = toFileName(title);
        download(file, new Blob([toMembersCsv(members)], { type: 'text/csv;charset=utf-8' }));
        errand.end(`${count(members.length, 'company is', 'companies are')} in ${file}, among your downloads.`);
      },
    },
  ];
  return (
    <div role="group" aria-label="Use these companies">
      <div class="buttons">
        <MenuButton label="Bring into sheet" items={items} isOff={isOff || errand.isBusy}>
          Bring {members.length.toLocaleString('en-US')} into sheet
          <Icon name="down" />
        </MenuButton>
      </div>
      <p class="hint">
        {members.length < ROWS_AT_ONCE
          ? 'They go to a new sheet, or to the active cell if it is empty.'
          : 'Values go to a new sheet. A formula does too, or goes to the active cell if it is empty.'}
      </p>
      <Outcome {...errand} />
    </div>
  );
}
