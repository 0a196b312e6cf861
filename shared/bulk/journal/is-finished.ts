import { parseJson, readObject } from '../../client/json';
import { HEAD } from './part-names';

/** Whether the run of a journal is done, as far as its head says; one that is being undone is not. */
export function isFinished(parts: ReadonlyMap<string, string>): boolean {
  const head = readObject(parseJson(parts.get(HEAD) ?? ''));
  return head?.['isFinished'] === true && head['isUndoing'] !== true;
}
