import type { Member } from '../../client/resources/list-answers';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import { count, cellName } from '../common/words';
import { Outcome, useErrand } from '../common/outcome';
import type { MembersFilter } from './fetch-members';
import { withTypedColumns } from '../common/insertion';
import {
  insertFormula,
  insertRows,
  toListFormula,
  toFileName,
  toMemberCells,
  toMembersCsv,
  type Placed,
} from './insert-members';
import { useSheet } from '../common/sheet';
import { nameOfList } from './list-text';
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

/** What can be done with the members that were read. */
export function MembersActions({ filter, members, isOff }: Props) {
  const { host } = useSheet();
  const { list } = useOpenList();
  const errand = useErrand();
  const rows = Math.min(members.length, MOST_FORMULA_ROWS);
  const insert = async (act: () => Promise<Placed>, what: string): Promise<void> => {
    errand.begin('Inserting…');
    const ended = await attempt(act);
    if (!ended.ok) return errand.fail(say(ended.error, 'run'));
    if (ended.value.is === 'done') {
      const { at, typed } = ended.value;
      return errand.end(withTypedColumns(`${what} is at ${cellName(at.row, at.column)}.`, typed));
    }
    const { rows: done, sentence } = ended.value;
    errand.fail(
      done === 0 ? sentence : `${count(done, 'row is', 'rows are')} inserted, and the rest is not. ${sentence}`,
    );
  };
  const table = `The table of ${count(members.length, 'company', 'companies')}`;
  return (
    <div role="group" aria-label="Use these companies">
      <div class="buttons">
        <PressButton
          isOff={isOff || errand.isBusy}
          onPress={() => void insert(() => insertRows(host, toMemberCells(members)), table)}
        >
          Insert {members.length.toLocaleString('en-US')} as values
        </PressButton>
        <PressButton
          isOff={isOff || errand.isBusy}
          onPress={() => {
            const formula = toListFormula(list.list_id, filter, rows);
            void insert(() => insertFormula(host, formula, rows + 1, FORMULA_COLUMNS), 'The formula');
          }}
        >
          Insert as formula · up to {count(rows, 'credit', 'credits')}
        </PressButton>
        <PressButton
          isOff={isOff || errand.isBusy}
          onPress={() => {
            download(toFileName(nameOfList(list)), toMembersCsv(members));
            errand.end(
              `${count(members.length, 'company is', 'companies are')} in ${toFileName(nameOfList(list))}, among your downloads.`,
            );
          }}
        >
          Export {members.length.toLocaleString('en-US')} as CSV
        </PressButton>
      </div>
      <p class="hint">They go to the selected cell, over blank cells only. Values and CSV are free.</p>
      <Outcome {...errand} />
    </div>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  // Google's page may name no address, so that it asks for none.
  Object.assign(link, { href: address, download: name });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
