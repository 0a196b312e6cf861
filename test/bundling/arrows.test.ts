import { runInNewContext } from 'node:vm';
import { toArrows } from '../../bundling/arrows';

const lines = (text: string): string => text.replace(/\s+/g, ' ');

describe('functions that become arrow functions', () => {
  it('are those declared inside another, and stand first in it: they are known before their line', () => {
    expect(lines(toArrows('(function(){var a=f(1);function f(x){return x+g}var g=1;return a})()'))).toBe(
      '(function(){ var f=(x)=>{ return x+g }; var a=f(1); var g=1; return a })()',
    );
  });

  it('also those within them', () => {
    const code = '(()=>{return f(3);function f(x){return g();function g(){return x*2}}})()';
    expect(toArrows(code)).not.toContain('function');
    expect(runInNewContext(toArrows(code))).toBe(6);
  });

  it('stand after what is said about the scope', () => {
    expect(lines(toArrows('(()=>{"use strict";function f(){}f()})()'))).toBe(
      '(()=>{ "use strict"; var f=()=>{ }; f() })()',
    );
  });

  it.each([
    ['at the top level, which hosts call by name', 'function f(){return 1}f()'],
    ['that read this', '(()=>{function f(){return this}return f})()'],
    ['that read this in an arrow function', '(()=>{function f(){return()=>this}return f})()'],
    ['that read their arguments', '(()=>{function f(){return arguments}return f})()'],
    ['that read how they were called', '(()=>{function f(){return new.target}return f})()'],
    ['that are generators', '(()=>{function*f(){yield 1}return f})()'],
    ['that are asynchronous', '(()=>{async function f(){}return f})()'],
    ['that are constructed', '(()=>{function F(){}return new F})()'],
    ['that are extended', '(()=>{function F(){}return class extends F{}})()'],
    ['whose prototype is asked for', '(()=>{function F(){}return F.prototype})()'],
  ])('are not those %s', (_, code) => {
    expect(toArrows(code)).toMatch(/function/);
  });

  it('are not kept from it by a function inside that has its own this', () => {
    expect(toArrows('(()=>{function f(){return function(){return this}}return f})()')).toContain('f=()=>');
  });
});
