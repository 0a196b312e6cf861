import { specOf } from '../../catalogue/index';
import { priceOfUnsaved } from '../../credits/unsaved-price';
import type { RunPorts } from '../../enrich/sheet/ports';
import { unsavedOf } from '../explore/receipt';
import { toArguments, type Draft, type DraftArgument } from './draft';
import { toPrice, type CellValues, type DraftPrice } from './checked-draft';

/**
 * The price of a formula without what saved answers already hold: these are free. Sends nothing.
 *
 * @param most the price if nothing were saved
 */
export async function priceUnsaved(
  ports: RunPorts,
  draft: Draft,
  valuesOf: (argument: DraftArgument) => CellValues,
  most: DraftPrice,
): Promise<DraftPrice> {
  if (most.is === 'most' && most.credits === 0) return most;
  const args = toArguments(draft).map((argument) => (argument.is === 'text' ? argument.text : valuesOf(argument)));
  // Cells that cannot be read from here may hold anything, and a younger answer than the saved one is paid for.
  if (args.includes(null) || specOf(draft.id).headers > 0 || (draft.options.max_age ?? '') !== '') return most;
  const unsaved = await unsavedOf(ports, draft.id, args);
  return toPrice(priceOfUnsaved(unsaved, most.is === 'most' ? most.credits : null));
}
