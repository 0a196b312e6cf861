import { readProxies, toClientAddress } from '../../relay/client-address';

it.each([
  ['without a setting, a server on this machine is believed', '', '127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['also as an address of version 6', '', '::ffff:127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['also by the other address', '', '::1', '2001:db8::7', '2001:db8::7'],
  ['another machine is not', '', '10.0.0.5', '192.0.2.7', null],
  ['unless it is named', '10.0.0.5', '10.0.0.5', '192.0.2.7', '192.0.2.7'],
  ['or its network is', '192.168.0.0/16, 10.0.0.0/8', '10.1.2.3', '192.0.2.7', '192.0.2.7'],
  ['and then this machine is not', '10.0.0.5', '127.0.0.1', '192.0.2.7', null],
  ['what a client writes first counts for nothing', '', '127.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
  ['nor does a second server of ours', '127.0.0.1,10.0.0.5', '127.0.0.1', '192.0.2.7, 10.0.0.5', '192.0.2.7'],
  ['a port is left out', '', '127.0.0.1', '192.0.2.7:4711', '192.0.2.7'],
  ['a port of version 6 too', '', '127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['a server that names nobody', '', '127.0.0.1', '', null],
  ['a server that hides who asks', '', '127.0.0.1', 'unknown', null],
])('%s', (_name, setting, remote, forwarded, client) => {
  const proxies = readProxies(setting);
  expect(proxies && toClientAddress(remote, forwarded, proxies)).toBe(client);
});

it.each(['proxy.example', '10.0.0.0/33', '10.0.0', '10.0.0.5,', '::1/129', '/8'])('%s is no address', (setting) => {
  expect(readProxies(setting)).toBeNull();
});
