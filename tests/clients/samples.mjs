// The API reference's samples of calls, taken from the API reference itself. Nothing is changed in them but what an edit
// says, and an edit that fits no place, or several, is an error: so it is known how near they are to the print.

import { readFileSync } from 'node:fs';

const document_ = readFileSync('tests/fixtures/update-notification.zh.md', 'utf8');

// The code under this heading.
export function sample(heading) {
  const code = document_.split(`\n#### ${heading}\n`)[1]?.match(/^```\w*\n(.*?)^```$/ms)?.[1];
  if (!code) throw new Error(`the API reference has no sample "${heading}"`);
  return code;
}

// The row of the table of error codes.
export function error_code(code) {
  const row = document_.match(new RegExp(`^\\| (\\d+) \\| ${code} \\| (.*?) \\| (.*?) \\|$`, 'm'));
  if (!row) throw new Error(`the API reference has no code ${code}`);
  return { status: Number(row[1]), description: row[2], advice: row[3] };
}

// edits: pairs of what stands there, a text or a regular expression, and what is to stand there.
export function edited(text, edits) {
  for (const [from, to] of edits) {
    const pieces = text.split(from);
    if (pieces.length !== 2) throw new Error(`${from} stands ${pieces.length - 1} times in a sample`);
    text = pieces.join(to);
  }
  return text;
}
