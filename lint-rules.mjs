/** Rules that the linter does not have (https://oxc.rs/docs/guide/usage/linter/js-plugins.html). */
export default {
  meta: { name: 'own' },
  rules: {
    'no-export-all': {
      create: (context) => ({
        ExportAllDeclaration: (node) => context.report({ node, message: 'Write the names out.' }),
      }),
    },
    'no-current-date': {
      create: (context) => ({
        NewExpression(node) {
          const isNow = node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
          if (isNow) context.report({ node, message: 'The core asks its host for the time (shared/client/ports.ts).' });
        },
      }),
    },
  },
};
