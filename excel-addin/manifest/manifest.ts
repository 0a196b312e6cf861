import { PRODUCT } from '../../stores/texts';
import type { ManifestSettings } from './settings';
import { RIBBON_SIZES_PX } from './settings';
import { textElement, toXmlText, xml, type Element } from './xml';

/**
 * The longest texts that Excel accepts; https://learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview.
 */
export const MANIFEST_TEXTS = {
  description: PRODUCT.short,
  getStarted: 'Type =TRACE_TECH(A2) beside a column of company domains, or open Trace and set your key.',
  openTooltip: 'Open the Trace panel: enrich the selected column, explore a company, set your key.',
  isReady: 'Trace is ready',
  open: 'Open Trace',
};

/** Element ids. A `resid` has at most 32 characters. */
const PANEL_URL = 'Taskpane.Url';
const SCRIPT_URL = 'Functions.Script.Url';
const METADATA_URL = 'Functions.Metadata.Url';

/**
 * The add-in's manifest. Panel and functions share one runtime, so the page's address has one id everywhere: with a
 * different id Excel silently runs the functions where they cannot reach the service
 * (https://github.com/OfficeDev/Excel-Custom-Functions/issues/351). Order of elements:
 * https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering.
 */
export function toManifest(settings: ManifestSettings): string {
  const { id, version, name, origin } = settings;
  return toXmlText(
    xml(
      'OfficeApp',
      {
        xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
        'xmlns:ov': 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
        'xsi:type': 'TaskPaneApp',
      },
      textElement('Id', id),
      textElement('Version', version),
      textElement('ProviderName', PRODUCT.publisher),
      textElement('DefaultLocale', PRODUCT.locale),
      xml('DisplayName', { DefaultValue: name }),
      xml('Description', { DefaultValue: MANIFEST_TEXTS.description }),
      xml('IconUrl', { DefaultValue: iconUrl(origin, 32) }),
      xml('HighResolutionIconUrl', { DefaultValue: iconUrl(origin, 64) }),
      xml('SupportUrl', { DefaultValue: `${origin}/docs/guides/support.html` }),
      xml('Hosts', {}, xml('Host', { Name: 'Workbook' })),
      xml(
        'Requirements',
        {},
        xml(
          'Sets',
          { DefaultMinVersion: '1.1' },
          // 1.1 would include Office LTSC 2021, where Microsoft does not support custom functions.
          xml('Set', { Name: 'SharedRuntime', MinVersion: '1.2' }),
          xml('Set', { Name: 'CustomFunctionsRuntime', MinVersion: '1.2' }),
        ),
      ),
      xml('DefaultSettings', {}, xml('SourceLocation', { DefaultValue: `${origin}/taskpane.html` })),
      textElement('Permissions', 'ReadWriteDocument'),
      toVersionOverrides(settings),
    ),
  );
}

function toVersionOverrides(settings: ManifestSettings): Element {
  return xml(
    'VersionOverrides',
    { xmlns: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides', 'xsi:type': 'VersionOverridesV1_0' },
    xml(
      'Hosts',
      {},
      xml(
        'Host',
        { 'xsi:type': 'Workbook' },
        xml('Runtimes', {}, xml('Runtime', { resid: PANEL_URL, lifetime: 'long' })),
        xml('AllFormFactors', {}, toFunctions(settings.namespace)),
        xml(
          'DesktopFormFactor',
          {},
          toGetStarted(),
          xml('FunctionFile', { resid: PANEL_URL }),
          toRibbon(),
          toCellMenu(),
        ),
      ),
    ),
    toResources(settings),
  );
}

function toFunctions(namespace: string | null): Element {
  return xml(
    'ExtensionPoint',
    { 'xsi:type': 'CustomFunctions' },
    xml('Script', {}, xml('SourceLocation', { resid: SCRIPT_URL })),
    xml('Page', {}, xml('SourceLocation', { resid: PANEL_URL })),
    xml('Metadata', {}, xml('SourceLocation', { resid: METADATA_URL })),
    namespace === null ? null : xml('Namespace', { resid: 'Functions.Namespace' }),
  );
}

function toGetStarted(): Element {
  return xml(
    'GetStarted',
    {},
    xml('Title', { resid: 'GetStarted.Title' }),
    xml('Description', { resid: 'GetStarted.Description' }),
    xml('LearnMoreUrl', { resid: 'GetStarted.LearnMoreUrl' }),
  );
}

/**
 * The Home tab may have fewer than six buttons of an add-in:
 * https://learn.microsoft.com/office/dev/add-ins/design/add-in-commands.
 */
function toRibbon(): Element {
  const label = xml('Label', { resid: 'Group.Label' });
  const group = xml('Group', { id: 'Trace.Group' }, label, toIcon(), toOpenButton('Trace.Open'));
  return xml('ExtensionPoint', { 'xsi:type': 'PrimaryCommandSurface' }, xml('OfficeTab', { id: 'TabHome' }, group));
}

function toCellMenu(): Element {
  return xml(
    'ExtensionPoint',
    { 'xsi:type': 'ContextMenu' },
    xml('OfficeMenu', { id: 'ContextMenuCell' }, toOpenButton('Trace.CellOpen')),
  );
}

/**
 * Excel itself opens the panel. A function of the page cannot: Excel ignores `showAsTaskpane` in add-ins from the
 * store (https://learn.microsoft.com/office/dev/add-ins/develop/show-hide-add-in).
 */
function toOpenButton(id: string): Element {
  return xml(
    'Control',
    { 'xsi:type': 'Button', id },
    xml('Label', { resid: 'Open.Label' }),
    xml('Supertip', {}, xml('Title', { resid: 'Open.Label' }), xml('Description', { resid: 'Open.Tooltip' })),
    toIcon(),
    xml('Action', { 'xsi:type': 'ShowTaskpane' }, xml('SourceLocation', { resid: PANEL_URL })),
  );
}

function toIcon(): Element {
  return xml(
    'Icon',
    {},
    ...RIBBON_SIZES_PX.map((size) => xml('bt:Image', { size: String(size), resid: `icon.${size}` })),
  );
}

function toResources({ origin, namespace }: ManifestSettings): Element {
  const url = (id: string, path: string): Element => xml('bt:Url', { id, DefaultValue: `${origin}/${path}` });
  const text = (id: string, value: string): Element => xml('bt:String', { id, DefaultValue: value });
  return xml(
    'Resources',
    {},
    xml(
      'bt:Images',
      {},
      ...RIBBON_SIZES_PX.map((size) => xml('bt:Image', { id: `icon.${size}`, DefaultValue: iconUrl(origin, size) })),
    ),
    xml(
      'bt:Urls',
      {},
      url(SCRIPT_URL, 'functions.js'),
      url(METADATA_URL, 'functions.json'),
      url(PANEL_URL, 'taskpane.html'),
      url('GetStarted.LearnMoreUrl', 'docs/index.html'),
    ),
    xml(
      'bt:ShortStrings',
      {},
      namespace === null ? null : text('Functions.Namespace', namespace),
      text('GetStarted.Title', MANIFEST_TEXTS.isReady),
      text('Group.Label', PRODUCT.name),
      text('Open.Label', MANIFEST_TEXTS.open),
    ),
    xml(
      'bt:LongStrings',
      {},
      text('GetStarted.Description', MANIFEST_TEXTS.getStarted),
      text('Open.Tooltip', MANIFEST_TEXTS.openTooltip),
    ),
  );
}

function iconUrl(origin: string, sizePx: number): string {
  return `${origin}/assets/icon-${sizePx}.png`;
}
