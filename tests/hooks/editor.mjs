// usage: node tests/hooks/editor.mjs TOOL, in the root of the repository
//
// Whether VS Code, set up as docs/how-to/editor.md says, marks what is wrong with a body: its own language service
// reads the settings and the schemas that TOOL prints, and the problem matcher of the task reads what TOOL prints.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../third_party/npm/', import.meta.url));
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');

const example = 'docs/samples/official-example.json';
const tool = (...args) => spawnSync(process.argv[2], args, { encoding: 'utf8' }).stdout;
const sample = (name) => JSON.parse(readFileSync(`docs/how-to/vscode/${name}`, 'utf8'));

// The folder, as step 1 of the page leaves it; VS Code takes addresses that begin with a dot for places in it.
const folder = 'file:///pushes/';
const workspace = {
  [`${folder}schema/notification.complete.schema.json`]: tool('--schema'),
  [`${folder}schema/notification.partial.schema.json`]: tool('--schema', '--mode', 'partial'),
};
const service = getLanguageService({ schemaRequestService: async (uri) => workspace[uri] });
service.configure({
  validate: true,
  schemas: sample('settings.json')['json.schemas'].map(({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, folder).href })),
});

function opened(name, text) {
  const document = TextDocument.create(folder + name, 'json', 1, text);
  return [document, service.parseJSONDocument(document)];
}
async function marked(name, text) {
  const [document, json] = opened(name, text);
  return (await service.doValidation(document, json)).map((each) => each.range.start.line + 1);
}
async function completed(name, text) {
  const [document, json] = opened(name, text);
  const offered = await service.doComplete(document, document.positionAt(1), json);
  return offered.items.map((each) => each.label);
}

const body = readFileSync(example, 'utf8');
assert.deepEqual(await marked('x.notification.json', body), [31, 38]);
assert.deepEqual(await marked('x.notification.json', '{"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0}'), []);
assert.deepEqual(await marked('x.notification.patch.json', '{\n"push_type":\n7}'), [3]);
assert.deepEqual(await marked('x.json', body), []);
assert((await completed('x.notification.json', '{}')).includes('push_scope_type'));

const [{ args, problemMatcher }] = sample('tasks.json').tasks;
const printed = tool(...args.map((each) => each.replace('${relativeFile}', example)));
const { regexp, ...parts } = problemMatcher.pattern;
const problems = printed
  .split('\n')
  .map((line) => line.match(regexp))
  .filter(Boolean)
  .map((groups) => ['severity', 'file', 'line', 'column', 'code'].map((name) => groups[parts[name]]).join(' '));
assert.deepEqual(problems, [
  `warning ${example} 24 5 new-staff-fields-ignored`,
  `error ${example} 31 5 all-members-excludes-users`,
  `error ${example} 38 5 all-members-excludes-departments`,
]);
console.log('VS Code marks what it should');
