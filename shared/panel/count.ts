export { count, plural } from '../errors/count-in-panel';
