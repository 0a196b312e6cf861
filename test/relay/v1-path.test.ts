import { isV1Path } from '../../relay/v1-path';

it.each([
  '/v1/credits',
  '/v1/companies/batch',
  '/v1/companies/stripe.com',
  '/v1/companies/b%C3%BCcher.example/technologies',
  '/v1/companies/a%20b',
  '/v1/companies/a+b',
  '/v1/companies/..stripe',
  '/v1/companies/stripe..com',
  '/v1/v1/x',
])('%s is passed on', (path) => {
  expect(isV1Path(path)).toBe(true);
});

it.each([
  ['nothing', ''],
  ['the root', '/'],
  ['no name below /v1', '/v1'],
  ['an empty name', '/v1/'],
  ['an empty name at the end', '/v1/companies/'],
  ['an empty name in between', '/v1//evil'],
  ['another host', '//evil.example/v1/x'],
  ['another version', '/v2/x'],
  ['a longer version', '/v10/x'],
  ['capitals', '/V1/x'],
  ['an encoded version', '/%761/x'],
  ['/v1 further down', '/x/v1/x'],
  ['no slash in front', 'v1/x'],
  ['this folder', '/v1/./x'],
  ['the folder above', '/v1/../x'],
  ['the folder above at the end', '/v1/x/..'],
  ['the folder above, encoded', '/v1/%2e%2e/x'],
  ['the folder above, encoded in capitals', '/v1/%2E%2E/x'],
  ['the folder above, half encoded', '/v1/.%2e/x'],
  ['the folder above, encoded twice', '/v1/%252e%252e/x'],
  ['the folder above with a space behind', '/v1/..%20/x'],
  ['the folder above with a parameter', '/v1/..;/x'],
  ['the folder above with an encoded parameter', '/v1/..%3Ba=b/x'],
  ['an encoded slash', '/v1/a%2fb'],
  ['an encoded slash in capitals', '/v1/a%2Fb'],
  ['an encoded slash with the folder above', '/v1/..%2f..%2fx'],
  ['a backslash', '/v1/..\\x'],
  ['an encoded backslash', '/v1/..%5cx'],
  ['an encoded percent sign', '/v1/a%25b'],
  ['a zero byte', '/v1/x%00'],
  ['a line break', '/v1/x%0d%0ay'],
  ['the delete character', '/v1/x%7f'],
  ['an encoding that is cut off', '/v1/x%'],
  ['an encoding of no character', '/v1/%ff'],
  ['an overlong encoding of a dot', '/v1/%c0%ae%c0%ae/x'],
])('%s is refused', (_name, path) => {
  expect(isV1Path(path)).toBe(false);
});
