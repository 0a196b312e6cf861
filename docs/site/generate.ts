import { readFile, writeFile } from 'node:fs/promises';
import { toReferencePage } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { loadPublisher } from '../../stores/publisher';
import { toApiCoverage } from './api-coverage';
import { toRecipesGuide } from './recipes-guide';
import { CONTACTS, toCodeOwners, writeContacts } from './contacts';
import { writeStart } from './readme-start';

/** `npm run generate`: writes the files in the repository that are derived from the catalogue and the settings. */
await writeFile('docs/functions.md', toReferencePage(FUNCTIONS));
await writeFile('docs/api-coverage.md', toApiCoverage());
await writeFile('docs/recipes.md', toRecipesGuide());
const publisher = loadPublisher();
for (const [path, contacts] of Object.entries(CONTACTS)) {
  await writeFile(path, writeContacts(await readFile(path, 'utf8'), contacts, publisher));
}
await writeFile('README.md', writeStart(await readFile('README.md', 'utf8'), publisher));
await writeFile('.github/CODEOWNERS', toCodeOwners(publisher));
