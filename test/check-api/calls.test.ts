import { CALLS } from '../../check-api/calls/calls';
import { FALL_BACKS } from '../../check-api/calls/fall-backs';
import { OPERATIONS } from '../../shared/api';

const NAMES = OPERATIONS.map(({ name }) => name).sort();

describe('every operation of the client', () => {
  it('has one call', () => {
    expect(CALLS.map(({ operation }) => operation.name).sort()).toEqual(NAMES);
  });

  it('has its fall-back named where it is assumed', () => {
    const assumed = OPERATIONS.filter(({ standing }) => standing === 'assumed');
    expect(assumed.filter(({ name }) => !(name in FALL_BACKS))).toEqual([]);
  });
});
