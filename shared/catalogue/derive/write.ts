import { writeFile } from 'node:fs/promises';
import { FUNCTIONS } from '../index';
import { toReferencePage } from './reference-page';

/** `npm run generate`: writes what is derived from the catalogue and kept in the repository. */
await writeFile(new URL('../../../docs/functions.md', import.meta.url), toReferencePage(FUNCTIONS));
