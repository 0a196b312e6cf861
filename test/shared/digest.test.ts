import { fnv1a } from '../../shared/digest';

/** http://www.isthe.com/chongo/src/fnv/test_fnv.c, for texts of ASCII. */
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('FNV-1a of %j', (text, hash) => {
  expect(fnv1a(text) >>> 0).toBe(hash);
});

it('another seed makes another hash', () => {
  expect(fnv1a('a', 0x01234567)).not.toBe(fnv1a('a'));
});
