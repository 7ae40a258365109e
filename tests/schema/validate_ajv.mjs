// usage: validate_ajv.mjs COMPLETE PARTIAL <cases, one {"mode", "body"} a line
// Says of each body whether ajv finds it valid by the schema of its mode.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../third_party/npm/', import.meta.url));
const { Ajv2020 } = require('ajv/dist/2020');

// Strict: what is misspelt is an error.
const ajv = new Ajv2020({ strict: true, strictTypes: false });
ajv.addVocabulary(
  [
    ...['description-zh', 'rule', 'citation', 'not-expressed', 'partly-expressed'],
    ...['documentation', 'severity', 'type'],
  ].map((name) => 'x-' + name),
);

const compile = (path) => ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
const [complete, partial] = process.argv.slice(2).map(compile);

const results = [];
for (const line of readFileSync(0, 'utf8').split('\n').slice(0, -1)) {
  const { mode, body } = JSON.parse(line);
  const isValid = { complete, partial }[mode](JSON.parse(body));
  results.push(isValid ? 'valid\n' : 'invalid\n');
}
process.stdout.write(results.join(''));
