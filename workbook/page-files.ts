import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listBuiltFiles, toBuiltFile, type BuiltFile } from '../relay/built-files';
import { toContentType } from '../relay/content-type';
import type { PageSettings } from './page-settings';

/** One file of the page. */
export interface PageFile extends BuiltFile {
  /** Whether Excel, whose pages have another origin, may read it too. */
  readonly isForExcel: boolean;
}

const FUNCTION_FILES = ['functions.js', 'functions.json'];
/** The page names them. */
const PANEL_FILES = ['taskpane.js', 'taskpane.css', 'practice.json'];
/** What the panel's script and that of the functions load when they need it. */
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
  const files = new Map<string, PageFile>();
  for (const [name, file] of await listBuiltFiles(workbookDir)) {
    if (!name.includes('/')) files.set(`/${name}`, { ...file, isForExcel: false });
  }
  for (const name of FUNCTION_FILES) {
    files.set(`/${name}`, { ...toBuiltFile(join(addinDir, name)), isForExcel: true });
  }
  const built = await listBuiltFiles(addinDir);
  const parts = [...built.keys()].filter((name) => PART.test(name));
  for (const name of [...PANEL_FILES, ...parts]) {
    files.set(`/${name}`, { ...(built.get(name) ?? emptyFile(name)), isForExcel: false });
  }
  const page: PageFile = {
    contentType: toContentType(PAGE),
    isForExcel: false,
    read: async () => {
      const html = await readFile(join(workbookDir, PAGE), 'utf8');
      return html.replace(SETTINGS_IN_PAGE, (_all, start: string) => start + JSON.stringify(settings()));
    },
  };
  return files.set('/', page).set(`/${PAGE}`, page);
}

/** The help pages of a folder, by path; there are none where it does not exist. */
export async function listHelpFiles(dir: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  const built = await listBuiltFiles(dir).catch(() => new Map<string, BuiltFile>());
  for (const [name, file] of built) files.set(HELP + name, { ...file, isForExcel: false });
  const index = files.get(HELP + PAGE);
  return index === undefined ? files : files.set(HELP, index);
}

/** A build of the functions alone has no panel; the page still names its files. */
function emptyFile(name: string): BuiltFile {
  return { contentType: toContentType(name), read: async () => '' };
}
