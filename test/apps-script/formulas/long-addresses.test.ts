import { requests, useSpreadsheets, world } from '../spreadsheet';

/** Google sends addresses of up to 2 KB: https://developers.google.com/apps-script/guides/services/quotas. */

useSpreadsheets();

const TOO_LONG = /^#TRACE: The query has [\d,]+ characters, and up to 1,800 can be sent\. Shorten it\.$/;

it.each([
  '=TRACE_SEARCH(A1)',
  '=TRACE_SEARCH("shop",,"industry="&A1)',
  '=TRACE_TECH_SEARCH(A1)',
  '=TRACE_TECH_COMPANIES(A1)',
  '=TRACE_VENDOR_COMPANIES(A1)',
  '=TRACE_LIST("lst_1",,"search="&A1)',
])('%s of a text that is longer says so, sends nothing, and uses up no limit', async (formula) => {
  world.callRpc('setListsAllowed', [true]);
  world.callRpc('setOwnerLimit', [100]);
  const grid = world.state.sheets[0]!;
  grid.enter('A1', 'long '.repeat(390));
  grid.enter('B1', formula);
  world.calculate();
  const { value } = world.callRpc('spending') as { readonly value: { readonly formulasToday: number } };
  expect({ shown: grid.value({ row: 1, column: 2 }), spent: value.formulasToday, sent: await requests() }).toEqual({
    shown: expect.stringMatching(TOO_LONG),
    spent: 0,
    sent: 0,
  });
});
