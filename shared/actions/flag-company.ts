import { flagCompany as toFlagRequest, MAX_FLAG_LENGTH } from '../client/resources/companies';
import { readFlag, type Flag } from '../client/resources/flags';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import { askFor } from './send-action';

/**
 * Reports to Trace that its data on a company is wrong. Throws `flagTooLong` before anything is sent.
 *
 * @param description optional; `''` for none
 */
export async function flagCompany(ports: ActionPorts, identifier: string, description: string): Promise<Flag> {
  const text = description.trim();
  const length = [...text].length;
  if (length > MAX_FLAG_LENGTH) throw new TraceError('flagTooLong', { length, limit: MAX_FLAG_LENGTH });
  const unknown = new TraceError('companyUnknown', { identifier });
  return readFlag(await askFor(ports, toFlagRequest(identifier, text), unknown));
}
