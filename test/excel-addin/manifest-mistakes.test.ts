import { checkManifest } from '../../excel-addin/manifest/check';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { readPngSize } from '../../excel-addin/manifest/png-size';
import { publishedSettings } from '../../excel-addin/manifest/settings';

const ORIGIN = 'https://sheets.tracedata.example';
const published = toManifest(publishedSettings('1.2.3', ORIGIN));

const check = (text: string) => checkManifest(text, (path) => readPngSize(`excel-addin/${path}`));

describe('each planted mistake is found', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, -20), /is no XML/],
    ['no SupportUrl', (text: string) => text.replace(/ *<SupportUrl .*\n/, ''), /OfficeApp has no SupportUrl/],
    [
      'version of three numbers',
      (text: string) => text.replace('1.2.3.0', '1.2.3'),
      /Version 1.2.3 has not four numbers/,
    ],
    [
      'support page that is the index of the documentation',
      (text: string) => text.replace('/docs/guides/support.html', '/docs/index.html'),
      /SupportUrl is no page about support/,
    ],
    [
      'button that calls a function: a panel that is closed cannot open itself',
      (text: string) => text.replace('xsi:type="ShowTaskpane"', 'xsi:type="ExecuteFunction"'),
      /Action ExecuteFunction does not open the panel/,
    ],
    ['tab that Excel does not have', (text: string) => text.replace('TabHome', 'TabStart'), /an OfficeTab is not Home/],
    [
      'menu that Excel does not have',
      (text: string) => text.replace('ContextMenuCell', 'ContextMenuText'),
      /an OfficeMenu is not that of a cell/,
    ],
    [
      'button without its picture',
      (text: string) => text.replaceAll('/icon-32.png', '/lost-32.png'),
      /lost-32.png is missing/,
    ],
    ['id that is no GUID', (text: string) => text.replace(/<Id>.*<\/Id>/, '<Id>trace</Id>'), /Id is no GUID/],
    [
      'elements in another order',
      (text: string) =>
        text
          .replace(/( *<Permissions>.*\n)/, '')
          .replace('  <Hosts>', '  <Permissions>ReadWriteDocument</Permissions>\n  <Hosts>'),
      /OfficeApp has its elements in another order/,
    ],
    [
      'resid that is no resource',
      (text: string) => text.replace('<bt:String id="Open.Label"', '<bt:String id="Open.Title"'),
      /Open.Label is no resource/,
    ],
    [
      'resid that is too long',
      (text: string) => text.replaceAll('Open.Tooltip', 'Open.Tooltip.That.Is.Longer.Than.Excel.Takes'),
      /is longer than 32 characters/,
    ],
    [
      'text that is too long',
      (text: string) => text.replace('DefaultValue="Trace is ready"', `DefaultValue="${'x'.repeat(126)}"`),
      /GetStarted.Title has 126 characters, of 1 to 125/,
    ],
    [
      'plain http',
      (text: string) => text.replace(`${ORIGIN}/functions.js"`, 'http://sheets.tracedata.example/functions.js"'),
      /is not https/,
    ],
    [
      'two servers',
      (text: string) => text.replace(`${ORIGIN}/functions.json`, 'https://cdn.example/functions.json'),
      /come from several hosts/,
    ],
    [
      'icon of another size',
      (text: string) => text.replace('icon-64.png', 'icon-32.png'),
      /icon-32.png is 32 px wide, not 64 px/,
    ],
    [
      'icon that is missing',
      (text: string) => text.replaceAll('icon-80.png', 'icon-81.png'),
      /icon-81.png is missing, no PNG or not square, not 80 px/,
    ],
    [
      'icon size that is needed',
      (text: string) => text.replace(/ *<bt:Image size="16".*\n/g, ''),
      /an Icon has no size 16/,
    ],
    [
      'empty namespace',
      (text: string) => text.replace('<Metadata>', '<Namespace resid=""/><Metadata>'),
      /Namespace is empty/,
    ],
    [
      'functions in another page',
      (text: string) =>
        text.replace(
          '<Page>\n              <SourceLocation resid="Taskpane.Url"/>',
          '<Page>\n              <SourceLocation resid="Functions.Script.Url"/>',
        ),
      /the functions run in another page/,
    ],
    [
      'EquivalentAddins',
      (text: string) => text.replace('</Resources>', '</Resources><EquivalentAddins/>'),
      /takes namespaces away for ever/,
    ],
    [
      'a second host',
      (text: string) => text.replace('<Host Name="Workbook"/>', '<Host Name="Workbook"/><Host Name="Document"/>'),
      /Hosts has more than one Host\n.*Host Document is not Excel/s,
    ],
    [
      'another host',
      (text: string) => text.replace('Name="Workbook"', 'Name="Document"'),
      /Host Document is not Excel/,
    ],
    [
      'mail add-in',
      (text: string) => text.replace('xsi:type="TaskPaneApp"', 'xsi:type="MailApp"'),
      /is no TaskPaneApp/,
    ],
    [
      'runtime that ends with each calculation',
      (text: string) => text.replace('lifetime="long"', 'lifetime="short"'),
      /the Runtime is not there for long/,
    ],
    [
      'panel of its own',
      (text: string) =>
        text.replace('<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId/>'),
      /Action has an element it does not know: TaskpaneId\n.*one runtime for all/s,
    ],
    [
      'button for another page',
      (text: string) => text.replace(/(<Action .*\n *<SourceLocation resid=")[^"]+/, '$1Functions.Script.Url'),
      /a button opens another page than the panel/,
    ],
    [
      'panel that is another page without its button',
      (text: string) =>
        text.replace(
          `<SourceLocation DefaultValue="${ORIGIN}/taskpane.html"`,
          `<SourceLocation DefaultValue="${ORIGIN}/other.html"`,
        ),
      /the panel opens another page without its button/,
    ],
    [
      'text where a page is needed',
      (text: string) =>
        text.replace('<LearnMoreUrl resid="GetStarted.LearnMoreUrl"/>', '<LearnMoreUrl resid="GetStarted.Title"/>'),
      /GetStarted.Title is no bt:Url for LearnMoreUrl/,
    ],
    [
      'two resources of one id',
      (text: string) => text.replace('<bt:String id="Open.Label"', '<bt:String id="Group.Label"'),
      /Group.Label stands twice/,
    ],
    [
      'two elements of one id',
      (text: string) => text.replace('id="Trace.CellOpen"', 'id="Trace.Open"'),
      /Trace.Open is the id of two elements/,
    ],
    ['button without an id', (text: string) => text.replace(' id="Trace.Open"', ''), /a group or button has no id/],
    [
      'name that is too long',
      (text: string) =>
        text.replace(/<DisplayName DefaultValue="[^"]*"\/>/, `<DisplayName DefaultValue="${'x'.repeat(126)}"/>`),
      /DisplayName has 126 characters, of 1 to 125/,
    ],
    [
      'description that is empty',
      (text: string) => text.replace(/<Description DefaultValue="[^"]+"/, '<Description DefaultValue=""'),
      /Description has 0 characters, of 1 to 250/,
    ],
    [
      'permission to read only',
      (text: string) => text.replace('ReadWriteDocument', 'ReadDocument'),
      /cells could not be entered again/,
    ],
    [
      'language without a country',
      (text: string) => text.replace('en-US', 'en'),
      /DefaultLocale en is no language and country/,
    ],
    [
      'domain without https',
      (text: string) =>
        text.replace('  <Hosts>', '  <AppDomains><AppDomain>http://tracedata.ai</AppDomain></AppDomains>\n  <Hosts>'),
      /http:\/\/tracedata.ai is not https/,
    ],
    [
      'icon that is no PNG',
      (text: string) => text.replaceAll('icon-80.png', 'icon.svg'),
      /icon.svg is missing, no PNG or not square/,
    ],
    ['two ids', (text: string) => text.replace(/( *<Id>.*\n)/, '$1$1'), /OfficeApp has more than one Id/],
  ])('%s', (_mistake, plant, problem) => {
    const text = plant(published);
    expect(text).not.toBe(published);
    expect(check(text).join('\n')).toMatch(problem);
  });
});
