import { count } from '../errors/count-in-panel';
import type { Stuck } from './plan-reconnect';
import type { Reconnected } from './reconnect';

const STUCK: Readonly<Record<Stuck, string>> = {
  foreign: 'it calls other functions too. Enter it yourself',
  lacking: 'it uses something that this program lacks. Enter it another way',
  changed: 'cells that it filled have changed. Clear them, then reconnect again',
  unclear: 'values beside it may belong to the formula above them. Enter it yourself',
  repeated: 'cells beside it have the same formula. Enter it once, in the first one',
  protected: 'protected cell',
  refused: 'the cell was just edited, or cannot hold it',
};
const MOST_TOLD = 10;

/** Says which formulas were reconnected, and why others were not. */
export function toReconnectedText({ reconnected, stuck }: Reconnected): string {
  if (reconnected === 0 && stuck.length === 0) return 'No formula in this file needs to be reconnected.';
  const lines = stuck.slice(0, MOST_TOLD).map(({ why, place }) => `• ${place}: ${STUCK[why]}`);
  const more = stuck.length - lines.length;
  return [
    reconnected === 0 ? 'No formula was reconnected.' : `${count(reconnected, 'formula', 'formulas')} reconnected.`,
    ...(lines.length === 0
      ? []
      : [count(stuck.length, 'formula stays as it is:', 'formulas stay as they are:'), ...lines]),
    ...(more > 0 ? [`• and ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}
