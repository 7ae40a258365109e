#!/bin/sh
# What --fix reports of the body that it writes, and of what it leaves.
set -u
preflight=$1
. tests/tool/checks

example=docs/samples/official-example.json
start='"job_name":"a","push_content":"{}"'
users='"user_list":[{"user_id":"ou_1"}]'
last_line_is() { [ "$(tail -n 1 "$scratch/err")" = "$1" ] || fail "not '$1' but '$(tail -n 1 "$scratch/err")'"; }

# The recipients are those of the body that is written, with its draft.
echo "{$start,\"push_type\":0,\"push_scope_type\":\"0\"}" | run 0 --fix
last_line_is 'recipients: every member of the organisation'
[ "$(grep -c '^recipients: ' "$scratch/err")" = 1 ] || fail 'recipients of two bodies'
err_lacks ': help: '
echo "{$start,\"push_type\":0,\"push_scope_type\":\"0\"}" | run 0 --fix --language zh
last_line_is '推送对象：组织内全部成员'
echo "{\"notification\":{$start,\"push_type\":0,\"push_scope_type\":2,$users}}" | run 0 --fix
last_line_is 'recipients: 1 user'
echo "{$start,\"push_type\":0,\"push_scope_type\":2,$users}" >"$scratch/draft.json"
echo '{"push_scope_type":0}' | run 0 --fix --draft "$scratch/draft.json"
last_line_is 'recipients: every member of the organisation'
[ "$(cat "$scratch/out")" = '{"push_scope_type":0,"user_list":[]}' ] || fail 'the patch was not completed'

# A byte-order mark and trailing commas go; the recipients are those of the rest.
printf '\357\273\277{%s,"push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1",},],}' "$start" | run 0 --fix
[ "$(cat "$scratch/out")" = "{$start,\"push_type\":0,\"push_scope_type\":2,$users}" ] || fail 'the syntax was not fixed'
last_line_is 'recipients: 1 user'

printf '{%s,"push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1",},],}' "$start" >"$scratch/commas"
run 1 "$scratch/commas"
out_has '      = help: remove the 3 trailing commas'

# A good body is reported alike.
echo "$good" | run 0 --fix
err_is '<stdin>: nothing to report
recipients: every member of the organisation'

# What is left is named by rule and place; nothing is written, and so nobody gets anything.
echo "{$start,\"push_type\":\"0\",\"push_scope_type\":1,\"x\":1}" >"$scratch/left.json"
run 1 --fix "$scratch/left.json"
out_is_empty
err_has "left.json: not fixed: 1 error needs a decision: no-members-requires-chats at /chat_list"
err_has "left.json: not fixed: 1 warning: unknown-field at /x"
err_lacks 'recipients: '
run 1 --fix --language zh "$scratch/left.json"
err_has "left.json：未改正：1 个错误须由作者决定：no-members-requires-chats（/chat_list）"
err_has "left.json：未改正：1 个警告：unknown-field（/x）"
echo "{$start,\"push_scope_type\":0}" | run 1 --fix --mode complete --disable unknown-field
err_has 'not fixed: 1 error needs a decision: required at /push_type'
echo "{$start}" | run 1 --fix
err_has 'not fixed: 2 errors need a decision: required at /push_type, required at /push_scope_type'
echo '[]' | run 1 --fix
err_has 'not fixed: 1 error needs a decision: body-type at the body'
# Warnings are left where all errors were fixed, too.
echo "{$start,\"push_type\":\"0\",\"push_scope_type\":0,\"x\":1}" | run 0 --fix
err_has '<stdin>: not fixed: 1 warning: unknown-field at /x'
last_line_is 'recipients: every member of the organisation'
# The only field that a patch sets is not emptied.
echo "$good" >"$scratch/everyone.json"
echo "{$users}" | run 1 --fix --draft "$scratch/everyone.json"
out_is_empty
err_has 'not fixed: 1 error needs a decision: all-members-excludes-users at /user_list'

# The limit of a run is named, and how many errors are left.
awk -v start="$start" 'BEGIN {
  printf "{%s,\"push_type\":0,\"push_scope_type\":2,\"user_list\":[{\"user_id\":5}", start
  for (i = 1; i < 1100; ++i) printf ",{\"user_id\":5}"
  print "]}"
}' >"$scratch/many.json"
run 1 --fix "$scratch/many.json"
out_is_empty
err_has 'many.json: not fixed: stopped at the limit of 16 passes with up to 64 fixes each'
err_has 'many.json: not fixed: 76 errors: field-type at /user_list/1024/user_id, field-type at'
err_has ', and 12 more'
err_lacks 'a decision'
run 1 --fix --language zh "$scratch/many.json"
err_has 'many.json：未改正：已达上限（最多 16 轮，每轮最多改正 64 处）'

# A field without effect is removed; one that the draft has stays, and the tool says so.
echo "{$start,\"push_type\":0,\"push_scope_type\":0,\"new_staff_scope_type\":0}" >"$scratch/ignored.json"
run 0 --fix --warnings-as-errors "$scratch/ignored.json"
[ "$(cat "$scratch/out")" = "$good" ] || fail 'the field was not removed'
echo '{"push_type":0}' | run 1 --warnings-as-errors --draft "$scratch/ignored.json"
out_has '<stdin>: help: new_staff_scope_type is in the draft and cannot be removed by a patch'

# As JSON: the report on the body, and that on what was written.
echo "{$start,\"push_type\":0,\"push_scope_type\":\"0\"}" | run 0 --fix --format json
[ "$(wc -l <"$scratch/err")" = 2 ] || fail 'not a report before and a report after'
err_has '"errors":1,'
err_has '"ok":true,"errors":0,"warnings":0,"notes":0,"recipients":"every member of the organisation"'

# The diff is what was changed, and nothing else.
printf '{\r\n  %s,\n  "push_type": "0",\n  "push_scope_type": 0,\n  %s}' "$start" "$users" >"$scratch/two lines.json"
run 0 --fix --diff "$scratch/two lines.json"
err_has '-  "push_type": "0",'
err_has '+  "push_type": 0,'
run 0 --fix "$scratch/two lines.json"
err_lacks '@@'
run 0 --fix --diff "$example"
[ "$(grep -c '^+ ' "$scratch/err")" = 2 ] || fail 'not two lines that are new'
echo "$good" | run 0 --fix --diff
err_is '<stdin>: nothing to report
recipients: every member of the organisation'
run 1 --fix --diff "$scratch/left.json"
err_lacks '@@'
printf '%s' "$good" | sed 's/"push_type":0/"push_type":"0"/' | run 0 --fix --diff
[ "$(grep -cxF '\ No newline at end of file' "$scratch/err")" = 2 ] || fail 'the missing line feed is not marked'
run 2 --diff "$scratch/left.json"
err_has '--diff requires --fix'
# `patch` makes the same of it, where there is one.
if command -v patch >/dev/null; then
  cp "$example" "$scratch/example.json"
  for body in 'two lines.json' example.json; do
    cp "$scratch/$body" "$scratch/patched"
    run 0 --fix --diff "$scratch/$body"
    patch --binary -s "$scratch/patched" "$scratch/err" || fail "patch refuses the diff of $body"
    cmp -s "$scratch/patched" "$scratch/out" || fail "patch makes something else of $body"
  done
else
  echo 'there is no patch here: diffs are not applied' >&2
fi
# A terminal is not given what it would obey.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  printf '{%s,"x":"\302\233",\n"push_type":"0","push_scope_type":0}' "$start" >"$scratch/control.json"
  NO_COLOR=1 script -qec "'$preflight' --fix --diff '$scratch/control.json' >/dev/null" /dev/null </dev/null >"$scratch/out"
  out_has '+"push_type":0'
  ! grep -qF "$(printf '\302\233')" "$scratch/out" || fail 'a control character on the terminal'
fi

[ "$failures" = 0 ] || exit 1
