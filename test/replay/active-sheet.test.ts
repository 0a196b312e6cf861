import { answering, ORIGIN } from '../../bench/sheets-service';
import { SheetsClock } from '../fakes/apps-script/clock';
import { toActive } from './active-sheet';
import { AddonRealm, bundleAddon } from './addon-realm';
import { ModelApi } from './model-api';
import { openSpreadsheet } from './spreadsheet-state';
import type { Sheet } from './workbook';

/** A call of Google's that the stand-in lacks makes each formula ask for itself, which nothing else would show. */
test('formulas below each other are asked together', async () => {
  const addon = new AddonRealm(await bundleAddon());
  const api = new ModelApi();
  const state = openSpreadsheet(new SheetsClock(api.nowMs), ORIGIN, 300);
  const http = answering(api);
  addon.rpc('setKey', ['trace_demo', 'anotherAccount'], state, http);
  const sheet: Sheet = { inputs: ['company-1.example', 'company-2.example'], columns: ['name'], form: 'bare' };
  const shown = sheet.inputs.map((input, row) => {
    const active = toActive(sheet, { input, formula: 'name', sheet: 0, row, column: 0 });
    return addon.formula('TRACE_COMPANY', [input, 'name'], 'owner', state, http, active).value;
  });
  expect({ shown, requests: api.log.length }).toEqual({ shown: ['Company 1', 'Company 2'], requests: 1 });
});
