// usage: node tests/hooks/action.mjs TREE, in the root of the repository
//
// Runs the action of TREE as far as it is ours, on files in a workspace: its steps with their environment, their
// outputs, and the annotations that the problem matcher makes of what they print. Fails where those are not the ones
// that the files deserve.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const require = createRequire(new URL('../../third_party/npm/', import.meta.url));
const yaml = require('js-yaml');

const tree = resolve(process.argv[2]);
const action = yaml.load(readFileSync(join(tree, 'action.yml'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'action-'));

// What `${{ … }}` stands for; nothing but names is used in it.
const expanded = (text, known) =>
  text.replace(/\$\{\{ (\S+) \}\}/g, (_, name) => {
    const value = name.split('.').reduce((object, key) => object?.[key], known);
    assert.notEqual(value, undefined, `nothing is known of ${name}`);
    return value;
  });

// The annotations that a runner makes of lines, by the matchers that are there while each is printed.
function annotations(output) {
  const matchers = new Map();
  const made = [];
  for (const line of output.split('\n')) {
    const added = line.match(/^::add-matcher::(.*)$/)?.[1];
    if (added) for (const each of JSON.parse(readFileSync(added, 'utf8')).problemMatcher) matchers.set(each.owner, each);
    const removed = line.match(/^::remove-matcher owner=(.*)::$/)?.[1];
    if (removed) assert(matchers.delete(removed), `${removed} was not there`);
    for (const { severity, pattern: [pattern] } of matchers.values()) {
      const groups = line.match(new RegExp(pattern.regexp));
      if (!groups) continue;
      const part = (name) => groups[pattern[name]];
      made.push(`${severity ?? part('severity')} ${part('file')}:${part('line')}:${part('column')} ${part('code')}`);
      break;
    }
  }
  assert.equal(matchers.size, 0, 'matchers are left behind');
  return made;
}

// Runs the steps until one fails.
function run(inputs, workspace) {
  const known = {
    inputs: Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value }]) => [name, inputs[name] ?? value]),
    ),
    github: { action_path: tree },
    runner: { os: 'Linux', arch: 'X64' },
    steps: {},
  };
  let output = '';
  for (const step of action.runs.steps) {
    for (const value of Object.values(step.with ?? {})) expanded(value, known);
    if (step.uses) continue;
    assert.equal(step.shell, 'bash');
    const outputs = join(scratch, 'outputs');
    writeFileSync(outputs, '');
    const done = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_ACTION_PATH: tree,
        GITHUB_OUTPUT: outputs,
        RUNNER_TEMP: scratch,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, expanded(value, known)])),
      },
    });
    output += done.stdout;
    const lines = readFileSync(outputs, 'utf8').trim().split('\n').filter(Boolean);
    known.steps[step.id] = { outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s))) };
    if (done.status !== 0) return { status: done.status, output: output + done.stderr, annotated: annotations(output) };
  }
  return { status: 0, output, annotated: annotations(output), sarif: expanded(action.outputs.sarif.value, known) };
}

const example = readFileSync(join(tree, 'docs/samples/official-example.json'), 'utf8');
const workspace = join(scratch, 'workspace');
mkdirSync(join(workspace, 'pushes/july'), { recursive: true });
writeFileSync(join(workspace, 'pushes/july/example.json'), example);
writeFileSync(join(workspace, 'pushes/good.json'),
  '{"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":0,"send_at":1}');

const found = [
  'warning pushes/july/example.json:24:5 new-staff-fields-ignored',
  'error pushes/july/example.json:31:5 all-members-excludes-users',
  'error pushes/july/example.json:38:5 all-members-excludes-departments',
];
const files = 'pushes/**/*.json';
const inputs = { files, arguments: '--disable field-type --disable timestamp-unit' };

try {
  const english = run(inputs, workspace);
  assert.deepEqual(english.annotated, found, english.output);
  assert.equal(english.status, 1);
  const log = JSON.parse(readFileSync(join(scratch, 'preflight.sarif'), 'utf8'));
  const uris = log.runs[0].results.map((each) => each.locations[0].physicalLocation.artifactLocation.uri);
  assert(uris.includes('pushes/july/example.json'), uris);

  const chinese = run({ ...inputs, arguments: `${inputs.arguments} --language zh` }, workspace);
  assert.deepEqual(chinese.annotated, found, chinese.output);

  const good = run({ files: 'pushes/*.json', arguments: inputs.arguments }, workspace);
  assert.deepEqual([good.status, good.annotated], [0, []], good.output);
  assert.deepEqual(JSON.parse(readFileSync(good.sarif, 'utf8')).runs[0].results, []);

  // A name with a space is one word.
  writeFileSync(join(workspace, 'our policy.json'),
    '{"severities": {"field-type": "off"}, "recipients": {"forbidden_scopes": ["all_members"]}}');
  const strict = run({ files: 'pushes/*.json', policy: 'our policy.json', arguments: '--disable timestamp-unit' }, workspace);
  assert.deepEqual([strict.status, strict.annotated],
    [1, ['error pushes/good.json:1:51 policy-forbidden-scopes']], strict.output);

  const none = run({ files: 'pushes/*.yaml' }, workspace);
  assert.equal(none.status, 2);
  assert.match(none.output, /::error::no file matches/);
  console.log('the action ran 5 times');
} finally {
  rmSync(scratch, { recursive: true });
}
