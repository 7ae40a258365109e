// usage: node tests/clients/run.mjs [--keep] SANDBOX [OPTION…], in the root of the repository
//
// Starts the sandbox, sends the API reference's samples to it by the clients that they are written for, and compares the
// answers with the API reference's, and the bytes that were sent with those that were kept. --keep keeps those that differ.

import { execSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { clients } from './clients.mjs';
import { difference, keep } from './kept.mjs';
import { message, record } from './recorder.mjs';
import { error_code } from './samples.mjs';

const patience_ms = 30_000;

const args = process.argv.slice(2);
const keeps = args[0] === '--keep' && args.shift();
const scratch = mkdtempSync(join(tmpdir(), 'clients-'));
// Nobody's own settings and proxies.
const environment = {
  PATH: process.env.PATH,
  HOME: scratch,
  LC_ALL: 'C.UTF-8',
  NODE_PATH: resolve('third_party/npm/node_modules'),
};

// The port that the sandbox's first line names.
async function port_of(server) {
  server.on('error', (problem) => console.error(problem.message));
  for await (const line of createInterface(server.stdout)) {
    const port = line.match(/^listening on http:\/\/127\.0\.0\.1:(\d+)$/)?.[1];
    if (!port) throw new Error(`the sandbox says: ${line}`);
    server.stdout.resume();
    return Number(port);
  }
  throw new Error('there is no sandbox');
}

// All that a client printed, whatever its exit code.
function output_of(client, source) {
  const file = join(scratch, client.file);
  writeFileSync(file, source);
  const [command, ...options] = client.command;
  return new Promise((finished, failed) => {
    const child = spawn(command, [...options, file], { env: environment, timeout: patience_ms });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', failed).on('close', () => finished(output));
  });
}

// The rule that is reported on each field: descriptions end with the rule's id.
const reported = (violations = []) =>
  Object.fromEntries(violations.map(({ field, description }) => [field, description.match(/ \[(.*)\]$/)?.[1]]));

// What is wrong with what was answered, and with what the client made of it.
function faults({ code, reported_on }, answered, output) {
  const wrong = [];
  const expect = (what, is, wanted) => {
    if (isDeepStrictEqual(is, wanted)) return;
    wrong.push(`${what} is ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  };
  const { head, body } = message(answered);
  const response = JSON.parse(body);
  const success = { status: 200, description: 'success' };
  const { status, description, advice } = code ? error_code(code) : success;
  expect('the status', Number(head.split(' ')[1]), status);
  expect('code', response.code, code);
  expect('msg', response.msg, description);
  expect('the advice', response.error?.troubleshooter, advice);
  if (reported_on) expect('error.field_violations', reported(response.error.field_violations), reported_on);
  expect('that the client shows the code', new RegExp(`\\bcode"?: ?${code}\\b`).test(output), true);
  if (wrong.length) wrong.push(`the answer: ${body}`, `the client printed: ${output}`);
  return wrong;
}

// Whether one run of a client went as it is to; prints a row of the table.
async function passes(client, run, relay) {
  const name = `${client.name}-${run.name}`;
  const output = await output_of(client, run.source(relay.url));
  const { sent, answered } = relay.take();
  if (!sent.length || !answered.length) throw new Error(`${name}: nothing was sent:\n${output}`);

  const wrong = faults(run, answered, output);
  if (keeps) keep(name, sent);
  wrong.push(...difference(name, sent));

  const status = answered.toString().split(' ')[1];
  const result = wrong.length ? 'FAILED' : 'ok';
  const { code } = JSON.parse(message(answered).body);
  console.log(`  ${run.name.padEnd(12)} ${status} ${String(code).padEnd(6)} ${result}`);
  for (const each of wrong) console.log(`    ${each}`);
  return !wrong.length;
}

async function main() {
  const [command, ...options] = args;
  const server = spawn(command, [...options, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let relay;
  let failed = 0;
  try {
    relay = await record(await port_of(server));
    for (const client of clients) {
      console.log(execSync(client.version, { env: environment, encoding: 'utf8' }).trim());
      for (const run of client.runs) failed += (await passes(client, run, relay)) ? 0 : 1;
    }
  } finally {
    relay?.close();
    server.kill();
    rmSync(scratch, { recursive: true });
  }
  if (failed) throw new Error(`${failed} of the clients' runs failed`);
}

main().catch((problem) => {
  console.error(problem.message);
  process.exitCode = 1;
});
