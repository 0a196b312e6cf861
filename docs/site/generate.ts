import { writeFile } from 'node:fs/promises';
import { toReferencePage } from '../../shared/catalogue/derive/reference-page';
import { FUNCTIONS } from '../../shared/index';
import { toApiCoverage } from './api-coverage';

/** `npm run generate`: writes what is derived from the catalogue and kept in the repository. */
await writeFile('docs/functions.md', toReferencePage(FUNCTIONS));
await writeFile('docs/api-coverage.md', toApiCoverage(FUNCTIONS));
