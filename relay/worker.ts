import { makeWorker } from './make-worker';

/** The relay as a Cloudflare Worker. It runs before static files are served, so that it sets their headers. */
export default makeWorker();
