/** Named by its file: the bare name is a deprecated module of Node's own. */
declare module 'punycode/punycode.es6.js' {
  export function toASCII(domain: string): string;
}
