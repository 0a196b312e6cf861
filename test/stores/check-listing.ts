import { readFileSync, statSync } from 'node:fs';
import { GOOGLE_MOST, MICROSOFT_MOST } from '../../stores/limits';
import { GOOGLE_PICTURES, MICROSOFT_PICTURES, SCREENSHOTS, type StorePicture } from '../../stores/pictures';
import { DESCRIPTION, GOOGLE, MICROSOFT, PRODUCT, SCOPES, COMBINED_REASON } from '../../stores/texts';

/** In Microsoft's form: https://learn.microsoft.com/partner-center/marketplace-offers/create-effective-office-store-listings. */
const MOST_KEYWORDS = 3;
const MOST_CATEGORIES = 3;
/** In each form. */
const MOST_SCREENSHOTS = 5;
/** https://learn.microsoft.com/partner-center/marketplace-offers/craft-effective-appsource-store-images */
const MOST_BYTES = 1_024 * 1_024;

/** One text of a form and how long it may be. */
interface LimitedText {
  readonly field: string;
  readonly text: string;
  /** In characters. */
  readonly most: number;
}

/** Everything that the stores' forms hold, so that a test can plant mistakes. */
export interface Listing {
  readonly product: typeof PRODUCT | Readonly<Record<keyof typeof PRODUCT, string>>;
  readonly description: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly combinedReason: string;
  readonly google: { readonly title: string };
  readonly microsoft: {
    readonly title: string;
    readonly categories: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly pictures: readonly StorePicture[];
}

export const LISTING: Listing = {
  product: PRODUCT,
  description: DESCRIPTION,
  scopes: SCOPES,
  combinedReason: COMBINED_REASON,
  google: GOOGLE,
  microsoft: MICROSOFT,
  pictures: [...GOOGLE_PICTURES, ...MICROSOFT_PICTURES],
};

const MARKS = /\b(Google|Gmail|Sheets|Workspace|Microsoft|Excel|Office)\b/i;

/**
 * What a store would send back, a sentence each.
 *
 * @param askedScopes of appsscript.json
 */
export function checkListing(listing: Listing, askedScopes: readonly string[]): readonly string[] {
  const { product, description, scopes, combinedReason, google, microsoft, pictures } = listing;
  const explained = Object.keys(scopes);
  return [
    ...checkLengths([
      { field: 'Google’s name', text: google.title, most: GOOGLE_MOST.name },
      { field: 'Microsoft’s name', text: microsoft.title, most: MICROSOFT_MOST.name },
      { field: 'The combined reason', text: combinedReason, most: GOOGLE_MOST.scope },
      {
        field: 'The short description',
        text: product.short,
        most: Math.min(GOOGLE_MOST.short, MICROSOFT_MOST.summary),
      },
      {
        field: 'The description',
        text: description,
        most: Math.min(GOOGLE_MOST.description, MICROSOFT_MOST.description),
      },
      { field: 'Google’s category', text: GOOGLE.category, most: 100 },
      ...microsoft.keywords.map((text) => ({ field: `The keyword ${text}`, text, most: MICROSOFT_MOST.keyword })),
      ...Object.entries(scopes).map(([scope, text]) => ({ field: scope, text, most: GOOGLE_MOST.scope })),
    ]),
    ...(MARKS.test(google.title) ? ['Google’s name has a mark of Google or Microsoft in it'] : []),
    ...(MARKS.test(microsoft.title.replace(/ for Excel$/, '')) ? ['Microsoft’s name has a mark before its end'] : []),
    ...[google.title, microsoft.title]
      .filter((title) => !/\w+.* \w+/.test(title))
      .map((title) => `${title} is too generic`),
    ...explained
      .filter((scope) => !combinedReason.includes(scope.replace(/.*\//, '')))
      .map((scope) => `The combined reason has nothing about ${scope}`),
    ...(description.includes(product.short) ? ['The description repeats the short one'] : []),
    ...(/account/.test(description) && /cost/.test(description)
      ? []
      : ['The description hides the account or its cost']),
    ...askedScopes.filter((scope) => !explained.includes(scope)).map((scope) => `${scope} is not explained`),
    ...explained
      .filter((scope) => !askedScopes.includes(scope))
      .map((scope) => `${scope} is explained, and not asked for`),
    ...(microsoft.keywords.length > MOST_KEYWORDS ? [`There are more than ${MOST_KEYWORDS} keywords`] : []),
    ...(microsoft.categories.length > MOST_CATEGORIES ? [`There are more than ${MOST_CATEGORIES} categories`] : []),
    ...(SCREENSHOTS.length > MOST_SCREENSHOTS ? [`There are more than ${MOST_SCREENSHOTS} screenshots`] : []),
    ...pictures.flatMap(checkPicture),
  ];
}

/** Texts that are empty or too long, a sentence each. */
function checkLengths(texts: readonly LimitedText[]): readonly string[] {
  return texts
    .filter(({ text, most }) => text.trim() === '' || text.length > most)
    .map(({ field, text, most }) => `${field} has ${text.length} characters, of 1 to ${most}`);
}

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Sizes are read from the header: https://www.w3.org/TR/png-3/#11IHDR. */
function checkPicture({ path, widthPx, heightPx }: StorePicture): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return [`${path} is missing`];
  const head = readFileSync(path);
  if (head.length < 24 || head.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) return [`${path} is no PNG`];
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  return [
    ...(width === widthPx && height === heightPx
      ? []
      : [`${path} is ${width} × ${height} px, not ${widthPx} × ${heightPx}`]),
    ...(stat.size <= MOST_BYTES ? [] : [`${path} is larger than 1,024 KB`]),
  ];
}
