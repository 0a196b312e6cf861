import type { HtmlOutput } from './html-service';
import type { Run } from '../run';
import { LOCATION_TYPES, VISIBILITIES } from '../sheet/developer-metadata';
import { makeSheets } from '../sheet/sheets';

/** An entry of the add-on's menu. */
export interface MenuItem {
  readonly caption: string;
  readonly functionName: string;
}

/** What a run has shown on the screen. */
export interface Screen {
  menu: readonly MenuItem[] | null;
  sidebar: { readonly title: string; readonly html: string } | null;
  /** The titles and texts of dialogs. */
  readonly said: (readonly [title: string, text: string])[];
}

/** https://developers.google.com/apps-script/reference/base/ui */
const BUTTONS = { YES: 'YES', NO: 'NO', OK: 'OK' };
const BUTTON_SETS = { OK: 'OK', YES_NO: 'YES_NO' };

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
      /** Accepts only a menu created for this purpose. */
      addSubMenu(inner: { readonly items: readonly MenuItem[] }) {
        items.push(...inner.items);
        return menu;
      },
      items,
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
      getSheetById: sheets.getSheetById,
      getSheetByName: sheets.getSheetByName,
      getRangeByName: sheets.getRangeByName,
      getActiveSheet: sheets.getActiveSheet,
      getActiveRangeList: sheets.getActiveRangeList,
      getCurrentCell: sheets.getCurrentCell,
      /** Shown for a while, without waiting for the user. */
      toast(text: string, title: string) {
        run.call('Spreadsheet.toast', 'document');
        screen.said.push([title, text]);
      },
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
        createMenu: makeMenu,
        Button: BUTTONS,
        ButtonSet: BUTTON_SETS,
        /** The user presses what `state.presses` says. */
        alert(title: string, text: string, buttons: string) {
          run.call('Ui.alert', 'openUi');
          screen.said.push([title, text]);
          if (buttons === BUTTON_SETS.YES_NO) run.state.whileAsked?.();
          return buttons === BUTTON_SETS.YES_NO ? (run.state.presses ?? BUTTONS.YES) : BUTTONS.OK;
        },
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
