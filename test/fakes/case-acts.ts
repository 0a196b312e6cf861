import { TraceError } from '../../shared/errors/trace-error';
import type { GridValue } from '../../shared/enrich/sheet/cell-values';
import type { RecordRow } from '../../shared/enrich/sheet/ports';
import type { Summary } from '../../shared/enrich/summary';
import { Crash } from './bulk-drive';
import type { Network, RunCase, Step, Wanted } from './run-case';

/** What a user does to the sheet. Rows and columns count from 0. */
type Deed =
  | 'reverse the rows'
  | 'sort the rows'
  | 'close the page'
  | 'undo on another page'
  | 'resume on another page'
  | { readonly types: GridValue; readonly row: number; readonly column: number }
  | { readonly makes: 'merged' | 'rich' | 'formatted'; readonly row: number; readonly column: number }
  | { readonly copies: number; readonly onto: number }
  | { readonly duplicates: number };

/** The steps of a case, in order. */
export type Act =
  | { readonly run: Wanted }
  | { readonly resume: { readonly rest?: number } }
  | 'undo'
  | 'press Pause'
  /** Applies from now on. */
  | { readonly service: Network }
  /** Someone edits the sheet of the record. */
  | { readonly edits: (record: readonly RecordRow[]) => readonly RecordRow[] }
  | { readonly does: Deed }
  /** Once, while something runs: right before the n-th such step; the first by default. */
  | { readonly does: Deed; readonly before: Step; readonly nth?: number };

/** How a start, a resumption or an undo ended, and what the panel says then. */
export interface Ended {
  readonly is: string;
  /** `null`: there is no enrichment any more. */
  readonly summary: Summary | null;
  /** In credits. */
  readonly used: number | null;
}

/** @returns the results of steps that end */
export async function perform(played: RunCase, act: Act): Promise<readonly Ended[]> {
  if (act === 'press Pause') played.grid.wish = 'pause';
  else if (act === 'undo') return [await end(played, async () => toUndoneText(await played.undo()))];
  else if ('service' in act) played.network = act.service;
  else if ('edits' in act) played.grid.record = act.edits(played.grid.record!).map((row) => [...row]);
  else if ('does' in act) await doWhen(played, act);
  else {
    const ended = await end(played, async () => {
      const { is, why } = await ('run' in act ? played.begin(act.run) : played.goOn(act.resume));
      return why === null ? is : `${is} ${why.code}`;
    });
    played.grid.wish = 'goOn';
    played.before = () => undefined;
    return [ended];
  }
  return [];
}

/** Such as `undone 3, 1 edited, 2 left`. */
function toUndoneText({ restored, edited, unrestored, noPlace, why }: Awaited<ReturnType<RunCase['undo']>>): string {
  const rest = [
    ...(edited > 0 ? [`${edited} edited`] : []),
    ...unrestored.map((cell) => cell.why),
    ...noPlace.map(() => 'no place'),
    ...(why === null ? [] : [why.code]),
  ];
  return [`undone ${restored}`, ...rest].join(', ');
}

async function end(played: RunCase, act: () => Promise<string>): Promise<Ended> {
  const is = await act().catch((thrown: unknown) => {
    if (thrown instanceof Crash) return 'closed';
    if (thrown instanceof TraceError) return `refused ${thrown.code}`;
    throw thrown;
  });
  played.before = () => undefined;
  const found = await played.reopen();
  if (found.is !== 'enrichment') return { is, summary: null, used: null };
  const { summary, spent } = found.enrichment;
  return { is, summary, used: spent.used };
}

function doWhen(played: RunCase, act: Extract<Act, { readonly does: Deed }>): Promise<unknown> | void {
  if (!('before' in act)) return doNow(played, act.does);
  const { does, before, nth = 1 } = act;
  let seen = 0;
  played.before = (step) => {
    if (step !== before) return;
    seen += 1;
    if (seen !== nth) return;
    played.before = () => undefined;
    return doNow(played, does);
  };
}

function doNow(played: RunCase, does: Deed): Promise<unknown> | void {
  const { grid } = played;
  switch (does) {
    case 'reverse the rows':
      return void grid.rows.push(...grid.rows.splice(1).reverse());
    case 'sort the rows':
      return void grid.rows.push(...grid.rows.splice(1).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
    case 'close the page':
      throw new Crash();
    case 'undo on another page':
      return played.undo();
    case 'resume on another page':
      return played.goOn();
    default:
  }
  if ('types' in does) grid.at(does.row, does.column).value = does.types;
  else if ('duplicates' in does)
    grid.rows.splice(
      does.duplicates,
      0,
      grid.rows[does.duplicates]!.map((cell) => ({ ...cell })),
    );
  else if ('copies' in does) {
    for (const row of grid.rows.keys()) grid.at(row, does.onto).value = grid.at(row, does.copies).value;
    grid.anchors.copied(does.copies, does.onto);
  } else if (does.makes === 'formatted') grid.at(does.row, does.column).format = '0.00';
  else grid.at(does.row, does.column)[does.makes] = true;
}

function nameOf([first]: readonly { readonly value: GridValue }[]): string {
  return String(first!.value);
}
