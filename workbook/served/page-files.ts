import { join } from 'node:path';
import { readBuiltFiles, toBuiltFile, type BuiltFile } from '../../relay/built-files';
import { nameService } from '../../relay/name-service';
import { sayWhoAnswers } from '../page/answered-by';
import { SANDBOX_SERVICE, type PageSettings } from '../page/page-settings';

export const PAGE = 'index.html';
const SETTINGS_IN_PAGE = /(<script type="application\/json" id="page-settings">)[^<]*/;

/** The files of the page and of the add-in that it runs, by name, and the page itself with its settings. */
interface PageFiles {
  readonly files: ReadonlyMap<string, BuiltFile>;
  readonly toPage: (settings: PageSettings) => BuiltFile;
}

export async function readPageFiles(workbookDir: string, addinDir: string): Promise<PageFiles> {
  const [own, addin] = await Promise.all([readBuiltFiles(workbookDir), readBuiltFiles(addinDir)]);
  const built = own.get(PAGE);
  if (built === undefined) throw Object.assign(new Error(`${join(workbookDir, PAGE)} is missing`), { code: 'ENOENT' });
  const html = new TextDecoder().decode(built.bytes);
  return {
    files: new Map([...addin, ...own]),
    toPage(settings) {
      const told = html.replace(SETTINGS_IN_PAGE, (_all, start: string) => start + JSON.stringify(settings));
      return toBuiltFile(PAGE, nameService(sayWhoAnswers(told, settings), settings.answeredBy ?? SANDBOX_SERVICE));
    },
  };
}
