import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What `npm run build` made: `TRACE_DIST`, or `dist` in the project. */
export function builtFolders(): { readonly workbookDir: string; readonly addinDir: string } {
  const dist = resolve(process.env['TRACE_DIST'] ?? 'dist');
  const folders = { workbookDir: join(dist, 'workbook'), addinDir: join(dist, 'excel-addin') };
  const isBuilt =
    existsSync(join(folders.workbookDir, 'main.js')) && existsSync(join(folders.addinDir, 'functions.js'));
  if (!isBuilt) throw new Error('Nothing is built yet: npm run build first, or set TRACE_DIST to a build.');
  return folders;
}
