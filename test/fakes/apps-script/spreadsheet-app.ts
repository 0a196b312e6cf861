import type { HtmlOutput } from './html-service';
import type { Run } from './run';
import { LOCATION_TYPES, VISIBILITIES } from './developer-metadata';
import { makeSheets } from './sheets';

/** An entry of the add-on's menu. */
export interface MenuItem {
  readonly caption: string;
  readonly functionName: string;
}

/** What a run has put on the screen. */
export interface Screen {
  menu: readonly MenuItem[] | null;
  sidebar: { readonly title: string; readonly html: string } | null;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app */
export function makeSpreadsheetApp(run: Run, screen: Screen): object {
  const makeMenu = (): object => {
    const items: MenuItem[] = [];
    const menu = {
      addItem(caption: string, functionName: string) {
        items.push({ caption, functionName });
        return menu;
      },
      addSeparator: () => menu,
      addToUi: () => void (screen.menu = items),
    };
    return menu;
  };
  const sheets = makeSheets(run);
  const openSpreadsheet = (method: string) => (): object => {
    run.call(`SpreadsheetApp.${method}`, 'document');
    return {
      getSpreadsheetTimeZone() {
        run.call('Spreadsheet.getSpreadsheetTimeZone', 'document');
        return run.state.timeZone;
      },
      getSpreadsheetLocale() {
        run.call('Spreadsheet.getSpreadsheetLocale', 'document');
        return run.state.locale;
      },
      getId: () => run.state.spreadsheetId,
      getSheets: sheets.getSheets,
      getSheetByName: sheets.getSheetByName,
      getRangeByName: sheets.getRangeByName,
      getActiveSheet: sheets.getActiveSheet,
      getActiveRangeList: sheets.getActiveRangeList,
      getCurrentCell: sheets.getCurrentCell,
      insertSheet: sheets.insertSheet,
      deleteSheet: sheets.deleteSheet,
      createTextFinder: sheets.createTextFinder,
      createDeveloperMetadataFinder: sheets.createDeveloperMetadataFinder,
    };
  };
  return {
    getUi() {
      run.call('SpreadsheetApp.getUi', 'ui');
      return {
        createAddonMenu: makeMenu,
        showSidebar(html: HtmlOutput) {
          run.call('Ui.showSidebar', 'openUi');
          screen.sidebar = { title: html.getTitle(), html: html.getContent() };
        },
      };
    },
    DeveloperMetadataLocationType: LOCATION_TYPES,
    DeveloperMetadataVisibility: VISIBILITIES,
    ProtectionType: { RANGE: 'RANGE', SHEET: 'SHEET' },
    SheetType: { GRID: 'GRID', OBJECT: 'OBJECT', DATASOURCE: 'DATASOURCE' },
    getActiveRange: sheets.getActiveRange,
    getActiveSheet: sheets.getActiveSheet,
    getActive: openSpreadsheet('getActive'),
    getActiveSpreadsheet: openSpreadsheet('getActiveSpreadsheet'),
    flush() {
      run.call('SpreadsheetApp.flush', 'document');
      sheets.flush();
    },
  };
}
