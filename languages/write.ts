import { writeFile } from 'node:fs/promises';
import { collectTexts, parseSources } from './collect-texts';

/** `npm run generate`: writes the English table, from which translators start. */
await writeFile('languages/en.json', `${JSON.stringify(collectTexts(await parseSources()), null, 2)}\n`);
