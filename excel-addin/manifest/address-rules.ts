import { findAll, walk, type Node } from './node';

/** Reads a file of the add-in: the side of a square PNG in pixels, or `null` if there is none. */
export type IconSize = (path: string) => number | null;

/** https://learn.microsoft.com/javascript/api/manifest/icon: the other sizes are for sharper screens. */
const NEEDED_ICON_SIZES_PX = [16, 32, 80];
const STORE_ICON_SIZES_PX: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };
const ADDRESSES = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'];
const ORIGIN = /^[a-z]+:\/\/[^/]+/i;

/** The problems of addresses and of the pictures they point to. */
export function checkAddresses(root: Node, iconSize: IconSize): readonly string[] {
  const addresses = [
    ...walk(root)
      .filter(({ name, attributes }) => ADDRESSES.includes(name) && attributes['DefaultValue'] !== undefined)
      .map(({ attributes }) => attributes['DefaultValue'] ?? ''),
    ...findAll(root, 'AppDomain').map(({ text }) => text),
  ];
  const origins = new Set(addresses.map((address) => ORIGIN.exec(address)?.[0]));
  return [
    ...addresses.filter((address) => !/^https:\/\/[^/]/.test(address)).map((address) => `${address} is not https`),
    ...(origins.size > 1 ? ['pages, scripts and icons come from several hosts'] : []),
    // https://learn.microsoft.com/legal/marketplace/certification-policies (1120.1) requires a separate support page.
    ...findAll(root, 'SupportUrl').flatMap(({ attributes }) =>
      /support/i.test((attributes['DefaultValue'] ?? '').replace(ORIGIN, ''))
        ? []
        : ['SupportUrl is no page about support'],
    ),
    ...findAll(root, 'Icon').flatMap(checkSizes),
    ...findIcons(root).flatMap(([address, sizePx]) => {
      const found = iconSize(address.replace(ORIGIN, '').slice(1));
      if (found === sizePx) return [];
      return [
        `${address} is ${found === null ? 'missing, no PNG or not square' : `${found} px wide`}, not ${sizePx} px`,
      ];
    }),
  ];
}

function checkSizes({ children }: Node): readonly string[] {
  const sizes = children.map(({ attributes }) => Number(attributes['size']));
  return NEEDED_ICON_SIZES_PX.filter((size) => !sizes.includes(size)).map((size) => `an Icon has no size ${size}`);
}

/** Each picture with its required width. */
function findIcons(root: Node): readonly (readonly [address: string, sizePx: number])[] {
  const images = findAll(root, 'bt:Image');
  const addressOf = (resid: string | undefined): string =>
    images.find(({ attributes }) => attributes['id'] === resid)?.attributes['DefaultValue'] ?? '';
  return [
    ...Object.entries(STORE_ICON_SIZES_PX).flatMap(([name, sizePx]) =>
      findAll(root, name).map(({ attributes }) => [attributes['DefaultValue'] ?? '', sizePx] as const),
    ),
    ...findAll(root, 'Icon')
      .flatMap(({ children }) => children)
      .map(({ attributes }) => [addressOf(attributes['resid']), Number(attributes['size'])] as const),
  ];
}
