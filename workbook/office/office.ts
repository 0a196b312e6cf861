import { DocumentSettings, type SettingsGlobal } from './document-settings';
import { makeSettingsShelf, POLICY } from './settings-shelf';

/** The part of Microsoft's `Office` global that the functions and the panel ask. */
export interface OfficeGlobal {
  readonly context: {
    readonly document: { readonly settings: SettingsGlobal; readonly url: string };
    readonly requirements: { isSetSupported(name: string, version?: string): boolean };
    /** The prefix under which the browser keeps the key. */
    readonly partitionKey?: string;
    /** Whether the page comes with the only key that works here. */
    readonly hasFixedKey?: boolean;
  };
  onReady(callback?: (info: OfficeInfo) => void): Promise<OfficeInfo>;
}

interface OfficeInfo {
  readonly host: string;
  readonly platform: string;
}

/**
 * With version 1.4 a function may return a number with its format, which the grid can show. Of Excel's API it has what
 * the panel uses, up to 1.18.
 */
const MINOR: Readonly<Record<string, number>> = { CustomFunctionsRuntime: 4, ExcelApi: 18 };
/** As in Excel on the web: https://learn.microsoft.com/javascript/api/office#office-office-onready-function(1). */
const INFO: OfficeInfo = { host: 'Excel', platform: 'OfficeOnline' };

/**
 * No one pays for the sandbox's credits, so newcomers may fill down a thousand rows. The real service has the default
 * limit.
 */
const SANDBOX_SETTINGS = { [POLICY]: { mode: 'freely' } };

/**
 * Stands in for Microsoft's script, which the page does without: it would contact another server. Source:
 * https://learn.microsoft.com/javascript/api/office/office.requirementsetsupport.
 *
 * @param partitionKey keeps the real service's key and answers apart from the sandbox's
 */
export function makeOffice(partitionKey?: string, hasFixedKey = false): OfficeGlobal {
  const isSetSupported = (name: string, version = '1.1'): boolean => {
    const [major, minor] = version.split('.').map(Number);
    return major === 1 && (minor ?? 0) <= (MINOR[name] ?? -1);
  };
  const first = partitionKey === undefined ? SANDBOX_SETTINGS : {};
  const settings = new DocumentSettings(makeSettingsShelf(partitionKey ?? ''), first);
  const context = {
    // One workbook is open at this address.
    document: { settings, url: location.origin },
    requirements: { isSetSupported },
    hasFixedKey,
    ...(partitionKey === undefined ? {} : { partitionKey }),
  };
  const onReady = async (callback?: (info: OfficeInfo) => void): Promise<OfficeInfo> => {
    callback?.(INFO);
    return INFO;
  };
  return { context, onReady };
}
