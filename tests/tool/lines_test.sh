#!/bin/sh
# --lines: many bodies in one file, validated as they come, on one core or several.
set -u
preflight=$1
. tests/tool/checks

run_lines() {
  expected=$1
  shift
  run "$expected" --lines "$@"
}

# repeat COUNT LINE
repeat() { awk -v count="$1" -v line="$2" 'BEGIN { while (count-- > 0) print line }'; }
# letters COUNT
letters() { head -c "$1" /dev/zero | tr '\0' x; }
# wait_for COMMAND… : until it succeeds, half a minute at most.
wait_for() {
  tries=300
  until "$@"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 0.1
  done
}

# What a line is, and which.
printf '%s\nno JSON\n%s\n' "$good" "$good" | run_lines 1
out_has '<stdin>:2:2: error'
out_has '    2 | no JSON'
err_is '3 bodies, 1 with errors'
printf '%s\n' "$good" | run_lines 0
out_is_empty
err_is '1 body, 0 with errors'
printf '%s\r\n\r\n\n \r\n[1\r\n{"push_type":7}' "$good" | run_lines 1 --format json
out_counts 3
out_has '"rule":"json-syntax","severity":"error","path":"","line":5,"column":3,"offset":2'
out_has '"rule":"enum-value","severity":"error","path":"/push_type","line":6,"column":14,"offset":13'
printf '{"a\000b":1}\n\000\n%s\n' "$good" | run_lines 1 --format json
out_counts 3
out_has '"line":1,"column":4,"offset":3'
out_has '"line":2,"column":1,"offset":0'
printf '' | run_lines 0
out_is_empty
err_is '0 bodies, 0 with errors'
printf '\n\r\n' | run_lines 0 --language zh
err_is '共 0 个请求体，其中 0 个有错误'

# Lines of whitespace are skipped, however long, and wherever a block or the file ends.
printf ' \n\t\r\n \r \t\n%s\n  ' "$good" | run_lines 0 --format json
out_counts 1
err_is '1 body, 0 with errors'
{
  head -c 17000000 /dev/zero | tr '\0' ' '
  printf '\n\t\n{"push_type":7}\n'
  head -c 300000 /dev/zero | tr '\0' '\t'
} >"$scratch/whitespace"
run_lines 1 --format json "$scratch/whitespace"
out_counts 1
out_has '"rule":"enum-value","severity":"error","path":"/push_type","line":3,"column":14,"offset":13'
run_lines 1 --jobs 2 <"$scratch/whitespace"
err_is '1 body, 1 with errors'

# One body over several lines is not a body for each line, and is said to be so once.
spread='one JSON value spans several lines, but --lines expects one body per line: leave out --lines'
run_lines 2 docs/samples/official-example.json --format json
out_is_empty
[ "$(head -n 1 "$scratch/err")" = "preflight: docs/samples/official-example.json: $spread" ] || fail 'not said to be one body'
run_lines 2 --jobs 2 --language zh docs/samples/official-example.json
err_has 'preflight：docs/samples/official-example.json：一个 JSON 值占了多行，而 --lines 要求每行一个请求体：请去掉 --lines'
# is_spread TEXT, is_lines TEXT : with printf's escapes.
is_spread() {
  printf "$1" | run_lines 2
  out_is_empty
  err_has "$spread"
}
is_lines() {
  printf "$1" | run_lines 1
  ! grep -qF "$spread" "$scratch/err" || fail "taken for one value: $1"
}
is_spread '{\n  job_name: "a"\n}\n'
is_spread ' \n\r\n[ \r\n  {"job_name": "a"}\r\n]'
is_spread '\357\273\277{\n  "job_name": "a"\n}\n'
is_spread '{"job_name": "a",\n "push_type": 0}\n'
is_spread '{"job_name": "a", "chat_list": [\n {}\n'
is_lines '{\n'
is_lines '[\n \n\t'
is_lines '{"job_name":\n{"job_name":"a"}\n{"job_name":"b"}\n'
is_lines '{"job_name": "a\nb"}\n'
is_lines '{}\n{\n"job_name": "a"\n}\n'
is_lines '1\n2\n'
printf '{\n"job_name": 1\n}\n' | run_lines 2 - "$scratch/whitespace" "$scratch/none"
out_has 'whitespace:3:14: error'
err_has "preflight: <stdin>: $spread"
err_has 'No such file or directory'
err_has '1 body, 1 with errors'

# A byte-order mark is reported once, at the first line; of UTF-16 no line can be read.
{
  printf '\357\273\277'
  repeat 3 "$good"
} >"$scratch/marked"
run_lines 1 --format json "$scratch/marked"
out_counts 3
[ "$(grep -c '"ok":false' "$scratch/out")" = 1 ] || fail 'not one error for a byte-order mark'
out_has '"rule":"json-syntax","severity":"error","path":"","line":1,"column":1,"offset":0'
printf '\377\376{\000\n\000}\000\n\000' | run_lines 2
out_is_empty
err_has 'preflight: <stdin>: this is UTF-16: save it as UTF-8'
printf '\376\377\000{\000\n\000}\000\n' | run_lines 2 --language zh
out_is_empty
err_has 'preflight：<stdin>：这是 UTF-16 编码：请存为 UTF-8'

# Several files; one that cannot be read does not hide the others.
echo "$good" >"$scratch/good"
echo '[]' | run_lines 1 "$scratch/good" - --format json
out_counts 2
out_has '"source":"<stdin>","ok":false'
err_is '2 bodies, 1 with errors'
run_lines 2 "$scratch" "$scratch/none" "$scratch/good"
err_has 'Is a directory'
err_has 'No such file or directory'
err_has '1 body, 0 with errors'

# Lines that end where a block of 128 KiB does, or a byte before or after.
for size in 131069 131070 131071 131072 131073; do
  body="{\"job_name\":\"$(letters $((size - 63)))\",\"push_content\":\"{}\",\"push_type\":0}"
  for end in '\n' '\r\n'; do
    printf "%s$end%s$end" "$body" "$good" | run_lines 1 --format json
    out_counts 2
    printf "%s$end%s$end" "$body" "$good" >"$scratch/edge"
    run_lines 1 --format json "$scratch/edge"
    out_counts 2
    out_has '"path":"/push_scope_type","line":1,"column":1,"offset":0'
    err_is '2 bodies, 1 with errors'
  done
done

# A line that is too long to be held.
{
  printf '%s\n{"job_name":"' "$good"
  letters 17000000
  printf '","push_content":"{}","push_type":0,"push_scope_type":9}\r\n[]\n'
} >"$scratch/long"
run_lines 1 --format json "$scratch/long"
out_counts 3
out_has '"rule":"enum-value","severity":"error","path":"/push_scope_type","line":2,"column":17000068,"offset":17000067'
out_has '"rule":"body-type","severity":"error","path":"","line":3,"column":1,"offset":0'
run_lines 1 <"$scratch/long"
out_has '<stdin>:2:17000068: /push_scope_type: error: push_scope_type must be '
out_has '<stdin>:2: 1 error (line too long to quote)'
out_has '<stdin>:3:1: error'
out_has '    3 | []'
err_is '3 bodies, 2 with errors'
[ "$(wc -c <"$scratch/out")" -lt 2000 ] || fail 'a long line is quoted'
run_lines 1 --language zh "$scratch/long"
out_has '（此行过长，无法引用原文）'
head -c 16900000 "$scratch/long" | run_lines 1
out_has '<stdin>:2: 1 error'

# Several cores: the same bytes in the same order. The answers to the middle part are larger than what
# is kept of a block's.
{
  awk 'BEGIN {
    for (i = 0; i < 4000; ++i) {
      printf "{\"job_name\":\"%d\",\"push_content\":\"{}\",\"push_type\":0,\"push_scope_type\":%d}\n", i, i % 5
      if (i % 7 == 0) print substr("{\"user_list\":[{\"user_id\":\"ou_1\"},{\"user_id\":\"\"}]}", 1, i % 60)
      if (i % 500 == 0) { for (j = 0; j < i * 10; ++j) printf " "; print "{}\r" }
    }
  }'
  repeat 5000 '{}'
  cat "$scratch/long"
  repeat 2000 "$good"
} >"$scratch/mixed"
for how in '--format text' '--format json --language zh'; do
  run_lines 1 $how "$scratch/mixed" "$scratch/good"
  mv "$scratch/out" "$scratch/expected"
  mv "$scratch/err" "$scratch/expected-totals"
  for jobs in 2 5; do
    run_lines 1 $how --jobs $jobs "$scratch/mixed" "$scratch/good"
    cmp "$scratch/expected" "$scratch/out" || fail "$how: other output with $jobs jobs"
    cmp "$scratch/expected-totals" "$scratch/err" || fail "$how: other totals with $jobs jobs"
  done
  cat "$scratch/mixed" | "$preflight" --lines $how --jobs 3 2>/dev/null |
    { sleep 0.5; sed 's/<stdin>/mixed/' >"$scratch/out"; }
  sed "/\"source\":\"[^\"]*good/d; s,$scratch/,," "$scratch/expected" | cmp - "$scratch/out" || fail "$how: other output through pipes"
done

# How many cores.
for jobs in 0 -1 257 2.5 many ''; do
  run_lines 2 --jobs "$jobs" "$scratch/good"
  out_is_empty
  err_has '--jobs'
done
"$preflight" --jobs 2 "$scratch/good" >"$scratch/out" 2>"$scratch/err"
[ $? = 2 ] || fail '--jobs without --lines'
err_has '--jobs requires --lines'

# Whoever types lines sees each answer at once.
for jobs in 1 3; do
  mkfifo "$scratch/typed"
  "$preflight" --lines --jobs $jobs <"$scratch/typed" >"$scratch/out" 2>"$scratch/err" &
  exec 3>"$scratch/typed"
  echo '[1]' >&3
  wait_for grep -qF '<stdin>:1:1: error' "$scratch/out" || fail "no answer to the first line, $jobs jobs"
  printf '[' >&3
  sleep 0.1
  printf '2' >&3
  sleep 0.1
  echo ']' >&3
  wait_for grep -qF '    2 | [2]' "$scratch/out" || fail "no answer to the second line, $jobs jobs"
  exec 3>&-
  wait $!
  err_is '2 bodies, 2 with errors'
  rm "$scratch/typed"
done

# A pipe that nobody reads ends the work, even where more could be read.
for jobs in 1 4; do
  ("$preflight" --lines --jobs $jobs "$scratch/mixed" - </dev/zero 2>"$scratch/err"
   echo $? >"$scratch/status") | head -n 1 >/dev/null
  [ "$(cat "$scratch/status")" = 1 ] || fail 'not the verdict of the lines, though nobody read it'
  err_is_empty
done

# Memory does not grow with the file; AddressSanitizer need not remember what was freed.
if [ -r /proc/self/status ]; then
  body="{\"job_name\":\"$(letters 60000)\",\"push_content\":\"{}\",\"push_type\":0,\"push_scope_type\":0}"
  repeat 100 "$body" >"$scratch/six-megabytes"
  mkfifo "$scratch/flow"
  ASAN_OPTIONS=${ASAN_OPTIONS:-}:quarantine_size_mb=1 \
    "$preflight" --lines --jobs 2 <"$scratch/flow" >"$scratch/out" 2>"$scratch/err" &
  exec 3>"$scratch/flow"
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    cat "$scratch/six-megabytes" >&3
  done
  kilobytes=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status")
  exec 3>&-
  wait $! || fail 'good bodies are bad'
  err_is '2000 bodies, 0 with errors'
  [ "${kilobytes:-0}" -gt 0 ] && [ "$kilobytes" -lt 60000 ] ||
    fail "120 MB of lines took ${kilobytes:-unknown} KB of memory"
fi

# Progress is for terminals, which not every container can make.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  # on_terminal COMMAND : what a terminal gets on standard error.
  on_terminal() { script -qec "$1 >/dev/null" /dev/null </dev/null >"$scratch/out"; }
  has() { grep -q "$1" "$scratch/out" || fail "$2"; }
  on_terminal "'$preflight' --lines '$scratch/mixed'"
  has '[0-9] lines, [0-9]* %' 'no progress on a terminal'
  has "$(printf '\r\033')\[K[0-9]* bodies" 'progress is not erased'
  on_terminal "'$preflight' --lines --language zh - <'$scratch/mixed'"
  has '[0-9] 行，[0-9]* %' 'no progress in Chinese, of a redirected file'
  on_terminal "cat '$scratch/mixed' | '$preflight' --lines"
  has '[0-9] lines' 'no progress of a pipe'
  ! grep -q '%' "$scratch/out" || fail 'nobody knows the size of what a pipe brings'
else
  echo 'there is no pseudo-terminal to be had here: progress is not looked at' >&2
fi

[ "$failures" = 0 ] || exit 1
