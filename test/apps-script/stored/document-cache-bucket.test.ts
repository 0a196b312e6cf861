import { addToBucket, type CacheBucket, readBucket, toCacheValue } from '../../../apps-script/stored/document-cache';

function bucketOf(...entries: readonly (readonly [key: string, text: string, expiresAtMs: number])[]): CacheBucket {
  const bucket: CacheBucket = new Map();
  for (const [key, text, expiresAtMs] of entries) addToBucket(bucket, key, text, expiresAtMs);
  return bucket;
}

const keysIn = (value: string, nowMs = 0): readonly string[] => [...readBucket(value, nowMs).keys()];

it('what was written is read', () => {
  const value = toCacheValue(bucketOf(['a', '["é",1]', 50], ['b', '{}', 60]));
  expect([...readBucket(value, 0)]).toEqual([
    ['a', { expiresAtMs: 50, text: '["é",1]' }],
    ['b', { expiresAtMs: 60, text: '{}' }],
  ]);
});

it('each entry has a time of its own', () => {
  expect(keysIn(toCacheValue(bucketOf(['a', '1', 50], ['b', '1', 60])), 50)).toEqual(['b']);
});

it('a newer text takes the place of an older one', () => {
  const value = toCacheValue(bucketOf(['a', 'old', 50], ['b', '1', 60], ['a', 'new', 70]));
  expect([...readBucket(value, 0)].map(([key, { text }]) => [key, text])).toEqual([
    ['b', '1'],
    ['a', 'new'],
  ]);
});

it.each([
  ['nothing', '', []],
  ['an entry that is cut off', 'a\n50', []],
  ['a time that is none', 'a\nsoon\n{}', []],
  ['a whole entry before one that is cut off', 'a\n50\n{}\nb\n60', ['a']],
])('of %s', (_name, value, keys) => {
  expect(keysIn(value)).toEqual(keys);
});

it('a text with a line break is left out, since its neighbours could not be told from it', () => {
  expect(keysIn(toCacheValue(bucketOf(['a', '1', 50], ['b', 'x\ny', 60])))).toEqual(['a']);
});

it.each([
  ['ASCII', 'x'.repeat(60_000), 1],
  ['two bytes a letter', 'é'.repeat(30_000), 2],
  ['three bytes a letter', '日'.repeat(20_000), 3],
  ['four bytes for two units', '😀'.repeat(15_000), 4],
])('of two texts of 60,000 bytes (%s) the older is left out', (_name, text) => {
  const value = toCacheValue(bucketOf(['older', text, 50], ['newer', text, 60]));
  expect(keysIn(value)).toEqual(['newer']);
});

it('a value is never longer than Google takes, and fills it', () => {
  const entries = Array.from({ length: 300 }, (_entry, index) => [`key ${index}`, 'é日😀x'.repeat(100), 50] as const);
  const bytes = Buffer.byteLength(toCacheValue(bucketOf(...entries)));
  expect({ fits: bytes <= 102_400, fills: bytes > 101_000 }).toEqual({ fits: true, fills: true });
});

it('one text that is too long alone is left out, and its neighbours stay', () => {
  const value = toCacheValue(bucketOf(['a', '1', 50], ['long', 'x'.repeat(102_400), 60], ['b', '1', 60]));
  expect(keysIn(value)).toEqual(['a', 'b']);
});
