import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

/** The settings of `wrangler.jsonc` that Cloudflare's runtime gets. */
interface WranglerSettings {
  readonly main: string;
  readonly compatibility_date: string;
  readonly compatibility_flags: string[];
  readonly ratelimits: readonly {
    readonly name: string;
    readonly simple: { readonly limit: number; readonly period: 10 | 60 };
  }[];
  readonly assets: { readonly binding: string; readonly html_handling: 'none'; readonly run_worker_first: boolean };
}

/** JSON with comments is an expression of JavaScript. */
export function readWranglerSettings(): WranglerSettings {
  return runInThisContext(`(${readFileSync('wrangler.jsonc', 'utf8')})`) as WranglerSettings;
}
