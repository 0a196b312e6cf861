import { SheetsClock } from '../test/fakes/apps-script/clock';
import type { SyncHttp } from '../test/fakes/apps-script/sync-http';
import type { HttpFate, HttpOrder } from '../test/fakes/apps-script/http-orders';
import { toActive } from '../test/replay/active-sheet';
import { AddonRealm, bundleAddon } from '../test/replay/addon-realm';
import { ModelApi } from '../test/replay/model-api';
import { openSpreadsheet } from '../test/replay/spreadsheet-state';
import type { FormulaForm, Sheet } from '../test/replay/workbook';
import { median } from './median';
import { numbered } from './service';
import { against, asRatio, inMs, type Table } from './table';

const TAKES_MS = 300;
export const ORIGIN = 'http://model';

/** A column of formulas filled down in Google Sheets, each in its own run, and the same again. */
export async function benchSheetsCells(): Promise<Table> {
  const addon = new AddonRealm(await bundleAddon());
  const rows: string[][] = [];
  for (const [count, budget, name, form] of [
    [1_000, 12, 'Trace', 'bare'],
    [1_000, 12, 'Trace in IFERROR', 'wrapped'],
    [10_000, 120, 'Trace', 'bare'],
  ] as const) {
    const { requests, networkMs, runMs, again } = measure(addon, count, form);
    const cells = `${count.toLocaleString('en')} cells`;
    const baselineMs = count * TAKES_MS;
    rows.push([
      `${cells}: ${name}`,
      String(requests),
      against(requests, budget),
      inMs(networkMs),
      '',
      inMs(runMs),
      String(again),
      against(again, 0),
    ]);
    if (form !== 'bare') continue;
    const slower = asRatio(baselineMs / networkMs);
    rows.push([`${cells}: one call per cell`, String(count), '', inMs(baselineMs), slower, '', String(count), '']);
  }
  return {
    title: 'Google Sheets: cold single cells',
    note: `Each fetch takes ${TAKES_MS} ms on a clock of the stand-in, however many requests it sends together; runs come one after the other (Google overlaps some 30). The last run of a formula whose answer is cached is real time, without Google's own.`,
    head: [
      '',
      'requests',
      'budget',
      'waiting for Trace',
      'to Trace',
      'a cached formula',
      'requests when recalculated',
      'budget',
    ],
    rows,
  };
}

function measure(addon: AddonRealm, count: number, form: FormulaForm) {
  const api = new ModelApi();
  const clock = new SheetsClock(api.nowMs);
  const state = openSpreadsheet(clock, ORIGIN, TAKES_MS);
  const http = answering(api);
  addon.rpc('setKey', ['trace_demo', 'anotherAccount'], state, http);
  addon.rpc('setPolicy', [{ mode: 'freely' }], state, http);
  const sheet: Sheet = { inputs: [...numbered(count)], columns: ['name'], form };
  const startMs = clock.nowMs();
  const times: number[] = [];
  const calculate = (): void => {
    sheet.inputs.forEach((input, row) => {
      const active = toActive(sheet, { input, formula: 'name', sheet: 0, row, column: 0 });
      const beganMs = performance.now();
      const { value } = addon.formula('TRACE_COMPANY', [input, 'name'], 'owner', state, http, active);
      times.push(performance.now() - beganMs);
      if (value !== `Company ${row + 1}`) throw new Error(`row ${row + 1} shows ${String(value)}`);
    });
  };
  calculate();
  const requests = api.log.length;
  const networkMs = clock.nowMs() - startMs;
  calculate();
  return { requests, networkMs, runMs: median(times), again: api.log.length - requests };
}

/** A network answered by the model API. */
export function answering(api: ModelApi): SyncHttp {
  return { send: (orders: readonly HttpOrder[]) => orders.map((order) => answer(api, order)) } as unknown as SyncHttp;
}

function answer(api: ModelApi, { url, method, body }: HttpOrder): HttpFate {
  const asked = body === null ? undefined : (JSON.parse(body) as unknown);
  const response = api.answer({ method, path: url.slice(ORIGIN.length), apiKey: 'trace_demo', body: asked });
  if (response === null) throw new Error('the model does not drop connections by itself');
  return { is: 'answered', status: response.status, headers: {}, body: Buffer.from(response.text) };
}
