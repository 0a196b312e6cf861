import { chance, mix, mixPair, seedOf, wholeBetween } from '../../../sandbox/data/chance';

describe('chance', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('makes the seed of "%s" as FNV-1a does', (text, seed) => {
    expect(seedOf(text)).toBe(seed);
  });

  it('mixes in order', () => {
    expect([mix(1, 2), mix(2, 1)]).toEqual([149770997, 3626752330]);
  });

  it('mixes a pair in any order', () => {
    expect([mixPair(1, 2), mixPair(2, 1)]).toEqual([149770997, 149770997]);
  });

  it('falls everywhere alike', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 100_000; seed += 1) {
      const tenth = Math.floor(chance(seed, 7) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths.filter((count) => count < 9_600 || count > 10_400)).toEqual([]);
  });

  it('reaches both ends and nothing beyond', () => {
    const drawn = new Set(Array.from({ length: 1000 }, (_, seed) => wholeBetween(seed, 3, 5, 8)));
    expect([...drawn].sort()).toEqual([5, 6, 7, 8]);
  });
});
