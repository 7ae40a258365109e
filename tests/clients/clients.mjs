// The clients that really send, and what is done to the API reference's sample for each run.

import { edited, sample } from './samples.mjs';

const printed_host = 'https://open.feishu.cn/open-apis';
const printed_token = 't-7f1b******8e560';

const access_token = 'u-7f1b1234567890abcdef8e560';
const helpdesk_id = '7000000000000000001';
const helpdesk_token = 'ht-7f1b1234-5678-90ab';
const helpdesk = Buffer.from(`${helpdesk_id}:${helpdesk_token}`).toString('base64');
const helpdesk_header = 'X-Lark-Helpdesk-Authorization';

// The value of this member, a list, emptied or replaced. A name is followed by a colon, quoted or not.
const list = (name, to) => [new RegExp(`(?<=[\\s"]${name}"?: ?)\\[[^\\]]*\\]`), to];
const lists = (to) => [list('user_list', to), list('department_list', to)];

// What each run is to get: the code, and the rule that is reported on each field.
const as_printed = { name: 'as-printed', code: 154001 };
const authorized = {
  name: 'authorized',
  code: 154000,
  reported_on: { user_list: 'all-members-excludes-users', department_list: 'all-members-excludes-departments' },
};
const corrected = { name: 'corrected', code: 0 };

const sdk_token = `lark.withUserAccessToken("${access_token}")`;
const node_authorize = [
  [
    `lark.withTenantToken("${printed_token}")`,
    `{ ...${sdk_token}, headers: { '${helpdesk_header}': '${helpdesk}' } }`,
  ],
];

// With what the SDK has for the helpdesk's header.
const sdk_authorize = (options) => [
  ["appId: 'app id'", `appId: 'app id', helpDeskId: '${helpdesk_id}', helpDeskToken: '${helpdesk_token}'`],
  [`lark.withTenantToken("${printed_token}")`, options],
];

// name, file: how the client is called, and the file that its sample is written to
// heading: the sample's
// command: what runs that file; version: a shell command that says the client's version
// host, authorize: the edits that set the host, and the token and the helpdesk's header
// more: further runs, each with its edits
function client({ name, file, command, version, heading, host, authorize, more = [] }) {
  const run = (which, edits) => ({
    ...which,
    source: (url) => edited(sample(heading), [...host(url), ...edits]),
  });
  return {
    name,
    file,
    command,
    version,
    runs: [
      run(as_printed, []),
      run(authorized, authorize),
      run(corrected, [...authorize, ...lists('[]')]),
      ...more.map(([which, edits]) => run(which, edits)),
    ],
  };
}

export const clients = [
  client({
    name: 'nodejs',
    file: 'sample.cjs',
    command: ['node'],
    version: 'node -p \'"@larksuiteoapi/node-sdk " + require("@larksuiteoapi/node-sdk/package.json").version\'',
    heading: 'Nodejs SDK',
    host: (url) => [["appId: 'app id'", `domain: '${url}',\n    appId: 'app id'`]],
    authorize: node_authorize,
    more: [
      [{ name: 'with-nulls', code: 0 }, [...node_authorize, ...lists('null')]],
      // withAll loses both headers, and withHelpDeskCredential puts a scheme before the Base64.
      [
        { name: 'with-all', code: 154001 },
        sdk_authorize(`lark.withAll([${sdk_token}, lark.withHelpDeskCredential()])`),
      ],
      [
        { name: 'with-scheme', code: 154001 },
        sdk_authorize(`{ lark: { ...${sdk_token}.lark, ...lark.withHelpDeskCredential().lark } }`),
      ],
    ],
  }),
  client({
    name: 'curl',
    file: 'sample.sh',
    command: ['sh'],
    version: 'curl --version | head -n 1 | cut -d " " -f 1,2',
    heading: 'Curl',
    host: (url) => [[printed_host, `${url}/open-apis`]],
    authorize: [
      [printed_token, access_token],
      ["-d '", `-H '${helpdesk_header}: ${helpdesk}' \\\n-d '`],
    ],
  }),
  client({
    name: 'php-guzzle',
    file: 'sample.php',
    command: ['php', '-n'], // without extensions: Guzzle would take libcurl where it is installed
    version: "dpkg-query -W -f '${Package} ${Version}\\n' php-guzzlehttp-guzzle",
    heading: 'Php-guzzle',
    // The sample leaves out what loads Guzzle.
    host: (url) => [
      ['<?php', "<?php require 'GuzzleHttp/autoload.php'; use GuzzleHttp\\Client; use GuzzleHttp\\Psr7\\Request;"],
      [printed_host, `${url}/open-apis`],
    ],
    authorize: [
      [printed_token, access_token],
      ["'Content-Type' =>", `'${helpdesk_header}' => '${helpdesk}',\n  'Content-Type' =>`],
    ],
  }),
];
