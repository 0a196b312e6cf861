import { toASCII } from 'punycode/punycode.es6.js';

/** The longest name that DNS allows, in characters; https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4. */
export const MAX_DOMAIN_LENGTH = 253;

/** Labels of at most 63 characters, of which the last has a letter. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[^.]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SLUG = /^(?=.*[a-z])[a-z0-9]+([-_][a-z0-9]+)*$/;
/** Invisible characters pasted from web pages: zero-width characters, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SCHEME = /^(?:mailto:)?(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?/i;
/** With the dot that ends an absolute name. */
const PORT = /\.?(?::\d{0,5})?$/;
/** `www.com` is a company's own. */
const WWW = /^(?:www\.)+(?=[^.]+\.)/;
const ASCII = /^[\x00-\x7f]*$/;
/**
 * Two addresses in one cell, or an address in a sentence, in any script: which company is meant cannot be told. A sign before
 * an address parts nothing, and text programs have hyphens and apostrophes of their own.
 */
const SEVERAL = /[\s,;|@]|(?!^)[^\x00-\x7f\p{L}\p{M}\p{N}‐‑‘’´]/u;
/**
 * An address with its owner's name, as mail programs copy it; https://www.rfc-editor.org/rfc/rfc5322#section-3.4. The name may
 * not be another company's domain.
 */
const NAMED_ADDRESS = /^(?:(?!\.\p{L}{2})[^<>@])*<([^<>@\s]+@[^<>@\s]+)>$/u;
/** Users paste whole addresses; longer ones are not worth reading. */
const MAX_ADDRESS_LENGTH = 2_000;

/**
 * The domain named by a domain, URL or email address: lower case, ASCII, without `www.`; `null` where there is none.
 * Subdomains are kept. The core has no `URL`, so the authority is cut out by hand.
 */
export function readDomain(text: string): string | null {
  if (text.length > MAX_ADDRESS_LENGTH) return null;
  // Most are just a domain, and a run reads a hundred thousand of them, in the sheet and in answers.
  if (isDomain(text) && !text.startsWith('www.')) return text;
  const isAscii = ASCII.test(text);
  const address = withoutName((isAscii ? text : text.replace(INVISIBLE, '')).trim()).replace(SCHEME, '');
  const end = address.search(/[/?#\\]/);
  const authority = end < 0 ? address : address.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at > 0 && SEVERAL.test(authority.slice(0, at))) return null;
  const host = authority
    .slice(at + 1)
    .replace(PORT, '')
    .toLowerCase();
  const domain = (isAscii ? host : toAscii(host)).replace(WWW, '');
  return isDomain(domain) ? domain : null;
}

/** Whether a text has an email address in it, alone or among other words. No domain ends in a number or a single letter. */
export function hasEmailAddress(text: string): boolean {
  return /[@＠]\s*[^\s@＠]+[.．][\p{L}\p{M}]{2}/u.test(text);
}

/** Whether a text names a company by email address. */
export function isEmailAddress(text: string): boolean {
  return /^(mailto:)?[^\s/@:]+@[^\s/@]+$/i.test(withoutName(text.trim()));
}

function withoutName(text: string): string {
  return NAMED_ADDRESS.exec(text)?.[1] ?? text;
}

/** A Trace slug: lower case, no dot; https://docs.tracedata.ai/api/overview/. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && SLUG.test(text);
}

function isDomain(host: string): boolean {
  return host.length <= MAX_DOMAIN_LENGTH && DOMAIN.test(host);
}

function toAscii(host: string): string {
  try {
    return toASCII(host.normalize('NFKC'));
  } catch {
    return '';
  }
}
