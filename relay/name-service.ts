/** The add-in's own page. */
export const PANEL_PAGE = 'taskpane.html';

/**
 * Tells a page whom its server asks: a key that was set for another service stays in the browser then.
 *
 * @param service an origin, or a name without special characters
 */
export function nameService(html: string, service: string): string {
  return html.replace('</title>', `</title>\n    <meta name="trace-service" content="${service}" />`);
}
