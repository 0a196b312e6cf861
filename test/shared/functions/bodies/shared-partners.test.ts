import fc from 'fast-check';
import type { Partner, PartnersRecord } from '../../../../shared/client/resources/partnerships';
import { isSamePartner } from '../../../../shared/functions/bodies/same-partner';
import { sharedOf } from '../../../../shared/functions/bodies/shared-partners';

const name = fc.record({
  domain: fc.constantFrom(null, 'a.com', 'b.com', 'WWW.a.com'),
  slug: fc.constantFrom(null, 'a', 'b', 'A'),
});
const list = fc.array(name, { maxLength: 4 });
const recordOf = (names: readonly object[]): PartnersRecord =>
  ({ company: {}, count: names.length, partners: names }) as unknown as PartnersRecord;

it('long lists are compared as pairs are', () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const verdicts = left.map((one) => {
        const same = right.map((other) => isSamePartner(one, other));
        return same.includes(true) ? true : same.includes(null) ? null : false;
      });
      const { partners, isWhole } = sharedOf(recordOf(left), recordOf(right));
      expect(partners).toEqual(left.filter((_one, index) => verdicts[index] === true) as unknown as Partner[]);
      expect(isWhole).toBe(!verdicts.includes(null));
    }),
  );
});
