import { runInNewContext } from 'node:vm';
import { checkUncut, escapeTexts } from '../../bundling/uncut';

it.each([
  ['an address', `'https://a.example'`, `'https:\\x2f\\x2fa.example'`, 'https://a.example'],
  ['escaped slashes', `"\\/\\/"`, `"\\x2f\\x2f"`, '//'],
  ['a slash after a backslash', `"\\\\//"`, `"\\\\\\x2f\\x2f"`, '\\//'],
  ['the beginning of a comment', `"/*"+'*/'`, `"\\x2f*"+'*\\x2f'`, '/**/'],
  ['the end of a script', `"</script>"`, `"<\\x2fscript>"`, '</script>'],
  ['a quotation mark', `"\\"//"`, `"\\"\\x2f\\x2f"`, '"//'],
])('%s in a text is written without slashes, and stays the same', (_what, script, written, value) => {
  expect([escapeTexts(script), runInNewContext(escapeTexts(script))]).toEqual([written, value]);
});

it.each([
  ['at the end', String.raw`"a://b".replace(/:\/\//g,"-")`, String.raw`"a:\x2f\x2fb".replace(/:\x2f\x2f/g,"-")`, 'a-b'],
  ['in a class', String.raw`"a//b".replace(/[/]+/,"-")`, String.raw`"a\x2f\x2fb".replace(/[\x2f]+/,"-")`, 'a-b'],
  ['repeated', String.raw`"a//b".replace(/\/*b/u,"-")`, String.raw`"a\x2f\x2fb".replace(/\x2f*b/u,"-")`, 'a-'],
])(
  'slashes of a regular expression are written without them, and mean the same: %s',
  (_where, script, written, value) => {
    expect([escapeTexts(script), runInNewContext(escapeTexts(script))]).toEqual([written, value]);
  },
);

it.each([
  ['a dash', '"a\u2010b".replace(/[\u2010\xb4]/,"-")', 'a-b'],
  ['a rocket, which is two characters', '"\u{1f680}".replace(/[\u{1f680}]/u,"-")', '-'],
])('%s in a regular expression is written in ASCII, and means the same', (_what, script, value) => {
  const [, pattern = ''] = escapeTexts(script).split('replace');
  expect([/^[ -~]+$/.test(pattern), runInNewContext(escapeTexts(script))]).toEqual([true, value]);
});

it('a division stays, and so does what follows a regular expression', () => {
  const script = 'var a=6/2/1,b=/x/g.test("x")?a/3:0;b';
  expect([escapeTexts(script), runInNewContext(escapeTexts(script))]).toEqual([script, 1]);
});

it.each([
  ['//', 'a = b //c'],
  ['/*', 'a /* b */'],
  ['<!--', '<p><!-- b -->'],
  ['-->', 'a-->b'],
  ['\u2026', 'a = "\u2026"'],
])('a page with %s is refused', (_what, page) => {
  expect(() => checkUncut(page)).toThrow(/^HtmlService would cut or garble the page at /);
});

it('a page with none of them passes', () => {
  expect(() => checkUncut('<p>a / b * c</p>\n<script>x(1/2)</script>')).not.toThrow();
});
