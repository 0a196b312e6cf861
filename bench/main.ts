import { buildAll } from '../build';
import { benchStart, showSizes } from './start';

/** `npm run bench`: tables, each with its baseline measured in the same run. */
await buildAll();
benchStart();
showSizes();
