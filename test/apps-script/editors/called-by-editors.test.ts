import { buildAddon } from '../../fakes/apps-script/built-addon';
import { findTopLevelFunctions } from '../../fakes/apps-script/top-level';
import { believed, callAsEditor, LIMIT, SPENT, spendsFromNow, useFileOfOwner } from '../spending/file-of-owner';
import { companies } from '../open-world';
import { requests, world } from '../spreadsheet';

/**
 * `google.script.run` calls any function of the script by its name, even `TRACE_TECH`, as the user who has the page
 * open: with that user's properties, not with those of the file's owner.
 */

useFileOfOwner();

const ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  ['company-50.example'],
  ['company-50.example', 'company-51.example'],
  [companies(20, 50)],
  ['/companies/company-50.example'],
];

it('no function sends anything, restarts what was spent, or lets formulas believe anything that is not theirs', async () => {
  const functions = findTopLevelFunctions((await buildAddon()).code).map(({ name }) => name);
  const before = await requests();
  const changed = functions.filter((name) => {
    const known = JSON.stringify(believed());
    for (const args of ARGUMENTS) callAsEditor(name, args);
    return JSON.stringify(believed()) !== known;
  });
  const sent = (await requests()) - before;
  expect({
    called: functions.length >= 18,
    changed,
    sent,
    spent: await spendsFromNow(),
  }).toEqual({ called: true, changed: [], sent: 0, spent: LIMIT - SPENT });
});

it('functions send nothing outside of cells, and answer what is saved', async () => {
  // Now the cache has the account.
  world.typeFormula('TRACE_COMPANY', ['company-1.example']);
  const sent = await requests();
  const saved = world.scriptRun('TRACE_COMPANY', ['company-1.example'], { as: 'editor' });
  const missing = world.scriptRun('TRACE_COMPANY', ['company-50.example'], { as: 'owner' });
  expect({ saved, missing, sent: (await requests()) - sent }).toEqual({
    saved: 'Company 1',
    missing: expect.stringContaining('Only a cell may calculate a formula.'),
    sent: 0,
  });
});
