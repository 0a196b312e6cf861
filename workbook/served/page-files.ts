import { join } from 'node:path';
import { readBuiltFiles, toBuiltFile, type BuiltFile } from '../../relay/built-files';
import { nameService } from '../../relay/name-service';
import { sayWhoAnswers } from '../page/answered-by';
import { SANDBOX_SERVICE, type PageSettings } from '../page/page-settings';

/** One file of the page, as it is now. */
export interface PageFile {
  readonly name: string;
  readonly read: () => BuiltFile;
  /** Whether Excel may read it too: its pages have another origin. */
  readonly isForExcel: boolean;
}

const FUNCTION_FILES = ['functions.js', 'functions.json'];
/** The page names them. */
const PANEL_FILES = ['taskpane.js', 'taskpane.css', 'practice.json'];
/** The scripts that the panel and the functions load when they need them. */
const PART = /^(taskpane|functions)-\w+\.js$/;
/** The help pages, where a folder means its index. */
const HELP = '/docs/';
const PAGE = 'index.html';
const SETTINGS_IN_PAGE = /(<script type="application\/json" id="page-settings">)[^<]*/;

/**
 * The served files, by path. Only the build's files are listed, so that no request can lead elsewhere.
 * @param settings written into the page, in their current state
 */
export async function listPageFiles(
  workbookDir: string,
  addinDir: string,
  settings: () => PageSettings,
): Promise<ReadonlyMap<string, PageFile>> {
  const [own, addin] = await Promise.all([readBuiltFiles(workbookDir), readBuiltFiles(addinDir)]);
  const files = new Map<string, PageFile>();
  for (const [name, file] of own) {
    if (!name.includes('/')) files.set(`/${name}`, { name, read: () => file, isForExcel: false });
  }
  const parts = [...addin.keys()].filter((name) => PART.test(name));
  for (const name of [...FUNCTION_FILES, ...PANEL_FILES, ...parts]) {
    // A build of the functions alone has no panel; the page still names its files.
    const file = addin.get(name) ?? toBuiltFile(name, '');
    files.set(`/${name}`, { name, read: () => file, isForExcel: FUNCTION_FILES.includes(name) });
  }
  const built = own.get(PAGE);
  if (built === undefined) throw Object.assign(new Error(`${join(workbookDir, PAGE)} is missing`), { code: 'ENOENT' });
  const html = new TextDecoder().decode(built.bytes);
  const read = (): BuiltFile => {
    const now = settings();
    const told = html.replace(SETTINGS_IN_PAGE, (_all, start: string) => start + JSON.stringify(now));
    return toBuiltFile(PAGE, nameService(sayWhoAnswers(told, now), now.answeredBy ?? SANDBOX_SERVICE));
  };
  const page: PageFile = { name: PAGE, read, isForExcel: false };
  return files.set('/', page).set(`/${PAGE}`, page);
}

/** The help pages of a folder, by path; there are none where it does not exist. */
export async function listHelpFiles(dir: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  const built = await readBuiltFiles(dir).catch(() => new Map<string, BuiltFile>());
  for (const [name, file] of built) files.set(HELP + name, { name, read: () => file, isForExcel: false });
  const index = files.get(HELP + PAGE);
  return index === undefined ? files : files.set(HELP, index);
}
