import { buildAddon } from '../fakes/apps-script/built-addon';
import { API_ORIGIN } from '../fakes/apps-script/host';
import { setSpendPolicy } from '../fakes/apps-script/spend-policy';
import { SheetsWorld } from '../fakes/apps-script/world';

/**
 * A spreadsheet with the add-on as it ships. Its runs share a realm: that nothing outlasts one is tested in `room.test`, and
 * contract tests give each run its own.
 *
 * @param origin where the Trace API is served
 * @param policy what formulas may spend; freely unless told
 */
export async function openWorld(origin: string, policy: object = { mode: 'freely' }): Promise<SheetsWorld> {
  const world = new SheetsWorld({ ...(await buildAddon()), origins: { [API_ORIGIN]: origin } });
  world.state.keepsRoom = true;
  setSpendPolicy(world, policy);
  return world;
}

/** Domains of the sandbox: `company-1.example` and so on, as a column of cells. */
export function companies(count: number, from = 1): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_row, index) => [`company-${from + index}.example`]);
}

/** What their names are. */
export function companyNames(count: number, from = 1): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_row, index) => [`Company ${from + index}`]);
}
