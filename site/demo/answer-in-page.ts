import { makeSandbox } from '../../sandbox/sandbox';

/** The page's way to send a request. */
interface Sender {
  fetch: typeof fetch;
}

/** Lets a sandbox in the page answer all requests for the Trace API, so that they never leave it. */
export function answerInPage(page: Sender, origin: string): void {
  const { app } = makeSandbox();
  const send = page.fetch.bind(page);
  page.fetch = async (asked, settings) => {
    const request = new Request(asked, settings);
    const url = new URL(request.url);
    if (url.origin !== origin || !url.pathname.startsWith('/v1/')) return send(asked, settings);
    const answer = await app.fetch(request);
    request.signal.throwIfAborted();
    return answer;
  };
}
