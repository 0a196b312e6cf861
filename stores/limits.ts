/**
 * How many characters each store accepts. Google: https://developers.google.com/workspace/marketplace/create-listing.
 * Microsoft: https://learn.microsoft.com/partner-center/marketplace-offers/create-effective-office-store-listings; if
 * its pages differ, the shorter length.
 */
export const GOOGLE_MOST = { name: 50, short: 200, description: 16_000, scope: 1_000 } as const;
export const MICROSOFT_MOST = { name: 50, summary: 100, description: 4_000, keyword: 30 } as const;
