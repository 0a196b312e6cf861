import { SheetsClock } from '../test/fakes/apps-script/clock';
import { AS_REPORTED } from '../test/fakes/apps-script/service-times';
import { toActive } from '../test/replay/active-sheet';
import { AddonRealm, bundleAddon } from '../test/replay/addon-realm';
import { ModelApi } from '../test/replay/model-api';
import { openSpreadsheet } from '../test/replay/spreadsheet-state';
import type { Sheet } from '../test/replay/workbook';
import { numbered } from './service';
import { answering, ORIGIN } from './sheets-service';
import { against, type Table } from './table';

const FORMULAS = 5_000;
const ROUNDS = 20;
const ROUND_MS = 71 * 60_000;
/** Each of so many may be the first to find no account in the cache. */
const AT_ONCE = 30;
const CALLS_A_DAY = 50_000;
const COLUMN = 1_000;
const FORMULA_MS = 30_000;
const CLAIMED_EVERY_MS = 5_000;
const ACCOUNT = 'trace|!account';

/** Counts how much formulas use of Google's daily quotas and of its 30 s. */
export async function benchSheetsQuotas(): Promise<Table> {
  const addon = new AddonRealm(await bundleAddon());
  const { properties, perWarm } = countDay(addon);
  const { written, items, tookMs } = saveColumn(addon);
  const seconds = tookMs / 1_000;
  return {
    title: "Google Sheets: Google's quotas",
    note: `${FORMULAS.toLocaleString('en')} formulas are calculated ${ROUNDS} times in one day, ${ROUND_MS / 60_000} minutes apart: the account, kept for 10 minutes, has expired each time, and the first ${AT_ONCE} runs of a round all look it up themselves. One formula saves the column of ${COLUMN.toLocaleString('en')}, on a clock where each cached value takes as long as reported for a single one.`,
    head: ['', 'Trace', 'budget', 'one read per formula'],
    rows: [
      ['calls to Google of a formula whose answer is saved', String(perWarm), against(perWarm, 1), '2'],
      [
        'calls of the properties in a day',
        properties.toLocaleString('en'),
        against(properties, CALLS_A_DAY),
        (FORMULAS * ROUNDS).toLocaleString('en'),
      ],
      ['values written for a cold column', written.toLocaleString('en'), against(written, items), ''],
      ['seconds until they are', seconds.toFixed(1), against(seconds, FORMULA_MS / 1_000, ' s'), ''],
    ],
  };
}

function open(addon: AddonRealm, count: number) {
  const api = new ModelApi();
  const clock = new SheetsClock(api.nowMs);
  const state = openSpreadsheet(clock, ORIGIN, 1_000);
  const http = answering(api);
  addon.rpc('setKey', ['trace_demo', 'anotherAccount'], state, http);
  addon.rpc('setPolicy', [{ mode: 'freely' }], state, http);
  const sheet: Sheet = { inputs: [...numbered(count)], columns: ['name'], form: 'bare' };
  const calculate = (row: number): number => {
    api.nowMs = clock.nowMs();
    const input = sheet.inputs[row]!;
    const active = toActive(sheet, { input, formula: 'name', sheet: 0, row, column: 0 });
    const { value, calls } = addon.formula('TRACE_COMPANY', [input, 'name'], 'owner', state, http, active);
    if (value !== `Company ${row + 1}`) throw new Error(`row ${row + 1} shows ${String(value)}`);
    return calls;
  };
  return { clock, state, calculate };
}

function countDay(addon: AddonRealm): { readonly properties: number; readonly perWarm: number } {
  const { clock, state, calculate } = open(addon, FORMULAS);
  const { owner } = state.propertyCalls;
  // Starts at the beginning of a day.
  clock.advance(86_400_000 - (clock.nowMs() % 86_400_000));
  let perWarm = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let row = 0; row < FORMULAS; row += 1) {
      if (row < AT_ONCE) state.documentCache.remove(ACCOUNT);
      const calls = calculate(row);
      // Not counting `getDocumentCache`, which is a local call.
      if (round === 1 && row === FORMULAS - 1) perWarm = calls - 1;
    }
    clock.advance(ROUND_MS);
  }
  return { properties: owner.made, perWarm };
}

function saveColumn(addon: AddonRealm): { readonly written: number; readonly items: number; readonly tookMs: number } {
  const { clock, state, calculate } = open(addon, COLUMN);
  Object.assign(state.times, AS_REPORTED);
  const [startMs, before] = [clock.nowMs(), state.documentCache.written];
  calculate(0);
  const isOfAnswers = (name: string): boolean => /^trace\|\d/.test(name);
  const items = state.documentCache.texts().filter((text, at) => at % 2 === 0 && isOfAnswers(text)).length;
  const tookMs = clock.nowMs() - startMs;
  // Three items are for the call that it leaves, and one is for its account. It renews its claim of the turn while it
  // saves, so that no other formula fetches the same.
  const others = 4 + Math.ceil(tookMs / CLAIMED_EVERY_MS);
  return { written: state.documentCache.written - before, items: items + others, tookMs };
}
