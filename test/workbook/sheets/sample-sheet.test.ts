import { findByDomain } from '../../../sandbox/data/companies';
import { EXAMPLE_FACTS } from '../../../sandbox/data/example-facts';
import { makeSandboxHost } from '../../../docs/site/sandbox-host';
import { readFormulaCall, runAsync, TraceError, type Table } from '../../../shared/formulas';
import { callFunction, priceFormulas } from '../../../shared/runs';
import { CAUGHT, MISTAKES, MISTAKES_SHEET } from '../../../workbook/sheets/mistakes-sheet';
import { makeSampleWorkbook, MAIN_SHEET_ID, SAMPLE_COMPANIES } from '../../../workbook/sheets/sample-sheet';
import { EXAMPLES, exampleRows, TRY_THESE_SHEET } from '../../../workbook/sheets/try-these-sheet';

/** A formula with the cells that it names, in A of the sheet with the companies. */
function readCall(formula: string) {
  const call = readFormulaCall(formula.replace(/Companies!/g, ''));
  if (call === null) throw new Error(`${formula} is no single Trace formula`);
  const args = call.args.map((argument) => {
    if (argument.is === 'value') return argument.value;
    const cells = SAMPLE_COMPANIES.slice(argument.row - 2, argument.row - 2 + argument.rows);
    if (argument.column !== 1 || cells.length !== argument.rows) throw new Error('cells that the sheet does not have');
    return cells.map((cell) => [cell]);
  });
  return { id: call.id, args };
}

const host = makeSandboxHost();

async function answer(formula: string): Promise<Table> {
  const { id, args } = readCall(formula);
  return runAsync(callFunction(id, args), host);
}

function problemsIn(table: Table): readonly string[] {
  return table.flat().flatMap((cell) => (cell instanceof TraceError ? [cell.message] : []));
}

describe('the first sheet', () => {
  it('has fifty different companies that the sandbox tracks, with facts written by hand', () => {
    expect(new Set(SAMPLE_COMPANIES).size).toBe(50);
    const known = SAMPLE_COMPANIES.filter((domain) => EXAMPLE_FACTS.has(findByDomain(domain)?.slug ?? ''));
    expect(known).toEqual(SAMPLE_COMPANIES);
  });

  it('shows what is commonly known about them', async () => {
    const [stripe] = await answer('=TRACE_COMPANY("stripe.com","name, employee_count, country")');
    const [ikea] = await answer('=TRACE_COMPANY("ikea.com","name, employee_count, country")');
    expect({ stripe, ikea }).toEqual({
      stripe: ['Stripe', 8500, 'United States'],
      ikea: ['IKEA', 216_000, 'Netherlands'],
    });
  });

  it('shows no problem, and no blank beside a company', async () => {
    const formulas = Object.values(makeSampleWorkbook().sheets?.[MAIN_SHEET_ID]?.cellData ?? {}).flatMap((row) =>
      Object.values(row as Record<number, { readonly f?: string }>).flatMap(({ f }) => (f === undefined ? [] : [f])),
    );
    const tables = await Promise.all(formulas.map(answer));
    expect(formulas).toHaveLength(300);
    expect(tables.flatMap(problemsIn)).toEqual([]);
    expect(formulas.filter((_formula, at) => tables[at]?.flat().includes(''))).toEqual([]);
  });
});

describe('Try these', () => {
  it.each(EXAMPLES)('$formula is answered, in the room that it has', async ({ formula, rows, columns }) => {
    const table = await answer(formula);
    expect(problemsIn(table)).toEqual([]);
    expect(table.flat().some((cell) => cell !== '')).toBe(true);
    expect({
      fitsRows: table.length <= rows,
      fitsColumns: Math.max(...table.map((row) => row.length)) <= columns,
    }).toEqual({ fitsRows: true, fitsColumns: true });
  });

  it.each(EXAMPLES)('$formula says what it costs: $costs', ({ formula, costs }) => {
    const { credits, openFormulas } = priceFormulas([readCall(formula)]);
    expect({ credits, openFormulas }).toEqual({
      credits: costs === 'free' ? 0 : Number.parseInt(costs, 10),
      openFormulas: 0,
    });
  });

  it('leaves a blank row after the room of each', () => {
    const ends = exampleRows().map((row, index) => row + (EXAMPLES[index]?.rows ?? 0));
    expect(exampleRows().slice(1)).toEqual(ends.slice(0, -1).map((end) => end + 1));
    expect(TRY_THESE_SHEET.rowCount).toBeGreaterThan(ends.at(-1) ?? 0);
  });
});

describe('Mistakes', () => {
  it.each(MISTAKES)('%s has the sentence that its cell gets', async (formula) => {
    const shown = await answer(formula).then(problemsIn, (error: Error) => [error.message]);
    const row = Object.values(MISTAKES_SHEET.cellData ?? {}).find((cells) => cells[0].v === formula);
    expect(shown).toEqual([row?.[2].v]);
    expect(shown[0]).toMatch(/\w{3}.*\.$/);
  });

  it('shows how to have a text of one’s own instead', async () => {
    expect(await answer(CAUGHT)).toEqual([['?']]);
  });
});
