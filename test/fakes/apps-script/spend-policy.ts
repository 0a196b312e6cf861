import type { SheetsWorld } from './world';

/** Writes the setting as the add-on does when the owner chooses in the sidebar what formulas may spend. */
export function setSpendPolicy(world: SheetsWorld, policy: object): void {
  world.state.documentProperties.write('TRACE_POLICY_0', `1|test|${JSON.stringify(policy)}`);
  world.state.userProperties.owner.write(`TRACE_FILE_${world.state.spreadsheetId}`, JSON.stringify({ policy }));
}
