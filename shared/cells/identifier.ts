import { toASCII } from 'punycode/punycode.es6.js';

/** The longest name that DNS allows, in characters; https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4. */
export const MAX_DOMAIN_LENGTH = 253;

/** Labels of at most 63 characters; the last one contains a letter. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[^.]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SLUG = /^(?=.*[a-z])[a-z0-9]+([-_][a-z0-9]+)*$/;
/** Invisible characters pasted from web pages: zero-width characters, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SCHEME = /^(?:mailto:)?(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?/i;
/** Includes the dot that ends an absolute name. */
const PORT = /\.?(?::\d{0,5})?$/;
/** `www.com` is a domain of its own. */
const WWW = /^(?:www\.)+(?=[^.]+\.)/;
const ASCII = /^[\x00-\x7f]*$/;
/**
 * Two addresses in one cell, or an address in a sentence, in any script: it is unclear which company is meant. A sign
 * before an address does not separate anything, and hyphens and apostrophes of word processors are allowed.
 */
const SEVERAL = /[\s,;|@]|(?!^)[^\x00-\x7f\p{L}\p{M}\p{N}‐‑‘’´]/u;
/**
 * An address with its owner's name, as mail programs copy it; https://www.rfc-editor.org/rfc/rfc5322#section-3.4. The
 * name must not be the domain of another company.
 */
const NAMED_ADDRESS = /^(?:(?!\.\p{L}{2})[^<>@])*<([^<>@\s]+@[^<>@\s]+)>$/u;
/** Users paste whole addresses; a longer one is not worth reading. */
const MAX_ADDRESS_LENGTH = 2_000;

/**
 * The domain of a domain, URL or email address: lower case, ASCII, without `www.`; `null` if there is none.
 * Subdomains are kept. The core has no `URL`, so the authority is cut out by hand.
 */
export function readDomain(text: string): string | null {
  if (text.length > MAX_ADDRESS_LENGTH) return null;
  // Most texts are just a domain, and an enrichment reads 100,000 of them in the sheet and in answers.
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

/**
 * Whether a text contains an email address, alone or among other words. No domain ends in a number or a single
 * letter.
 */
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

/** Mail providers: an address there says nothing about the user's company. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    '126.com 163.com aim.com aol.com att.net bellsouth.net bigpond.com bol.com.br bluewin.ch btinternet.com charter.net ' +
    'comcast.net cox.net duck.com earthlink.net email.com email.cz fastmail.com fastmail.fm foxmail.com free.fr freenet.de ' +
    'gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es ' +
    'hotmail.fr hotmail.it hush.com hushmail.com icloud.com inbox.com inbox.lv interia.pl juno.com laposte.net libero.it ' +
    'live.co.uk live.com live.fr live.nl mac.com mail.com mail.de mail.ru mailbox.org me.com msn.com naver.com o2.pl ' +
    'ntlworld.com online.de onet.pl optonline.net optusnet.com.au orange.fr outlook.com outlook.de outlook.es outlook.fr ' +
    'pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rediffmail.com rocketmail.com rogers.com sbcglobal.net ' +
    'seznam.cz sfr.fr shaw.ca sina.com sky.com t-online.de talktalk.net telia.com telus.net terra.com.br tiscali.it ' +
    'tuta.com tutanota.com tutanota.de uol.com.br verizon.net virgilio.it virginmedia.com wanadoo.fr web.de windowslive.com ' +
    'wp.pl ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au yahoo.com.br yahoo.de yahoo.es ' +
    'yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com zohomail.com'
  ).split(' '),
);

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}

/**
 * Sites that host pages, accounts or blogs of other companies. Lists of companies often contain such addresses, which
 * name the site instead of the company.
 */
const SITES: ReadonlySet<string> = new Set(
  (
    'about.me angel.co behance.net bitbucket.org bsky.app capterra.com crunchbase.com dribbble.com eventbrite.com ' +
    'facebook.com fb.com fb.me flickr.com g2.com github.com github.io gitlab.com gitlab.io glassdoor.com instagram.com ' +
    'issuu.com linkedin.com linktr.ee livejournal.com lnkd.in medium.com meetup.com notion.site notion.so pinterest.com ' +
    'producthunt.com quora.com reddit.com scribd.com slideshare.net soundcloud.com substack.com t.me tiktok.com ' +
    'threads.com threads.net trustpilot.com tumblr.com twitch.tv twitter.com vimeo.com vk.com weebly.com weibo.com ' +
    'wellfound.com whatsapp.com wikipedia.org wixsite.com wordpress.com x.com xing.com yelp.com youtu.be youtube.com'
  ).split(' '),
);

/** Sites on which a subdomain is an account too. On the others a subdomain is part of the site. */
const HOSTS: ReadonlySet<string> = new Set(
  (
    'eventbrite.com github.io gitlab.io livejournal.com medium.com notion.site notion.so substack.com tumblr.com ' +
    'weebly.com wixsite.com wordpress.com'
  ).split(' '),
);

/** Subdomains of companies that host pages of others, so that even the bare name is no company's site. */
const PARTS: ReadonlySet<string> = new Set(
  (
    'apps.apple.com docs.google.com drive.google.com groups.google.com maps.google.com play.google.com plus.google.com ' +
    'sites.google.com'
  ).split(' '),
);

/** `acme.blogspot.de`, `acme.blogspot.co.uk`: a blog gets the ending of its reader's country. */
const BLOG = /\.(blogspot\.[a-z.]{2,6})$/;

const PAGE_SCHEME = /^\s*([a-z][a-z0-9+.-]*:)?\/\//i;
/** A path after the host name; `?` or `#` alone still means the front page. */
const PATH = /^[^/?#\\]+[/\\]+[^/?#\\\s]/;

/**
 * The site, such as `linkedin.com`, if an address is a page on it that belongs to someone else; `null` if the address
 * may be a company's own. The bare domain of such a site is the company that runs it.
 *
 * @param domain the domain in the address, without `www.`
 * @param address as given; not an email address
 */
export function siteOfPage(domain: string, address: string): string | null {
  if (PARTS.has(domain)) return domain;
  const [, blogs] = BLOG.exec(domain) ?? [];
  if (blogs !== undefined) return blogs;
  const site = domain.slice(domain.lastIndexOf('.', domain.lastIndexOf('.') - 1) + 1);
  if (!SITES.has(site)) return isGoogleMap(domain, address) ? domain : null;
  const isAccount = domain !== site && HOSTS.has(site);
  return isAccount || PATH.test(address.replace(PAGE_SCHEME, '')) ? site : null;
}

/** Search results or maps about a company. Other paths of Google are Google's own. */
function isGoogleMap(domain: string, address: string): boolean {
  return domain === 'google.com' && /google\.com\/+(maps|search|url)\b/i.test(address);
}
