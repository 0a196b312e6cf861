import type { ErrorCode } from '../../../shared/errors/codes';
import { RARE_SENTENCES } from '../../../shared/errors/sentences/rare';
import { traitsOf } from '../../../shared/errors/traits';

it('no problem of a rare function is remembered: what tells of it later may not have loaded its sentence', () => {
  const codes = Object.keys(RARE_SENTENCES) as ErrorCode[];
  expect(codes.filter((code) => traitsOf({ code }).remembered !== undefined)).toEqual([]);
});
