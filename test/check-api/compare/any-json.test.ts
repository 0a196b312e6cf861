import fc from 'fast-check';
import { compare } from '../../../check-api/compare/compare';
import { observe } from '../../../check-api/compare/observe';
import { CONTRACT } from '../../../check-api/shapes/contract';
import { times } from '../../setup/chance';

const SHAPES = Object.values(CONTRACT).map(({ body }) => body);

describe('whatever the service answers', () => {
  it('a body differs in nothing from the shape that was observed of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(compare(observe(body), observe(body), 'assumed').differences).toEqual([]);
      }),
      { numRuns: times(1_000) },
    );
  });

  it('it can be compared with every part of our own contract', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), fc.jsonValue(), (shape, body) => {
        expect(() => compare(shape, observe(body), 'assumed')).not.toThrow();
      }),
      { numRuns: times(1_000) },
    );
  });

  it('a body of nothing but brackets is read', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
    expect(compare(observe(deep), observe(deep), 'assumed').differences).toEqual([]);
  });
});
