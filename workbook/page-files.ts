import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PageSettings } from './page-settings';

/** One file of the page, read when asked for. */
export interface PageFile {
  readonly contentType: string;
  /** Whether Excel, whose page has another origin, may read it too. */
  readonly isForExcel: boolean;
  readonly read: () => Promise<string | Uint8Array<ArrayBuffer>>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const FUNCTION_FILES = ['functions.js', 'functions.json'];
const PANE_FILES = ['taskpane.js', 'taskpane.css'];
const PAGE = 'index.html';
const SETTINGS_IN_PAGE = /(<script type="application\/json" id="page-settings">)[^<]*/;

/**
 * The files that are served, by their path. Only what the build made is listed, so that no request can lead elsewhere.
 * @param settings are written into the page, as they are when it is asked for
 */
export async function listPageFiles(
  workbookDir: string,
  addinDir: string,
  settings: () => PageSettings,
): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await listNames(workbookDir)) files.set(`/${name}`, toPageFile(join(workbookDir, name), false));
  for (const name of FUNCTION_FILES) files.set(`/${name}`, toPageFile(join(addinDir, name), true));
  const built = await listNames(addinDir);
  for (const name of PANE_FILES) {
    files.set(`/${name}`, built.includes(name) ? toPageFile(join(addinDir, name), false) : emptyFile(name));
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

async function listNames(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function toPageFile(path: string, isForExcel: boolean): PageFile {
  const read = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path));
  return { contentType: toContentType(path), isForExcel, read };
}

/** A build of the functions alone has no pane; the page names its files all the same. */
function emptyFile(name: string): PageFile {
  return { contentType: toContentType(name), isForExcel: false, read: async () => '' };
}

function toContentType(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
}
