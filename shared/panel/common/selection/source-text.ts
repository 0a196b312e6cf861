import type { SelectedColumn } from '../../../enrich/plan/selection';
import { mayBeName } from '../../../enrich/plan/name-cell';
import type { Input } from '../../../cells/inputs';
import { traitsOf } from '../../../errors/traits';
import { sentenceInPanel } from '../../../errors/sentence-in-panel';
import { count, isolated, columnName } from '../words';

/** Where the companies are, such as `leads › B Website · 26 rows`. */
export function toSourceText({ sheetName, column, triage }: SelectedColumn): string {
  const title = triage.header === null ? '' : ` ${isolated(triage.header.title.trim())}`;
  return `${isolated(sheetName)} › ${columnName(column)}${title} · ${count(triage.rows.length, 'row', 'rows')}`;
}

/**
 * What the user has to know about the selection, in sentences.
 *
 * @param areas how many are selected
 * @param fillsColumns whether columns are filled beside it
 * @param oneCell what one selected cell stands for
 */
export function toSourceHints(
  { area, triage, isWidened, isTitleAbove, merged }: SelectedColumn,
  areas: number,
  fillsColumns: boolean,
  oneCell = 'One cell is selected, so Trace uses the whole column of domains.',
): readonly string[] {
  const [first, last] = [triage.rows[0]?.row ?? area.row, area.row + area.rows];
  const rows = first + 1 === last ? `Row ${last}.` : `Rows ${first + 1} to ${last}.`;
  const above = isTitleAbove ? ` The title is in row ${triage.header!.row + 1}, above the selection.` : '';
  const isAtTop = first === 0;
  return [
    isWidened ? oneCell : `${rows}${above}`,
    ...(areas > 1 ? [`${areas} areas are selected. Trace uses the first one.`] : []),
    ...(triage.header === null
      ? [
          (fillsColumns
            ? `Row ${first + 1} counts as a company, so new columns get no titles.`
            : `Row ${first + 1} counts as a company.`) + (isAtTop ? '' : ' Is there a title? Select it too.'),
        ]
      : []),
    ...(merged > 0
      ? [`${count(merged, 'row counts', 'rows count')} as blank: only the top of a merged cell has a value.`]
      : []),
  ];
}

interface SourceCounts {
  /** Rows of companies that no row above names. */
  readonly ready: number;
  /** Rows that repeat a company: filled too, for free. */
  readonly duplicates: number;
  /** Rows whose domain can be searched, where most are so. */
  readonly names: number;
  readonly skipped: number;
}

export function toSourceCounts({ triage }: SelectedColumn): SourceCounts {
  const { domains, urls, emails, slugs, duplicates, unusable, blank } = triage;
  const names = triage.looksLikeNames ? triage.names : 0;
  return {
    ready: domains + urls + emails + slugs - duplicates,
    duplicates,
    names,
    skipped: unusable - names + blank,
  };
}

/** Rows that are skipped for one reason. */
interface SkippedGroup {
  readonly title: string;
  readonly cells: readonly ListedCell[];
}

type Reason = 'name' | 'unusable' | 'freeMail' | 'page' | 'blank';

const REASONS: Readonly<Record<Reason, readonly [one: string, many: string]>> = {
  name: ['name instead of a domain', 'names instead of domains'],
  unusable: ['row without a usable domain', 'rows without a usable domain'],
  freeMail: ['free email address', 'free email addresses'],
  page: ['page on another site', 'pages on other sites'],
  blank: ['blank row', 'blank rows'],
};

/** The rows that are skipped, by reason: those that a person may want to mend come first. */
export function toSkippedGroups({ column, triage }: SelectedColumn): readonly SkippedGroup[] {
  const groups: Record<Reason, ListedCell[]> = { name: [], unusable: [], freeMail: [], page: [], blank: [] };
  for (const { row, input } of triage.rows) {
    if (input.is === 'blank') groups.blank.push({ row, column, text: '' });
    else if (input.is === 'problem' && !(triage.looksLikeNames && mayBeName(input))) {
      const isName = mayBeName(input) && !triage.isOther;
      groups[isName ? 'name' : reasonOf(input.error.code)].push({ row, column, text: toSkippedCellText(input) });
    }
  }
  return (Object.keys(REASONS) as Reason[]).flatMap((reason) => {
    const cells = groups[reason];
    return cells.length === 0 ? [] : [{ title: count(cells.length, ...REASONS[reason]), cells }];
  });
}

/** A cell of the panel needs no formula that searches its domain: a button does that for all of them. */
function toSkippedCellText({ error, given }: Extract<Input, { readonly is: 'problem' }>): string {
  if (traitsOf(error).mayBeName === true) return given;
  const sentence = sentenceInPanel(error);
  return sentence.includes(given) ? sentence : `${given}: ${sentence}`;
}

function reasonOf(code: string): Reason {
  if (code === 'inputIsFreeMail') return 'freeMail';
  return code === 'inputIsPage' ? 'page' : 'unusable';
}

/** A cell that a person may want to see. Rows and columns count from 0. */
export interface ListedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
