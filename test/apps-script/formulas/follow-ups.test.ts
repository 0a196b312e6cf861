import { AS_REPORTED } from '../../fakes/apps-script/service-times';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import { fillDown, shownIn } from './sheet-of-formulas';
import { charged, requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Lookups that follow from answers, such as those in place of a missing route, are asked together too. */

const ROWS = 60;

useSpreadsheets();

it.each([
  // One learns that there is no route, one asks for the name, and each pair is a list of its own.
  ['=TRACE_PARTNERED(A#,"stripe.com","partnered")', ROWS + 25],
  // The partners of all companies are one batch.
  ['=IFERROR(TRACE_SHARED_PARTNERS(A#,"stripe.com","name","headers=0;top=1"),"")', 25],
])('%s without its route is answered in the first calculation', async (formula, most) => {
  await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
  const grid = fillDown(world, ROWS, formula);
  await calculateTogether(world, { atOnce: 30, times: AS_REPORTED, apiTakesMs: [500, 1_000] });
  const [first, paid] = [await requests(), await charged()];
  const unanswered = shownIn(grid, 2, ROWS).filter((value) => String(value).startsWith('#'));
  expect({ unanswered, isFew: first <= most }).toEqual({ unanswered: [], isFew: true });
  grid.recalculate();
  world.calculate();
  expect({ requests: await requests(), charged: await charged() }).toEqual({ requests: first, charged: paid });
});
