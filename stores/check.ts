import { readFileSync, statSync } from 'node:fs';
import { checkLengths, GOOGLE_MOST, MICROSOFT_MOST, MOST_CATEGORIES, MOST_KEYWORDS, MOST_SCREENSHOTS } from './limits';
import {
  GOOGLE_PICTURES,
  MICROSOFT_PICTURES,
  MICROSOFT_SCREENSHOT_BYTES,
  SCREENSHOTS,
  type StorePicture,
} from './pictures';
import { DESCRIPTION, GOOGLE, MICROSOFT, PRODUCT, SCOPES } from './texts';

/** Everything that the stores' forms hold, so that a test can plant mistakes. */
export interface Listing {
  readonly product: typeof PRODUCT | Readonly<Record<keyof typeof PRODUCT, string>>;
  readonly description: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly microsoft: {
    readonly categories: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly pictures: readonly StorePicture[];
}

export const LISTING: Listing = {
  product: PRODUCT,
  description: DESCRIPTION,
  scopes: SCOPES,
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
  const { product, description, scopes, microsoft, pictures } = listing;
  const explained = Object.keys(scopes);
  return [
    ...checkLengths([
      { field: 'The name', text: product.name, most: Math.min(GOOGLE_MOST.name, MICROSOFT_MOST.name) },
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
    ...(MARKS.test(product.name) ? ['The name has a mark of Google or Microsoft in it'] : []),
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
    ...(stat.size <= MICROSOFT_SCREENSHOT_BYTES ? [] : [`${path} is larger than 1,024 KB`]),
  ];
}
