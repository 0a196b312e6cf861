/**
 * Loaded by Excel and the web workbook as a classic blocking script: an asynchronous one may load after the first
 * calculation (https://github.com/OfficeDev/office-js/issues/4769).
 */
import { FUNCTIONS } from '../shared/formulas';
import { answer } from './functions/call';
import { makeHost } from './host';
import { associate } from './office';
import { noteFunctions } from './functions/on-page';

noteFunctions();
const performersFor = makeHost();

for (const { id } of FUNCTIONS) associate(id, (...received) => answer(id, received, performersFor));
