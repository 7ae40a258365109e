// usage: lint_openapi.mjs FILE
// Fails where an OpenAPI document breaks a rule of Redocly's linter, all of the recommended ones.

import { createRequire } from 'node:module';

const require = createRequire(new URL('../../third_party/npm/', import.meta.url));
const { createConfig, formatProblems, getTotals, lint } = require('@redocly/openapi-core');

const config = await createConfig({ extends: ['recommended-strict'] });
const problems = await lint({ ref: process.argv[2], config });
const totals = getTotals(problems);
formatProblems(problems, { format: 'stylish', totals, version: '' });
console.log(`${process.argv[2]}: ${totals.errors} errors, ${totals.warnings} warnings`);
process.exit(totals.errors + totals.warnings === 0 ? 0 : 1);
