import { writeFile } from 'node:fs/promises';
import { collectTexts } from './collect-texts';

/** `npm run generate`: the English table, which translators start from. */
await writeFile('languages/en.json', `${JSON.stringify(await collectTexts(), null, 2)}\n`);
