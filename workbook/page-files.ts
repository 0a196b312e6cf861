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
const ADDIN_FILES = ['functions.js', 'functions.json'];
const PAGE = 'index.html';
const SETTINGS_IN_PAGE = /(<script type="application\/json" id="page-settings">)[^<]*/;

/**
 * The files that are served, by their path. Only what the build made is listed, so that no request can lead elsewhere.
 * @param settings are written into the page
 */
export async function listPageFiles(
  workbookDir: string,
  addinDir: string,
  settings: PageSettings,
): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(workbookDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const files = new Map<string, PageFile>();
  for (const name of names) files.set(`/${name}`, toPageFile(join(workbookDir, name), false));
  for (const name of ADDIN_FILES) files.set(`/${name}`, toPageFile(join(addinDir, name), true));
  const page: PageFile = {
    contentType: CONTENT_TYPES['.html'] ?? '',
    isForExcel: false,
    read: async () => {
      const html = await readFile(join(workbookDir, PAGE), 'utf8');
      return html.replace(SETTINGS_IN_PAGE, (_all, start: string) => start + JSON.stringify(settings));
    },
  };
  return files.set('/', page).set(`/${PAGE}`, page);
}

function toPageFile(path: string, isForExcel: boolean): PageFile {
  const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
  return { contentType, isForExcel, read: async () => new Uint8Array(await readFile(path)) };
}
