import { writeFile } from 'node:fs/promises';
import { toReferencePage } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { toApiCoverage } from './api-coverage';

/** `npm run generate`: writes what is derived from the catalogue and kept in the repository. */
await writeFile('docs/functions.md', toReferencePage(FUNCTIONS));
await writeFile('docs/api-coverage.md', toApiCoverage());
