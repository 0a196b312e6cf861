/** What manifests say about the add-ons. The stores' forms have the same words. */
export const PRODUCT = {
  /** What people call it, as menus, buttons and guides do. */
  name: 'Trace',
  /** Must resemble the publisher's name in Microsoft's form. */
  publisher: 'Trace',
  locale: 'en-US',
  short: 'See the technologies and partners of companies. Needs a Trace account. Lookups cost credits.',
} as const;

/**
 * The same in Partner Center and in the manifest, which Microsoft compares. A name may end with the program that it is
 * for: https://learn.microsoft.com/legal/marketplace/certification-policies#1100-general.
 */
export const MICROSOFT_TITLE = 'Trace: company technologies for Excel';
