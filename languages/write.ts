import { writeFile } from 'node:fs/promises';
import { collectTexts, parseSources } from './collect-texts';

/** `npm run generate`: the English table, which translators start from. */
await writeFile('languages/en.json', `${JSON.stringify(collectTexts(await parseSources()), null, 2)}\n`);
