import { readFile, writeFile } from 'node:fs/promises';
import { toReferencePage } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { loadPublisher } from '../../stores/publisher';
import { toApiCoverage } from './api-coverage';
import { writeContacts } from './contacts';

/** `npm run generate`: writes what is derived from the catalogue and the settings, and kept in the repository. */
await writeFile('docs/functions.md', toReferencePage(FUNCTIONS));
await writeFile('docs/api-coverage.md', toApiCoverage());
await writeFile('docs/support.md', writeContacts(await readFile('docs/support.md', 'utf8'), loadPublisher()));
