import { readFile, writeFile } from 'node:fs/promises';
import { toReferencePage } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { PUBLISHER_FILE, readPublisher } from '../../stores/publisher';
import { toApiCoverage } from './api-coverage';
import { writeContacts } from './contacts';

/** `npm run generate`: writes what is derived from the catalogue and the settings, and kept in the repository. */
await writeFile('docs/functions.md', toReferencePage(FUNCTIONS));
await writeFile('docs/api-coverage.md', toApiCoverage());
const publisher = readPublisher(await readFile(PUBLISHER_FILE, 'utf8'));
await writeFile('docs/support.md', writeContacts(await readFile('docs/support.md', 'utf8'), publisher));
