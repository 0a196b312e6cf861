/** The add-in's own page. */
export const PANEL_PAGE = 'taskpane.html';

/** In what a page sends: whom its server asked when it was opened. */
const SERVICE_HEADER = 'x-trace-service';

/** Whether a page was opened while its server asked another service, so that its key is not for this one. */
export function isOfOtherService(headers: Headers, service: string): boolean {
  return (headers.get(SERVICE_HEADER) ?? service) !== service;
}

export const SERVICE_CHANGED = [
  409,
  'service_changed',
  'The server asks another service now. Reload the page.',
] as const;

/**
 * Tells a page whom its server asks: a key that was set for another service stays in the browser then.
 *
 * @param service an origin, or a name without special characters
 */
export function nameService(html: string, service: string): string {
  return html.replace('</title>', `</title>\n    <meta name="trace-service" content="${service}" />`);
}
