#!/bin/sh
# What the tool prints where, and which exit code it has.
set -u
preflight=$1
. tests/tool/checks

example=docs/samples/official-example.json

# The main job.
run 1 "$example"
diff -u docs/samples/official-example.txt "$scratch/out" || fail 'the official example changed'
err_is_empty
run 1 --format json "$example"
[ "$(wc -l <"$scratch/out")" = 1 ] || fail 'not one line of JSON'
out_has '"rule":"all-members-excludes-users","severity":"error","path":"/user_list","line":31,"column":5'
out_has '"rule":"server-assigned","severity":"note","path":"/id","line":2,"column":5,"offset":6'
out_has '"recipients":"every member of the organisation, and 1 chat"'
run 1 --language zh "$example"
out_has '推送对象：组织内全部成员，以及 1 个群聊'
run 1 --verbose "$example"
[ "$(grep -c 'server-assigned' "$scratch/out")" = 9 ] || fail 'not nine notes'

# Standard input, and several files.
echo "$good" | run 0
out_has '<stdin>: nothing to report'
echo "$good" >"$scratch/good.json"
echo "$good" | run 1 "$scratch/good.json" - "$example"
out_has 'good.json: nothing to report'

# What cannot be read.
run 2 "$scratch/none.json"
err_has 'No such file or directory'
out_is_empty
run 2 "$scratch"
err_has 'Is a directory'
run 2 "$scratch/none.json" "$scratch/good.json"
out_has 'nothing to report'

# Bodies that are none.
printf '' | run 1
out_has '<stdin>:1:1: error'
out_lacks 'would message'
printf '\377\376\000\001' | run 1
out_has '[json-syntax]'
printf '{"\033[31mred":1}' | run 1 --mode partial --warnings-as-errors
out_has '<U+001B>[31mred'
{
  printf '{"job_name":"'
  head -c 100000000 /dev/zero | tr '\0' x
  printf '","push_content":"{}","push_type":0,"push_scope_type":9}'
} | run 1
out_has '[enum-value]'
[ "$(wc -c <"$scratch/out")" -lt 1000 ] || fail 'a long line is quoted as a whole'

# The request, the mode, the policy.
echo "$good" | run 1 --status 2 --notification-id abc --user-id-type email
out_has '[not-draft]'
out_has '[notification-id]'
out_has '[user-id-type]'
echo '{"send_at":"1626332244719"}' | run 0 --mode partial --now 1626332244720
out_has '[send-at-past]'
echo '{"send_at":"1626332244719"}' | run 1 --mode partial --now 1626332244720 --warnings-as-errors
out_has 'error: send_at'
echo '{"send_at":"1626332244719"}' | run 0 --mode partial --now now
out_has '[send-at-past]'
run 2 --now 1626332244
err_has "'1626332244' looks like seconds; expected milliseconds since 1970"
run 2 --now tomorrow
err_has "'tomorrow' is not a time (expected milliseconds since 1970, or now)"
echo '{}' | run 0 --disable required --disable body-type --format json
out_lacks '"required"'
run 0 --disable json-syntax "$scratch/good.json"
out_has 'good.json: nothing to report'

# A draft: a GET response, or the bare notification.
echo '{"user_list":[]}' >"$scratch/patch.json"
echo '{"code":0,"data":{"notification":{"id":"1","job_name":"a","push_content":"{}","push_type":0,
"push_scope_type":2,"user_list":[{"user_id":"ou_1"}],"chat_list":null}}}' >"$scratch/response.json"
echo '{"job_name":"a","push_content":"{}","push_type":"0","push_scope_type":2,
"user_list":[{"user_id":"ou_1"}]}' >"$scratch/draft.json"
run 0 --mode partial "$scratch/patch.json"
run 1 --draft "$scratch/response.json" "$scratch/patch.json"
out_has '[some-members-requires-targets]'
out_lacks 'server-assigned'
err_is_empty
run 1 --draft "$scratch/draft.json" "$scratch/patch.json"
err_has 'draft.json:1:49: error: push_type must be an integer, not a string [field-type]'
[ "$(head -n 1 "$scratch/err")" = "preflight: problems in the draft $scratch/draft.json:" ] || fail 'not said to be of the draft'
echo '{"data":{"notification":{"push_type":"0"}}}' >"$scratch/response_with_error.json"
run 0 --draft "$scratch/response_with_error.json" --mode partial "$scratch/good.json"
err_has 'error.json:1:38: error: data.notification.push_type must be an integer, not a string [field-type]'
run 1 --draft "$scratch/draft.json" --language zh "$scratch/patch.json"
err_has "preflight：草稿 $scratch/draft.json 中的问题："
# A body and its draft are validated as one, whatever the mode.
run 1 --draft "$scratch/response.json" --mode partial "$scratch/patch.json"
out_has '[some-members-requires-targets]'
run 2 --draft "$scratch/none.json" "$scratch/patch.json"
echo '[]' >"$scratch/array.json"
run 2 --draft "$scratch/array.json" "$scratch/patch.json"
err_has 'no notification to merge with'
echo '{"code":99991663,"msg":"token"}' >"$scratch/refused.json"
run 2 --draft "$scratch/refused.json" "$scratch/patch.json"
run 2 --draft -

# What would fix a body, and a body fixed.
run 1 --language zh "$example"
out_has 'official-example.json：建议：仍推送给组织内全部成员，以及 1 个群聊：清空 user_list 和 department_list'
echo '{"job_name":"a","push_content":"{}","push_type":"0","push_scope_type":1}' >"$scratch/wrong.json"
run 1 "$scratch/wrong.json"
out_has '= help: replace with 0'
echo '{"job_name":"a","push_content":"{}"}' | run 1
out_has 'help: 5 more options (--verbose lists all)'
echo '{"job_name":"a","push_content":"{}"}' | run 1 --verbose
[ "$(grep -c 'help: ' "$scratch/out")" = 8 ] || fail 'not all ways are told'
echo '{"push_type":0,"push_scope_type":0,"user_list":[{}],"job_name":"a","push_content":"{}"}' >"$scratch/users.json"
run 1 --disable element-id "$scratch/users.json"
out_has 'help: 1 more option (--verbose lists all)'
run 0 --disable element-id --disable all-members-excludes-users "$scratch/users.json"
out_lacks 'help: '
run 0 --fix "$example"
err_has '2 errors, 1 warning, 9 notes'
[ "$(diff "$example" "$scratch/out" | grep -c '^>')" = 2 ] || fail 'more than two lines were changed'
"$preflight" "$scratch/out" >/dev/null || fail 'the fixed body has errors'
echo "$good" | run 0 --fix
echo "$good" | cmp -s - "$scratch/out" || fail 'a good body was changed'
run 1 --fix "$scratch/wrong.json"
out_is_empty
err_has 'not fixed: 1 error needs a decision: no-members-requires-chats at /chat_list'
run 2 --fix "$scratch/wrong.json" "$example"
run 2 --fix --lines "$example"
run 2 --fix "$scratch/none.json"

# A problem for each body, and one log for all of them.
run 1 --format problem "$example"
out_has '"type":"about:blank","title":"Bad Request","status":400,"detail":"2 errors, 1 warning, 9 notes"'
out_counts 1
printf '%s\n[1\n{"push_type":7}\n' "$good" >"$scratch/lines"
run 1 --format sarif --lines --jobs 2 "$scratch/lines" "$scratch/lines"
out_has '"version":"2.1.0"'
[ "$(grep -c '^{"ruleId"' "$scratch/out")" = 12 ] || fail 'not all results'
[ "$(grep -c '^{"ruleId".*,$' "$scratch/out")" = 11 ] || fail 'not a comma between any two results'
[ "$(grep -c '"endLine":3' "$scratch/out")" = 8 ] || fail 'not the lines of the file'
echo "$good" | run 0 --format sarif
out_has '"results":['
run 2 --fix --format sarif "$example"

# Lines.
printf '%s\r\n\n{"push_type":7}\n[1' "$good" | run 1 --lines --format json
[ "$(wc -l <"$scratch/out")" = 3 ] || fail 'not an object for each line that is not empty'
out_has '"rule":"enum-value","severity":"error","path":"/push_type","line":3,"column":14,"offset":13'
out_has '"rule":"json-syntax","severity":"error","path":"","line":4,"column":3,"offset":2'
err_has '3 bodies, 2 with errors'

# The catalogue.
run 0 --rules
out_has 'all-members-excludes-users'
run 0 --explain no-members-requires-chats
out_has 'violated when: push_scope_type is 1 (no members) and chat_list is absent or empty'
out_has 'API reference: 1：不推送任何成员（user_list和department_list必须为空，chat_list不可为空）'
# Options that print text about the tool read no file, and say so.
for option in --rules '--explain required' --schema --card-schema --openapi; do
  run 2 $option "$scratch/good.json"
  out_is_empty
  err_has "${option%% *} does not read "
  err_has ": leave out $scratch/good.json"
done

# The rules for other programs; //docs has tests of all that is printed.
run 0 --schema
out_has '"required": ["job_name",'
run 0 --schema --mode partial
out_has '"$schema"'
out_lacks '"required": ["job_name",'
run 0 --card-schema
out_has '"$defs"'
out_has '"img_combination": {'
run 0 --openapi
out_has '"openapi": "3.1.0"'

# Usage.
run 0 --help
out_has '--draft'
out_has '--format text|json|problem|sarif'
out_has '2: usage or I/O error'
run 0 --version
out_counts 1
grep -qx 'preflight [0-9]*[.][0-9]*[.][0-9]*' "$scratch/out" || fail 'not the version'
run 2 --no-such-option
run 2 --format xml
err_has "invalid value 'xml' (choose from text, json, problem, sarif)"
run 2 --jobs 4
err_has '--jobs requires --lines'
run 2 --lines --jobs 0
run 2 --explain no-such-rule
err_has "unknown rule 'no-such-rule'"
run 2 --status soon
err_has "'soon' is not an integer"
run 2 --status 1x
err_has "'1x' is not an integer"
run 2 --status 99999999999
err_has "'99999999999' is out of range"
echo "$good" | run 1 --status 010 --format json
out_has 'status 10'

# Where the user stands, under bazel run.
BUILD_WORKING_DIRECTORY=$scratch "$preflight" good.json >"$scratch/out" || fail 'relative path'

# A pipe that nobody reads ends the work without a word; the exit code is the verdict.
repeat_body() { awk -v line="$1" 'BEGIN { for (i = 0; i < 2000; ++i) print line }'; }
repeat_body '{"a":1}' >"$scratch/many"
("$preflight" --lines --verbose "$scratch/many" 2>"$scratch/err"; echo $? >"$scratch/status") | head -n 1 >/dev/null
[ "$(cat "$scratch/status")" = 1 ] || fail 'not the verdict of the lines, though nobody read it'
err_is_empty
for how in '--format text' '--format json' '--format sarif'; do
  run_into_closed_pipe 0 $how "$scratch/good.json"
  err_is_empty
  run_into_closed_pipe 1 $how "$scratch/good.json" "$example"
  err_is_empty
done
run_into_closed_pipe 0 --rules
err_is_empty
run_into_closed_pipe 0 --help
run_into_closed_pipe 2 "$scratch/good.json" "$scratch/none.json"
err_is "preflight: cannot read $scratch/none.json: No such file or directory"
if [ -c /dev/full ]; then
  "$preflight" "$scratch/good.json" >/dev/full 2>"$scratch/err"
  [ $? = 2 ] || fail 'a full disk went unnoticed'
  err_is 'preflight: cannot write to standard output: No space left on device'
fi

# The language: POSIX asks these three in this order, and the option decides.
in_locale() {
  expected=$1
  shift
  run_in_locale=$(env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$preflight" "$scratch/good.json" 2>&1)
  case $run_in_locale in
    *没有发现问题*) spoken=zh ;;
    *'nothing to report'*) spoken=en ;;
    *) spoken="$run_in_locale" ;;
  esac
  [ "$spoken" = "$expected" ] || fail "$spoken, not $expected: $*"
}
in_locale en
in_locale zh LANG=zh_CN.UTF-8
in_locale zh LANG=zh
in_locale en LANG=en_US.UTF-8
in_locale zh LC_MESSAGES=zh_CN.UTF-8 LANG=en_US.UTF-8
in_locale en LC_MESSAGES=C LANG=zh_CN.UTF-8
in_locale zh LC_MESSAGES= LANG=zh_CN.UTF-8
in_locale zh LC_ALL=zh_TW LC_MESSAGES=C LANG=C
in_locale en LC_ALL=C LC_MESSAGES=zh_CN LANG=zh_CN
in_locale zh LC_ALL= LANG=zh_CN
env LC_ALL=zh_CN.UTF-8 "$preflight" --language en "$scratch/good.json" >"$scratch/out"
out_has 'nothing to report'
env LC_ALL=zh_CN.UTF-8 "$preflight" --rules >"$scratch/out"
out_has 'JSON 结构'

# No color where there is no terminal.
run 1 "$example"
! grep -q "$(printf '\033')" "$scratch/out" || fail 'color without a terminal'

# A terminal gets color, unless it or the user does not want it.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  on_terminal() { env -u NO_COLOR "$@" script -qec "'$preflight' '$example'" /dev/null </dev/null >"$scratch/out"; }
  has_color() { grep -q "$(printf '\033')" "$scratch/out"; }
  on_terminal TERM=xterm
  has_color || fail 'no color on a terminal'
  on_terminal TERM=xterm NO_COLOR=1
  ! has_color || fail 'color in spite of NO_COLOR'
  on_terminal TERM=dumb
  out_has '[all-members-excludes-users]'
  ! has_color || fail 'color on a dumb terminal'
else
  echo 'there is no pseudo-terminal to be had here: color is not looked at' >&2
fi

[ "$failures" = 0 ] || exit 1
