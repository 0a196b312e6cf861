import { join } from 'node:path';
import { say } from '../relay/terminal';
import { buildSite } from './build';

const outDir = join(process.env['TRACE_DIST'] ?? 'dist', 'site');

/** `npm run site`: see docs/site.md. */
await buildSite(outDir);
say(`${outDir} is ready. Any host of static files can serve it, also from a folder.`);
