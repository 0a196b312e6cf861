import { buildPage } from './workbook/build';
await buildPage({ outDir: process.argv[2]! });
