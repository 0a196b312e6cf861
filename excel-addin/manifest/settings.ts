import { MICROSOFT_TITLE, PRODUCT } from '../../stores/texts';

/** The settings in which the two manifests differ. */
export interface ManifestSettings {
  /** Excel treats two add-ins with the same id as one. */
  readonly id: string;
  /** Four numbers: Excel on the web refused three (https://github.com/OfficeDev/Office-Addin-Scripts/issues/207). */
  readonly version: string;
  readonly name: string;
  /**
   * The prefix of the functions' names, as in `=DEV.TRACE_TECH(A2)`. `null`: none, and the element is left out, since
   * an empty one breaks Excel on Windows (https://github.com/OfficeDev/office-js/issues/869).
   */
  readonly namespace: string | null;
  /** The origin of pages, scripts and icons, without a path. */
  readonly origin: string;
}

export const ICON_SIZES_PX = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;
/** Icons of the ribbon; larger ones are for the store. */
export const RIBBON_SIZES_PX = ICON_SIZES_PX.filter((size) => size <= 80);

/** Never changes, because workbooks and the store identify the add-in by it. */
const PUBLISHED_ID = '2f6b8f0e-6f0d-4c58-9f43-0c1f5f3b7a11';
const DEVELOPMENT_ID = '7c1d2a54-3b8e-4f6a-8d2b-5e9f0a6c4d22';

/** The manifest that users install. */
export function publishedSettings(version: string, origin: string): ManifestSettings {
  return { id: PUBLISHED_ID, version: `${version}.0`, name: MICROSOFT_TITLE, namespace: null, origin };
}

/**
 * The manifest that developers sideload beside it. Without its own id and namespace, its functions would clash with
 * the published ones (https://github.com/OfficeDev/office-js/issues/4571).
 */
export function developmentSettings(version: string, origin: string): ManifestSettings {
  return {
    id: DEVELOPMENT_ID,
    version: `${version}.0`,
    name: `${PRODUCT.name} (development)`,
    namespace: 'DEV',
    origin,
  };
}
