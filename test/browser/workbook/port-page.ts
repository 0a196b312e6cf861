import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import type { Undone } from '../../../shared/enrich/undo/undo';
import type { BulkHost } from '../../../shared/ports';
import { builtOnce } from '../../fakes/built-once';
import type { Ended } from '../../fakes/ended';
import { keepColumn } from './kept-workbook';
import { WorkbookPage } from './workbook-page';

/** What the script below gives the page. */
interface BulkPort {
  readonly host: BulkHost;
  /**
   * Plans over column A and runs; `killAt`: after the first request, what asks for that effect gets no answer any more, and
   * `null` is told when all else that the run has begun has come to its end.
   */
  start(choices: readonly Choice[], killAt?: string): Promise<Ended | null>;
  resume(): Promise<Ended>;
  undo(): Promise<Undone>;
  hidden(rows: number): Promise<number[]>;
  /** Called before each effect. */
  before: (ask: string) => void;
}

let script: Promise<string> | null = null;

/**
 * The panel's own port and engine beside the panel, since what the panel shows of them is not what is tried here. They work on
 * the page's real `Excel`, `Office` and databases.
 */
export async function addBulkPort(workbook: WorkbookPage): Promise<void> {
  script ??= readScript();
  // The page has it only with its panel, which comes after the first answer.
  await workbook.page.waitForFunction(() => 'Excel' in globalThis);
  await workbook.page.evaluate(await script);
}

async function readScript(): Promise<string> {
  return readFile(join(await builtOnce('bulk-port', SOURCES, buildScript), 'port.js'), 'utf8');
}

async function buildScript(outDir: string): Promise<void> {
  await build({
    stdin: { contents: SCRIPT, resolveDir: process.cwd(), loader: 'ts' },
    outfile: join(outDir, 'port.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
}

/** What the script below is made of, and itself. */
const SOURCES = [
  'shared',
  'excel-addin',
  'test/fakes/watched-ports.ts',
  'test/fakes/ended.ts',
  'test/browser/workbook/port-page.ts',
];

const FIELDS = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'slug' },
] as const;

/** A workbook with so many companies of the sandbox in column A, all selected. */
export async function openLeads(context: BrowserContext, origin: string, rows: number): Promise<WorkbookPage> {
  const domains = Array.from({ length: rows }, (_row, at) => `company-${at + 1}.example`);
  const workbook = await WorkbookPage.open(context, origin, async (page) => {
    await page.goto(`${origin}/favicon.svg`);
    await page.evaluate(keepColumn, ['Domain', ...domains]);
  });
  await selectCells(workbook, `A1:A${rows + 1}`);
  workbook.forgetRequests();
  return workbook;
}

/** Such a workbook with {@link addBulkPort}. */
export async function openWithPort(context: BrowserContext, origin: string, rows: number): Promise<WorkbookPage> {
  const workbook = await openLeads(context, origin, rows);
  await addBulkPort(workbook);
  return workbook;
}

/**
 * A sheet of its own for a test, with so many companies of the sandbox in column A, all selected.
 * @param first the number of the first company @returns its name
 */
export async function openSheet(workbook: WorkbookPage, rows: number, first = 1): Promise<string> {
  const domains = Array.from({ length: rows }, (_row, at) => [`company-${first + at}.example`]);
  const name = await workbook.page.evaluate(
    (cells) => {
      const open = (globalThis as unknown as SheetsPage).univerAPI.getActiveWorkbook();
      const sheet = open.insertSheet(undefined, { sheet: { rowCount: Math.max(1_000, cells.length + 200) } });
      sheet.getRange(`A1:A${cells.length}`).setValues(cells);
      open.setActiveSheet(sheet);
      return sheet.getSheetName();
    },
    [['Domain'], ...domains],
  );
  await selectCells(workbook, `A1:A${rows + 1}`);
  return name;
}

/** Shows a sheet that is there. */
export async function showSheet(workbook: WorkbookPage, name: string): Promise<void> {
  await workbook.page.evaluate((sheetName) => {
    const open = (globalThis as unknown as SheetsPage).univerAPI.getActiveWorkbook();
    open.setActiveSheet(open.getSheetByName(sheetName)!);
  }, name);
}

/** What only these two use of the grid's scripting facade. */
interface SheetsPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      insertSheet(name: undefined, options: { sheet: { rowCount: number } }): NewSheet;
      getSheetByName(name: string): NewSheet | null;
      setActiveSheet(sheet: NewSheet): void;
    };
  };
}

interface NewSheet {
  getSheetName(): string;
  getRange(address: string): { setValues(values: string[][]): void };
}

export async function selectCells(workbook: WorkbookPage, address: string): Promise<void> {
  await workbook.page.evaluate((range) => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    univerAPI.getActiveWorkbook().getActiveSheet().getRange(range).activate();
  }, address);
}

/** The page's globals, as far as these tests use them. */
export interface BulkGlobals {
  readonly bulkPort: BulkPort;
  readonly univerAPI: {
    undo(): Promise<boolean>;
    addEvent(event: 'CommandExecuted', listen: (command: { readonly id: string }) => void): { dispose(): void };
    getActiveWorkbook(): {
      getSheets(): {
        getSheetId(): string;
        getSheetName(): string;
        getRange(address: string): { getFormulas(): string[][] };
      }[];
      getActiveSheet(): {
        getRange(address: string): {
          activate(): void;
          getValues(): unknown[][];
          getFormulas(): string[][];
          setFormulas(formulas: string[][]): void;
          setValues(values: unknown[][]): void;
          sort(column: { column: number; ascending: boolean }): void;
          createFilter(): { setColumnFilterCriteria(column: number, criteria: object): void } | null;
        };
        getSheetId(): string;
        hideRows(row: number, count: number): void;
        insertRows(row: number, count: number): void;
        insertColumns(column: number, count: number): void;
      };
    };
  };
}

export const startRun = (workbook: WorkbookPage, killAt?: string) =>
  workbook.page.evaluate(
    async ({ fields, kill }) => {
      const { bulkPort } = globalThis as unknown as BulkGlobals;
      const end = await bulkPort.start(fields, kill);
      return end === null ? null : { is: end.is, why: end.why?.message ?? null, used: end.enrichment.spent.used };
    },
    { fields: FIELDS, kill: killAt },
  );

export const formulaOf = (workbook: WorkbookPage, address: string): Promise<string> =>
  workbook.page.evaluate((range) => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    return univerAPI.getActiveWorkbook().getActiveSheet().getRange(range).getFormulas()[0]?.[0] ?? '';
  }, address);

/** As one text, since the browser's driver looks at each value of a table. */
export async function valuesOf(workbook: WorkbookPage, address: string): Promise<unknown[][]> {
  const text = await workbook.page.evaluate((range) => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    return JSON.stringify(univerAPI.getActiveWorkbook().getActiveSheet().getRange(range).getValues());
  }, address);
  return JSON.parse(text) as unknown[][];
}

/** What a run writes beside them. */
export const companyRows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_row, at) => [
    `company-${from + at}.example`,
    `Company ${from + at}`,
    `company-${from + at}`,
  ]);

const SCRIPT = `
import { makeBulkHost } from './excel-addin/bulk/bulk-host';
import { watched } from './test/fakes/watched-ports';
import { planRun, startEnrichment, toRunPorts, triage } from './shared/runs';
import { keepEnrichment, resumeEnrichment, undoEnrichment } from './shared/enrich/enrichment';
import { withNumbers } from './test/fakes/ended';

const host = makeBulkHost();
const NEVER = new Promise(() => undefined);

function drive(errand, killAt, killed = () => undefined) {
  let isAsked = false;
  let isKilled = false;
  let open = 0;
  // What an end leads to is asked for before the next turn of the page.
  const ended = () => setTimeout(() => isKilled && open === 0 && killed());
  const watch = async ({ ask }, act) => {
    if (ask === 'http') isAsked = true;
    if (ask === killAt && isAsked) {
      isKilled = true;
      ended();
      await NEVER;
    }
    bulkPort.before(ask);
    open += 1;
    try {
      return await act();
    } finally {
      open -= 1;
      ended();
    }
  };
  const person = { wish: () => 'goOn', tell: () => undefined };
  return errand(toRunPorts(watched(host.ports, watch), person));
}

async function start(choices, killAt) {
  await drive(keepEnrichment);
  const selection = await host.selection();
  const { sheet, rows } = selection;
  const block = await host.ports.sheet.read({ sheet, row: 0, rows, columns: [0], withFormats: false });
  const { header, rows: inputs } = triage(block.columns[0].values.map((value) => [value]), 0);
  const request = { sheet, inputColumn: 0, headerRow: header?.row ?? null, rows: inputs, choices, where: 'newColumns',
    mode: 'onlyEmpty', isOverwriteConfirmed: false, withHidden: true };
  const plan = await drive((ports) => planRun(ports, request));
  const agreed = { cap: null, quoted: 0, maxAgeMs: 30 * 86400000 };
  const run = async (ports) => withNumbers(ports, await startEnrichment(ports, plan, agreed));
  return killAt === undefined ? drive(run) : new Promise((end, fail) => drive(run, killAt, () => end(null)).then(end, fail));
}

async function hidden(rows) {
  const { sheet } = await host.selection();
  const block = await host.ports.sheet.read({ sheet, row: 0, rows, columns: [0], withFormats: false });
  return [...block.hidden];
}

globalThis.bulkPort = { host, start, hidden, before: () => undefined,
  resume: () => drive(async (ports) => withNumbers(ports, await resumeEnrichment(ports, { rest: 100000 }))),
  undo: () => drive(undoEnrichment) };
`;
