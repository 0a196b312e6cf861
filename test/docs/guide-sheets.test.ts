import { readFileSync } from 'node:fs';
import { SECTIONS } from '../../docs/site/contents';
import { toGuidePage } from '../../docs/site/guide-page';
import { toGuide } from '../../docs/site/guides';
import { answerSheets } from '../../docs/site/sheets/sheet-blocks';
import { readTypedSheet } from '../../docs/site/sheets/typed-sheet';
import { type Cell, type FormulaArgument, isDay, readFormulaCall, type Table, TraceError } from '../../shared/formulas';
import { SandboxHost } from '../fakes/sandbox-host';

interface Block {
  readonly file: string;
  readonly text: string;
  /** What the blocks above it on its page have typed into the one sheet of the page. */
  readonly above: string;
}

const read = (file: string): string => readFileSync(`docs/${file}.md`, 'utf8');
const FILES = SECTIONS.flatMap(({ pages: files }) => files).filter((file) => read(file).includes('```sheet\n'));

const BLOCKS: readonly Block[] = FILES.flatMap((file) =>
  [...read(file).matchAll(/```sheet\n([\s\S]*?)```/g)].map(([, text = ''], index, blocks) => ({
    file,
    text,
    above: blocks
      .slice(0, index)
      .map(([, earlier = '']) => earlier)
      .join('\n'),
  })),
);

/** Formulas within sentences, beside the sheets. The cells that they refer to are in the sheets of their page. */
const INLINE = ['quick-start', 'values', 'names'].flatMap((file) =>
  [...read(file).matchAll(/`(=TRACE_[A-Z_]+\([^`]*\))`/g)].map(([, formula = '']) => ({ file, formula })),
);
/** Without the quotes of the language that it explains. */
const WITH_SEMICOLONS = '=TRACE_TECH(A2:A6;;"top=3")';

/** The pages with sheets, by their files. */
const pages = new Map<string, string>();
beforeAll(async () => {
  for (const file of FILES) pages.set(file, toGuidePage(toGuide(file, read(file), await answerSheets(read(file)))));
});

it('these guides have sheets', () => {
  expect(FILES).toEqual(['quick-start', 'values', 'spending']);
});

it.each(BLOCKS)('what the page $file shows is what another host answers: $text', async ({ file, text, above }) => {
  const { texts, formulas } = readTypedSheet(text);
  const cells = new Map<string, Cell>([...readTypedSheet(above).texts, ...texts]);
  const host = new SandboxHost();
  for (const { place, formula } of formulas) put(cells, place, await answer(host, formula, cells));
  const shown = sheetsOf(file).find((sheet) => formulas.every(({ formula }) => sheet.formulas.includes(formula)));
  expect(shown?.cells.filter(([place]) => cells.has(place))).toEqual(
    [...cells]
      .map(([place, cell]) => [place, toText(cell)])
      .filter(([place]) => shown?.places.has(place!))
      .sort(byPlace),
  );
});

it.each(BLOCKS)('answers of $file are no problems, and not all the same: $text', async ({ file, text, above }) => {
  const { formulas } = readTypedSheet(text);
  const { texts } = readTypedSheet(`${above}\n${text}`);
  const sheet = sheetsOf(file).find((one) => formulas.every(({ formula }) => one.formulas.includes(formula)));
  const answers = sheet!.cells.filter(([place, shown]) => !texts.has(place) && shown !== '').map(([, shown]) => shown);
  expect(answers.filter((shown) => shown.startsWith('#'))).toEqual([]);
  expect(new Set(answers).size).toBeGreaterThan(1);
});

it.each(INLINE.filter(({ formula }) => formula !== WITH_SEMICOLONS))(
  '$formula in $file shows answers and no problem',
  async ({ formula }) => {
    const column = ['stripe.com', 'shopify.com', 'slack.com', 'zendesk.com', 'airtable.com', 'notion.so', 'figma.com'];
    const cells = new Map<string, Cell>();
    [...column, 'datadoghq.com'].forEach((domain, index) => {
      cells.set(`A${index + 2}`, domain);
      cells.set(`B${index + 2}`, index === 0 ? 'shopify.com' : 'hubspot.com');
    });
    const table = await answer(new SandboxHost(), formula, cells);
    expect(table.flat().filter((cell) => cell instanceof TraceError)).toEqual([]);
    expect(table.flat().some((cell) => cell !== '')).toBe(true);
  },
);

it('a formula with semicolons is read like the one with commas', () => {
  expect(readFormulaCall(WITH_SEMICOLONS)).toEqual(readFormulaCall('=TRACE_TECH(A2:A6,,"top=3")'));
});

function answer(host: SandboxHost, formula: string, cells: ReadonlyMap<string, Cell>): Promise<Table> {
  const call = readFormulaCall(formula);
  if (call === null) throw new Error(`not one call of a Trace function: ${formula}`);
  return host.ask(call.id, ...call.args.map((argument) => toValue(argument, cells)));
}

function toValue(argument: FormulaArgument, cells: ReadonlyMap<string, Cell>): unknown {
  if (argument.is === 'value') return argument.value;
  const { row, rows, column, columns } = argument;
  if (columns !== 1) throw new Error('guides name one column at a time');
  return Array.from({ length: rows }, (_row, below) => [cells.get(`${' ABCD'[column]}${row + below}`) ?? '']);
}

function put(cells: Map<string, Cell>, place: string, table: Table): void {
  const [letter, row] = [place.charCodeAt(0), Number(place.slice(1))];
  table.forEach((line, below) =>
    line.forEach((cell, right) => cells.set(`${String.fromCharCode(letter + right)}${row + below}`, cell)),
  );
}

function toText(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof TraceError) return cell.message;
  return typeof cell === 'object' && isDay(cell) ? cell.day : String(cell);
}

interface ShownSheet {
  readonly formulas: readonly string[];
  readonly places: ReadonlySet<string>;
  readonly cells: readonly (readonly [place: string, shown: string])[];
}

/** The sheets that a page shows, read from its HTML. */
function sheetsOf(file: string): readonly ShownSheet[] {
  const html = pages.get(file) ?? '';
  return [...html.matchAll(/<figure>([\s\S]*?)<\/figure>/g)].map(([, sheet = '']) => {
    const formulas = [...sheet.matchAll(/<p class="formula">.*?<code>(.*?)<\/code>/g)].map(([, text = '']) =>
      plain(text),
    );
    const rows = [...sheet.matchAll(/<tr><th scope="row">\d+<\/th>(.*?)<\/tr>/g)];
    const cells = rows.flatMap(([, row = ''], below) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(
        ([, text = ''], right) => [`${'ABCDEFGH'[right]}${below + 1}`, plain(text)] as const,
      ),
    );
    return { formulas, cells, places: new Set(cells.map(([place]) => place)) };
  });
}

function plain(html: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (all, name: string) => names[name] ?? all);
}

function byPlace([one]: readonly (string | undefined)[], [other]: readonly (string | undefined)[]): number {
  const row = (place = ''): number => Number(place.slice(1));
  return row(one) - row(other) || (one ?? '').localeCompare(other ?? '');
}
