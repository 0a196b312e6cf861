import { random } from '../client/ports';
import type { RunPorts } from './sheet/ports';

/** A new name for a run or a holder: lower-case letters and digits, at most 11. */
export async function newToken({ perform }: Pick<RunPorts, 'perform'>): Promise<string> {
  return Math.floor((await perform(random())) * 2 ** 52).toString(36);
}
