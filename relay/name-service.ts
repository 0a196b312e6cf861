/** The add-in's own page. */
export const PANEL_PAGE = 'taskpane.html';

/** A header in which a page sends the service that its server forwarded to when the page was opened. */
const SERVICE_HEADER = 'x-trace-service';

/** Whether a page was opened while its server forwarded to another service, so that its key is not for this one. */
export function isOfOtherService(headers: Headers, service: string): boolean {
  return (headers.get(SERVICE_HEADER) ?? service) !== service;
}

export const SERVICE_CHANGED = [
  409,
  'service_changed',
  'The server asks another service now. Reload the page.',
] as const;

/**
 * Writes into a page which service its server forwards to: a key that was set for another service then stays in the
 * browser.
 *
 * @param service an origin, or a name without special characters
 */
export function nameService(html: string, service: string): string {
  return html.replace('</title>', `</title>\n    <meta name="trace-service" content="${service}" />`);
}
