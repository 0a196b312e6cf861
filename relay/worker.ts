import { makeWorker } from './make-worker';

/** The relay as a Cloudflare Worker. It runs before static files are served, so that their headers are ours. */
export default makeWorker();
