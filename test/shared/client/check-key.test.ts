import { checkKey } from '../../../shared/client/check-key';
import { runSync } from '../../../shared/task';
import { json, MemoryHost } from '../../fakes/memory-host';

const check = (host: MemoryHost) => runSync(checkKey(), host.performers);

it('a key is good where the service looks for the company and finds none', () => {
  const host = new MemoryHost(() => json(404, { detail: { error: 'company_not_found', message: 'No.' } }));
  expect(() => check(host)).not.toThrow();
  expect(host.requests.map(({ path }) => path)).toEqual(['/companies/key-check.invalid']);
});

it.each([
  [json(401, { error: 'invalid_api_key' }), 'keyRefused'],
  [json(403, { error: 'key_missing_org_association' }), 'keyHasNoOrganization'],
  [json(404, { detail: 'Not Found' }), 'routeMissing'],
  [json(500, {}), 'serviceFailed'],
  [{ ok: false, reason: 'unreachable' } as const, 'unreachable'],
])('%j is thrown as %s', (exchange, code) => {
  expect(() => check(new MemoryHost(() => exchange))).toThrow(expect.objectContaining({ code }));
});
