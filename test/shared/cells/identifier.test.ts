import fc from 'fast-check';
import { isEmailAddress, isSlug, readDomain } from '../../../shared/cells/identifier';
import { anyAddress } from '../../setup/any-address';
import { times } from '../../setup/chance';

const withWww = (domain: string): string => `www.www.${domain}`;

describe('the domain in a text', () => {
  it.each([
    ['stripe.com', 'stripe.com'],
    ['  Stripe.COM  ', 'stripe.com'],
    ['www.stripe.com', 'stripe.com'],
    ['www.www.stripe.com', 'stripe.com'],
    ['www.com', 'www.com'],
    ['https://www.www.com/', 'www.com'],
    ['https://www.stripe.com/pricing?x=1#top', 'stripe.com'],
    ['HTTP://stripe.com:8080', 'stripe.com'],
    ['//stripe.com', 'stripe.com'],
    ['stripe.com/a@b', 'stripe.com'],
    ['sean.o’neil@stripe.com', 'stripe.com'],
    ['sean.o‘neil@stripe.com', 'stripe.com'],
    ['sean.o´neil@stripe.com', 'stripe.com'],
    ['jean‑luc@stripe.com', 'stripe.com'],
    ['jean‐luc@stripe.com', 'stripe.com'],
    ['✉ann@stripe.com', 'stripe.com'],
    ['•ann@stripe.com', 'stripe.com'],
    ['\u202aann@stripe.com', 'stripe.com'],
    ['https://user:secret@stripe.com/', 'stripe.com'],
    ['docs.stripe.com', 'docs.stripe.com'],
    ['\u200bstripe.\u00adcom\ufeff', 'stripe.com'],
    ['stripe.com.', 'stripe.com'],
    ['ann@stripe.com', 'stripe.com'],
    ['mailto:Ann@Stripe.com?subject=hi', 'stripe.com'],
    ['jörg.müller@stripe.com', 'stripe.com'],
    ['ann+sales@stripe.com', 'stripe.com'],
    ['Ann Lee <ann@stripe.com>', 'stripe.com'],
    ['"Lee, Ann M." <Ann@Stripe.com>', 'stripe.com'],
    ['<ann@stripe.com>', 'stripe.com'],
    ['Ann Lee <mailto:ann@stripe.com>', 'stripe.com'],
    ['müller.de', 'xn--mller-kva.de'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['https://stripe.com\\path', 'stripe.com'],
  ])('%s names %s', (text, domain) => {
    expect(readDomain(text)).toBe(domain);
  });

  it.each([
    ['stripe'],
    [''],
    ['Acme Corp'],
    ['acme corp.com'],
    ['-stripe.com'],
    ['stripe-.com'],
    ['stripe..com'],
    ['.com'],
    ['192.168.0.1'],
    ['a_b.com'],
    ['http://'],
    ['#N/A'],
    ['Loading...'],
    [`${'a'.repeat(64)}.com`],
    [`${'a.'.repeat(130)}com`],
    ['"stripe.com"'],
    ['stripe.com, shopify.com'],
    ['stripe.com, ask ann@shopify.com'],
    ['stripe.com - ann@shopify.com'],
    ['ann@stripe.com, joe@shopify.com'],
    ['ann@stripe.com;joe@shopify.com'],
    ['ann@stripe.com\njoe@shopify.com'],
    ['mailto:ann@stripe.com,joe@shopify.com'],
    ['ann@stripe.com@shopify.com'],
    ['Acme Inc, ann@shopify.com'],
    ['Ann <ann@stripe.com>, Joe <joe@shopify.com>'],
    ['Ann <ann@stripe.com> <joe@shopify.com>'],
    ['Ann <ann@stripe.com> of shopify.com'],
    ['shopify.com <ann@stripe.com>'],
    ['joe@shopify.com <ann@stripe.com>'],
    ['Ann <stripe.com>'],
    ['Ann <ann@stripe.com'],
    ['stripe.com|ann@shopify.com'],
    ['stripe.com，ann@shopify.com'],
    ['stripe.com、ann@shopify.com'],
    ['stripe.com：ann@shopify.com'],
    ['stripe.com→ann@shopify.com'],
  ])('%s names none', (text) => {
    expect(readDomain(text)).toBeNull();
  });

  it('is itself when it is read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.domain(), fc.domain().map(withWww), anyAddress, fc.emailAddress()),
        (text) => {
          const domain = readDomain(text);
          if (domain !== null) expect(readDomain(domain)).toBe(domain);
        },
      ),
      { numRuns: times(400) },
    );
  });
});

describe('slugs and e-mail addresses', () => {
  it.each([
    ['stripe', true],
    ['company-12', true],
    ['37signals', true],
    ['Stripe', false],
    ['stripe.com', false],
    ['a b', false],
    ['12', false],
    ['-a', false],
  ])('%s is a slug: %s', (text, expected) => {
    expect(isSlug(text)).toBe(expected);
  });

  it.each([
    ['ann@stripe.com', true],
    ['mailto:ann@stripe.com', true],
    ['https://ann@stripe.com', false],
    ['stripe.com', false],
  ])('%s is an e-mail address: %s', (text, expected) => {
    expect(isEmailAddress(text)).toBe(expected);
  });
});
