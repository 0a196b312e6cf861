import fc from 'fast-check';
import type { Partner, PartnersRecord } from '../../../../shared/client/resources/partnerships';
import { readDomain } from '../../../../shared/cells/identifier';
import { sharedOf } from '../../../../shared/functions/bodies/shared-partners';

type Names = Pick<Partner, 'domain' | 'slug'>;

const name = fc.record({
  domain: fc.constantFrom(null, 'a.com', 'b.com', 'WWW.a.com'),
  slug: fc.constantFrom(null, 'a', 'b', 'A'),
});
const list = fc.array(name, { maxLength: 4 });
const recordOf = (names: readonly object[]): PartnersRecord =>
  ({ company: {}, count: names.length, partners: names }) as unknown as PartnersRecord;

/** Whether two partners are one company; `null`: they share no kind of identifier. */
function isSamePartner(one: Names, other: Names): boolean | null {
  const domains = [one.domain, other.domain].map((domain) => readDomain(domain ?? ''));
  const slugs = [one.slug, other.slug].map((slug) => slug?.toLowerCase() ?? null);
  const told = [domains, slugs].filter((pair) => !pair.includes(null));
  return told.length === 0 ? null : told.some(([left, right]) => left === right);
}

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
