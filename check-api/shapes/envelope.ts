import { boolean, documented, integer, listOf, object, optional, orNull, text, type Shape } from './shape';

/** https://docs.tracedata.ai/api/overview/; the example of https://docs.tracedata.ai/api/partnerships/ has no `next_url`. */
export const pagination: Shape = documented(
  object({
    page: integer,
    limit: integer,
    total_results: integer,
    total_pages: integer,
    has_next: boolean,
    has_prev: boolean,
    next_url: optional(orNull(text)),
  }),
);

/** The envelope of https://docs.tracedata.ai/api/overview/. */
export function pageOf(item: Shape, beside: Readonly<Record<string, Shape>> = {}): Shape {
  return object({ data: listOf(item), pagination, ...beside });
}
