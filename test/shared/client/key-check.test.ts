import { askForVerdict } from '../../../shared/client/key';
import { runSync } from '../../../shared/task';
import { json, MemoryHost } from '../../fakes/memory-host';

const check = (host: MemoryHost) => runSync(askForVerdict(), host.performers);

it('a key is good where the service looks for the company and finds none', () => {
  const host = new MemoryHost(() => json(404, { detail: { error: 'company_not_found', message: 'No.' } }));
  expect(check(host)).toEqual({ is: 'works' });
  expect(host.requests.map(({ path }) => path)).toEqual(['/companies/key-check.invalid']);
});

it.each([
  [json(401, { error: 'invalid_api_key' }), 'refused', 'keyRefused'],
  [json(403, { error: 'key_missing_org_association' }), 'refused', 'keyHasNoOrganization'],
  [json(404, { detail: 'Not Found' }), 'untested', 'routeMissing'],
  [json(500, {}), 'untested', 'serviceFailed'],
  [{ ok: false, reason: 'unreachable' } as const, 'untested', 'unreachable'],
])('%j says that the key is %s', (exchange, is, code) => {
  expect(check(new MemoryHost(() => exchange))).toMatchObject({ is, why: { code } });
});
