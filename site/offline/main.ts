/** Written by the build: every file of the site, and a name that changes with their contents. */
declare const SITE_FILES: readonly string[];
declare const SITE_VERSION: string;
const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = `trace-site|${new URL(worker.registration.scope).pathname}|`;
const CACHE = PREFIX + SITE_VERSION;

/** Keeps the whole site at the first visit, so that it opens without a network afterwards. */
worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetEarlier()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(SITE_FILES.map((file) => new Request(file, { cache: 'reload' })));
}

/** Pages that are still open go on with the files that they have loaded: parts are named by their contents. */
async function forgetEarlier(): Promise<void> {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

/** A folder means its index, as the static server means it. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const file = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}
