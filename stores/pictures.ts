/** A picture of a store's form, in `stores/pictures` unless it is one of the add-in's own. */
export interface StorePicture {
  /** The path from the project's folder. */
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly use: string;
}

/** A screenshot's contents and caption. */
export interface Screenshot {
  /** The end of its file's name. */
  readonly id: 'enriching' | 'explore' | 'spending';
  readonly title: string;
  readonly lines: readonly string[];
}

/** https://developers.google.com/workspace/marketplace/create-listing */
export const GOOGLE_SCREENSHOT_PX = { width: 1_280, height: 800 } as const;
export const GOOGLE_BANNER_PX = { width: 220, height: 140 } as const;
/** https://learn.microsoft.com/partner-center/marketplace-offers/craft-effective-appsource-store-images */
export const MICROSOFT_SCREENSHOT_PX = { width: 1_366, height: 768 } as const;
/** For Microsoft's form, and for Google's consent screen. */
export const LOGO_SIZES_PX = [300, 120] as const;

const FOLDER = 'stores/pictures';

export const SCREENSHOTS: readonly Screenshot[] = [
  {
    id: 'enriching',
    title: 'Fill a whole column',
    lines: ['Select your companies', 'See the price before you pay', 'Pause, resume and undo'],
  },
  {
    id: 'explore',
    title: 'Explore a company',
    lines: ['Facts, technologies and partners', 'Who else uses a technology', 'Insert what you find'],
  },
  {
    id: 'spending',
    title: 'Keep your credits in sight',
    lines: ['A daily limit for each file', 'The price before each enrichment', 'Recalculating within 30 days is free'],
  },
];

const LISTED_ICON_SIZES_PX = [32, 128] as const;

export function bannerPath(): string {
  return `${FOLDER}/google-banner.png`;
}

export function logoPath(sizePx: number): string {
  return `${FOLDER}/logo-${sizePx}.png`;
}

export function screenshotPath(store: 'google' | 'microsoft', id: string): string {
  return `${FOLDER}/${store}-${id}.png`;
}

export const GOOGLE_PICTURES: readonly StorePicture[] = [
  ...LISTED_ICON_SIZES_PX.map((sizePx) => ({
    path: `excel-addin/assets/icon-${sizePx}.png`,
    ...{ widthPx: sizePx, heightPx: sizePx, use: 'Application icon' },
  })),
  { path: logoPath(120), widthPx: 120, heightPx: 120, use: 'Logo of the consent screen' },
  {
    path: bannerPath(),
    ...{ widthPx: GOOGLE_BANNER_PX.width, heightPx: GOOGLE_BANNER_PX.height, use: 'Application card banner' },
  },
  ...toPictures('google', GOOGLE_SCREENSHOT_PX),
];

export const MICROSOFT_PICTURES: readonly StorePicture[] = [
  { path: logoPath(300), widthPx: 300, heightPx: 300, use: 'Logo' },
  ...toPictures('microsoft', MICROSOFT_SCREENSHOT_PX),
];

function toPictures(
  store: 'google' | 'microsoft',
  { width: widthPx, height: heightPx }: { readonly width: number; readonly height: number },
): readonly StorePicture[] {
  return SCREENSHOTS.map(({ id, title, lines }) => ({
    path: screenshotPath(store, id),
    ...{ widthPx, heightPx, use: `Screenshot: ${title}. ${lines.join('. ')}.` },
  }));
}
