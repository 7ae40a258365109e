#!/bin/sh
# --policy: severities and a company's rules from a file, and what is wrong with such a file.
set -u
preflight=$1
. tests/tool/checks

policy=$scratch/policy.json
cat >"$policy" <<'END'
{
  "severities": {"unknown-field": "error", "server-assigned": "off", "timestamp-unit": "note", "policy-max-users": "warning"},
  "recipients": {
    "forbidden_scopes": ["all_members", "new_staff"],
    "max_users": 1,
    "max_departments": 0,
    "max_new_staff_departments": 2,
    "max_chats": 2
  }
}
END
# body SCOPE USERS DEPARTMENTS CHATS : with so many of each.
body() {
  awk -v scope="$1" -v users="$2" -v departments="$3" -v chats="$4" '
    function list(field, id, value, count) {
      if (count == 0) return
      printf ",\"%s\":[", field
      for (i = 0; i < count; ++i) printf "%s{\"%s\":\"%s%d\"}", i ? "," : "", id, value, i
      printf "]"
    }
    BEGIN {
      printf "{\"job_name\":\"a\",\"push_content\":\"{}\",\"push_type\":0,\"push_scope_type\":%d", scope
      list("user_list", "user_id", "ou_", users)
      list("department_list", "department_id", "od-", departments)
      list("chat_list", "chat_id", "oc_", chats)
      print "}"
    }'
}
# verdict EXPECTED_RULES OPTION… : the rules and severities that are reported of standard input, in order.
verdict() {
  found=$1
  shift
  "$preflight" --policy "$policy" --format json "$@" >"$scratch/out" 2>"$scratch/err"
  rules=$(grep -o '"rule":"[^"]*","severity":"[^"]*"' "$scratch/out" |
    sed 's/"rule":"\(.*\)","severity":"\(.*\)"/\2 \1/' | tr '\n' ';')
  [ "$rules" = "$found" ] || fail "'$rules', not '$found': $*"
}

# Severities, from the file and from the command line.
echo '{"job_name":"a","push_content":"{}","push_type":0,"push_scope_type":2,"user_list":[{"user_id":"ou_1"}],"status":0,"send_at":"1","x":1}' >"$scratch/odd"
verdict 'note timestamp-unit;error unknown-field;' <"$scratch/odd"
verdict 'note timestamp-unit;' --disable unknown-field <"$scratch/odd"
verdict 'note timestamp-unit;error unknown-field;' --warnings-as-errors <"$scratch/odd"

# Scopes and counts; a limit itself is allowed.
body 2 1 0 2 | verdict ''
body 2 2 0 3 | verdict 'warning policy-max-users;error policy-max-chats;'
body 2 2 0 0 | verdict 'error policy-max-users;' --warnings-as-errors
body 2 2 0 3 | verdict '' --disable policy-max-users --disable policy-max-chats
body 2 0 1 0 | verdict 'error policy-max-departments;'
body 0 0 0 0 | verdict 'error policy-forbidden-scopes;'
body 1 0 0 1 | verdict ''
echo '{"push_type":1,"push_scope_type":3,"new_staff_scope_type":1,"new_staff_scope_department_list":
[{"department_id":"od-1"},{"department_id":"od-2"},{"department_id":"od-3"}]}' >"$scratch/staff"
verdict 'error policy-forbidden-scopes;error policy-max-new-staff-departments;' --mode partial <"$scratch/staff"

# Words, and places.
body 0 0 0 3 >"$scratch/everyone"
run 1 --policy "$policy" "$scratch/everyone"
out_has 'everyone:1:51: error: push_scope_type must not be 0 (all members) or 3 (new staff): the policy forbids it [policy-forbidden-scopes]'
out_has 'everyone:1:71: error: too many chats in chat_list: 3, the policy allows at most 2 [policy-max-chats]'
run 1 --policy "$policy" --language zh "$scratch/everyone"
out_has '错误：push_scope_type 不能为 0（组织内全部成员）或 3（入职新人）：策略禁止 [policy-forbidden-scopes]'
out_has '错误：chat_list 中的群聊过多：3 个，策略最多允许 2 个 [policy-max-chats]'

# A draft, lines, cores, forms, fixes.
body 2 1 0 1 >"$scratch/draft"
echo '{"job_name":"b","chat_list":[{"chat_id":"oc_1"},{"chat_id":"oc_2"},{"chat_id":"oc_3"}]}' | verdict 'error policy-max-chats;' --draft "$scratch/draft"
echo '{"job_name":"b"}' | verdict 'error policy-max-chats;' --draft "$scratch/everyone" --disable policy-forbidden-scopes
i=0
while [ $i -lt 300 ]; do body $((i % 3)) $((i % 4)) 0 $((i % 5)); i=$((i + 1)); done >"$scratch/bodies"
run 1 --policy "$policy" --lines --format json "$scratch/bodies"
[ "$(grep -c policy-max-chats "$scratch/out")" = 120 ] || fail 'not the lines with too many chats'
mv "$scratch/out" "$scratch/expected"
run 1 --policy "$policy" --lines --format json --jobs 3 "$scratch/bodies"
cmp "$scratch/expected" "$scratch/out" || fail 'other output with 3 jobs'
run 1 --policy "$policy" --format sarif "$scratch/everyone"
out_has '{"ruleId":"policy-max-chats","level":"error"'
run 1 --policy "$policy" --format problem "$scratch/everyone"
out_has '"rule":"policy-max-chats"'
body 2 1 0 3 | sed 's/"push_type":0/"push_type":"0"/' | run 1 --policy "$policy" --fix
out_is_empty
body 2 1 0 2 | sed 's/"push_type":0/"push_type":"0"/' | run 0 --policy "$policy" --fix
out_has '"push_type":0'

# The time can be made obligatory.
echo '{"require_now": true}' >"$scratch/now"
run 2 --policy "$scratch/now" "$scratch/draft"
err_is "preflight: the policy $scratch/now requires --now"
out_is_empty
run 2 --policy "$scratch/now" --language zh "$scratch/draft"
err_is "preflight：策略 $scratch/now 要求给出 --now"
run 0 --policy "$scratch/now" --now now "$scratch/draft"
echo '{"require_now": false}' | run 0 --policy - "$scratch/draft"

# What is wrong with a policy is said with its place; nothing is validated then.
# refuses TEXT MESSAGE… : with printf's escapes.
refuses() {
  printf "$1" >"$scratch/wrong"
  shift
  run 2 --policy "$scratch/wrong" "$scratch/draft"
  out_is_empty
  for message in "$@"; do err_has "$message"; done
}
refuses '{"severities": {\n  "unknwn-field": "error"}}' '2:3: /severities/unknwn-field: error: unknown rule "unknwn-field": did you mean unknown-field?'
refuses '{"severities": {"xyz": "error"}}' '1:17: /severities/xyz: error: unknown rule "xyz" (--rules lists all rules)'
refuses '{"severities": {"required": "fatal"}}' 'error: invalid value "fatal" (choose from error, warning, note, off)'
refuses '{"severities": {"required": 1}}' '1:17: /severities/required: error: must be a string, not an integer'
refuses '{"severities": {"required": "off", "required": "note"}}' '1:36: /severities/required: error: duplicate key'
refuses '{"severities": []}' '1:2: /severities: error: must be an object, not an array'
refuses '{"severitys": {}}' 'wrong:1:2: /severitys: error: unknown key "severitys": did you mean severities?'
refuses '{"a/b~": {}}' '1:2: /a~1b~0: error: unknown key "a/b~" (choose from severities, recipients, require_now)'
refuses '{"recipients": {"max_groups": 1}}' 'error: unknown key "max_groups" (choose from forbidden_scopes, max_users, '
refuses '{"recipients": {"max_chat": 1}}' 'error: unknown key "max_chat": did you mean max_chats?'
refuses '{"recipients": {"max_chats": -1}}' '1:17: /recipients/max_chats: error: must be an integer from 0 to 2147483647'
refuses '{"recipients": {"max_chats": 2147483648}}' 'error: must be an integer from 0 to 2147483647'
refuses '{"recipients": {"max_chats": 99999999999999999999}}' 'error: must be an integer from 0 to 2147483647'
refuses '{"recipients": {"max_chats": 1.5}}' 'error: must be an integer from 0 to 2147483647'
refuses '{"recipients": {"max_chats": "3"}}' 'error: must be an integer, not a string'
refuses '{"recipients": {"forbidden_scopes": "all_members"}}' 'error: must be an array, not a string'
refuses '{"recipients": {"forbidden_scopes": ["no_members", "all-member"]}}' '1:52: /recipients/forbidden_scopes/1: error: invalid value "all-member": did you mean all_members?'
refuses '{"recipients": {"forbidden_scopes": [0]}}' 'error: must be a string, not an integer'
refuses '{"recipients": {"forbidden_scopes": ["all_members", "no_members", "some_members", "new_staff"]}}' 'error: every scope is forbidden, so no push is allowed'
refuses '{"require_now": "yes", "recipient": {}}' '1:2: /require_now: error: must be a boolean, not a string' '1:24: /recipient: error: unknown key "recipient": did you mean recipients?'
refuses '[]' '1:1: error: must be an object, not an array'
refuses '{"severities": {},\n}' '2:1: error: '
refuses '\357\273\277{}' '1:1: error: '
refuses '' '1:1: error: '
refuses '{"x":1e9999999999}' 'wrong:'
[ "$(head -n 1 "$scratch/err")" = "preflight: the policy $scratch/wrong cannot be used:" ] || fail 'not said to be of the policy'
printf '{"\033[31m": 1}' >"$scratch/wrong"
run 2 --policy "$scratch/wrong" "$scratch/draft"
! grep -q "$(printf '\033')" "$scratch/err" || fail 'a key reaches the terminal as it is'
printf '{"severities": {"xyz": "error", "required": "fatal", "enum-value": 1}, "recipients": {"max_chats": -1, "max_user": 1}, "a": {}, "a": {}}' >"$scratch/wrong"
run 2 --policy "$scratch/wrong" --language zh "$scratch/draft"
err_has "preflight：策略 $scratch/wrong 无法使用："
err_has '错误：未知规则 "xyz"（--rules 列出全部规则）'
err_has '错误：无效的值 "fatal"（可选：error、warning、note、off）'
err_has '错误：必须是字符串，而不是整数'
err_has '错误：必须是 0 到 2147483647 的整数'
err_has '错误：未知的键 "max_user"，是否应为 max_users？'
err_has '/a: 错误：重复的键'
run 2 --policy "$scratch" "$scratch/draft"
err_has 'Is a directory'
run 2 --policy "$scratch/none" "$scratch/draft"
err_has 'No such file or directory'

# The rules with the severities of a policy, and then the company's own; those that it does not set are off.
run 0 --rules
cp "$scratch/out" "$scratch/rules"
out_lacks policy-
run 0 --rules --policy "$policy"
out_has '  unknown-field                     error    unknown field <field><reason>'
out_has '  server-assigned                   off      '
out_has '  timestamp-unit                    note     '
[ "$(tail -n 6 "$scratch/out")" = 'Custom rules
  policy-forbidden-scopes           error    <field> must not be 0 (all members) or 3 (new staff): the policy forbids it
  policy-max-users                  warning  too many users in <field>: <number>, the policy allows at most 1
  policy-max-departments            error    too many departments in <field>: <number>, the policy allows at most 0
  policy-max-new-staff-departments  error    too many departments in <field>: <number>, the policy allows at most 2
  policy-max-chats                  error    too many chats in <field>: <number>, the policy allows at most 2' ] ||
  fail "not the company's rules: $(tail -n 6 "$scratch/out")"
[ "$(grep -c . "$scratch/out")" = "$(($(grep -c . "$scratch/rules") + 6))" ] || fail 'not all rules and the five'
run 0 --rules --policy "$policy" --disable policy-max-chats --warnings-as-errors
out_has '  policy-max-users                  error    '
out_has '  policy-max-chats                  off      limits the number of chats in chat_list'
run 0 --rules --policy - --language zh <"$policy"
out_has '  policy-max-chats                  错误  <field> 中的群聊过多：<number> 个，策略最多允许 2 个'
out_has '  server-assigned                   关闭  '
echo '{}' | run 0 --rules --policy - --language zh
out_has '  policy-forbidden-scopes           关闭  禁止 push_scope_type 的某些取值'
run 0 --rules --policy "$scratch/now"
run 2 --rules --policy "$scratch/none"
out_is_empty
run 0 --explain policy-max-users --policy "$policy"
[ "$(cat "$scratch/out")" = 'policy-max-users: warning
  too many users in <field>: <number>, the policy allows at most 1
  limits the number of users in user_list; set by "max_users" in the file of --policy' ] || fail "not explained: $(cat "$scratch/out")"
run 0 --explain policy-max-users --policy "$scratch/now"
out_has 'policy-max-users: off'
out_has '  limits the number of users in user_list'
run 0 --explain unknown-field --policy "$policy"
out_has 'unknown-field: error'

# In SARIF, each rule is described, and results refer to it.
index_of() { grep -o '"id":"[^"]*"' "$scratch/out" | grep -n "\"$1\"" | cut -d : -f 1; }
run 1 --policy "$policy" --disable policy-max-departments --format sarif "$scratch/everyone"
out_has '{"id":"policy-max-chats","shortDescription":{"text":"too many chats in <field>: <number>, the policy allows at most 2"},"defaultConfiguration":{"level":"error"}}'
out_has "\"ruleId\":\"policy-max-chats\",\"level\":\"error\",\"message\":{\"text\":\"too many chats in chat_list: 3, the policy allows at most 2\"},\"ruleIndex\":$(($(index_of policy-max-chats) - 1)),"
out_lacks policy-max-departments

# Where no file is read, nor is a policy; standard input is read once; ids are checked.
run 2 --schema --policy "$policy"
err_is '--schema does not read files: leave out --policy'
run 2 --rules --policy "$policy" "$scratch/draft"
err_is "--rules does not read bodies: leave out $scratch/draft"
run 2 --policy -
err_has 'only one of'
run 2 --disable polcy-max-chats "$scratch/draft"
err_has "unknown rule 'polcy-max-chats': did you mean 'policy-max-chats'?"
run 0 --explain policy-max-chats
out_has 'policy-max-chats: limits the number of chats in chat_list; set by "max_chats" in the file of --policy'
run 0 --explain policy-forbidden-scopes --language zh
out_has 'policy-forbidden-scopes: 禁止 push_scope_type 的某些取值；由 --policy 文件中的 "forbidden_scopes" 设定'

# The sample of the documentation.
run 1 --policy docs/samples/policy.json "$scratch/everyone"
out_has '[policy-forbidden-scopes]'

[ "$failures" = 0 ] || exit 1
