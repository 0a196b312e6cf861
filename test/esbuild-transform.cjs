const { transformSync } = require('esbuild');
const { createHash } = require('node:crypto');
const { version } = require('esbuild/package.json');

/** Lets jest read TypeScript and ES modules with the compiler that the build uses; types are checked by tsc. */
module.exports = {
  process(source, path) {
    const loader = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      // Jest has none in scripts: what is loaded later is required then.
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcefile: path,
    });
    return { code, map };
  },
  getCacheKey(source, path) {
    return createHash('sha256').update(`${version} 2`).update(path).update(source).digest('hex');
  },
};
