#!/bin/sh
# Where --fix writes: whole files or nothing, and never over what is still needed.
set -u
preflight=$1
. tests/tool/checks

bad='{"job_name":"a","push_content":"{}","push_type":"0","push_scope_type":0}'
left='{"job_name":"a","push_content":"{}","push_type":0}'
fixed=$good
file_is() { [ "$(cat "$scratch/$1")" = "$2" ] || fail "$1 is '$(cat "$scratch/$1")', not '$2'"; }
no_temporary_file() {
  [ -z "$(find "$scratch" -name '.preflight-*')" ] || fail 'a temporary file is left'
}
mode_of() { ls -l "$scratch/$1" | cut -c 1-10; }

# In place: permissions stay, and so does a link.
mkdir "$scratch/dir"
echo "$bad" >"$scratch/dir/target.json"
chmod 640 "$scratch/dir/target.json"
ln -s dir/target.json "$scratch/link.json"
run 0 --fix --in-place "$scratch/link.json"
out_is_empty
err_has 'recipients: every member of the organisation'
file_is dir/target.json "$fixed"
[ -h "$scratch/link.json" ] || fail 'the link is a file now'
[ "$(mode_of dir/target.json)" = '-rw-r-----' ] || fail "permissions are $(mode_of dir/target.json)"
no_temporary_file
# A file that is good is not written anew.
before=$(ls -i "$scratch/dir/target.json")
run 0 --fix --in-place "$scratch/dir/target.json"
[ "$(ls -i "$scratch/dir/target.json")" = "$before" ] || fail 'a good file was written anew'
# Several files, each for itself; one that needs a decision is not touched.
echo "$bad" >"$scratch/1.json"
echo "$left" >"$scratch/2.json"
echo "$bad" >"$scratch/3.json"
run 1 --fix --in-place --diff "$scratch/1.json" "$scratch/2.json" "$scratch/3.json"
out_is_empty
file_is 1.json "$fixed"
file_is 2.json "$left"
file_is 3.json "$fixed"
err_has '2.json: not fixed: 1 error needs a decision: required at /push_scope_type'
[ "$(grep -c '^@@' "$scratch/err")" = 2 ] || fail 'not two diffs'
echo "$bad" >"$scratch/1.json"
run 2 --fix --in-place "$scratch/none.json" "$scratch/1.json"
err_has 'No such file or directory'
file_is 1.json "$fixed"
# What is not a file of one's own.
run 2 --fix --in-place "$scratch/dir"
err_has 'dir: --in-place changes regular files only'
mkfifo "$scratch/fifo"
echo "$bad" >"$scratch/fifo" &
run 2 --fix --in-place "$scratch/fifo"
err_has '--in-place changes regular files only'
wait
if ! [ "$(id -u)" = 0 ]; then
  echo "$bad" >"$scratch/protected.json"
  chmod 444 "$scratch/protected.json"
  run 2 --fix --in-place "$scratch/protected.json"
  err_has 'cannot write'
  file_is protected.json "$bad"
  echo "$bad" >"$scratch/dir/target.json"
  chmod 555 "$scratch/dir"
  run 2 --fix --in-place "$scratch/dir/target.json"
  chmod 755 "$scratch/dir"
  err_has 'target.json: Permission denied'
  err_lacks 'recipients: '
  file_is dir/target.json "$bad"
fi

# To another file, which a link may lead to.
echo "$bad" >"$scratch/in.json"
umask 022
run 0 --fix --output "$scratch/new.json" "$scratch/in.json"
out_is_empty
file_is new.json "$fixed"
file_is in.json "$bad"
[ "$(mode_of new.json)" = '-rw-r--r--' ] || fail "permissions are $(mode_of new.json)"
echo old >"$scratch/old.json"
ln -s old.json "$scratch/to-old.json"
echo "$bad" | run 0 --fix --output "$scratch/to-old.json"
file_is old.json "$fixed"
[ -h "$scratch/to-old.json" ] || fail 'the link is a file now'
echo "$good" | run 0 --fix --output "$scratch/copy.json"
file_is copy.json "$good"
run 0 --fix --output - "$scratch/in.json"
[ "$(cat "$scratch/out")" = "$fixed" ] || fail 'not on standard output'
# Nothing is written where a decision is needed.
echo "$left" | run 1 --fix --output "$scratch/old.json"
file_is old.json "$fixed"
echo "$left" | run 1 --fix --output "$scratch/never.json"
[ ! -e "$scratch/never.json" ] || fail 'a file without a body'
# Nor over the body, or its draft, by any name.
ln "$scratch/in.json" "$scratch/other.json"
run 2 --fix --output "$scratch/other.json" "$scratch/in.json"
err_is "preflight: $scratch/in.json: --output is this file itself; use --in-place to replace it"
file_is in.json "$bad"
run 2 --fix --language zh --output "$scratch/in.json" - <"$scratch/in.json"
err_is "preflight: <stdin>: --output 就是该文件本身；如需替换它，请使用 --in-place"
file_is in.json "$bad"
echo "$good" >"$scratch/draft.json"
echo '{"push_type":"0"}' | run 2 --fix --draft "$scratch/draft.json" --output "$scratch/draft.json"
err_is 'preflight: <stdin>: --output would replace the draft'
file_is draft.json "$good"
echo '{"severities":{"server-assigned":"off"}}' >"$scratch/policy.json"
cp "$scratch/policy.json" "$scratch/policy"
run 2 --fix --policy "$scratch/policy.json" --output "$scratch/policy.json" "$scratch/in.json"
err_is "preflight: $scratch/in.json: --output would replace the policy"
cmp -s "$scratch/policy" "$scratch/policy.json" || fail 'the policy was replaced'
# Nor to what is not a file, or cannot be one.
echo "$bad" | run 2 --fix --output "$scratch/dir"
err_has "preflight: cannot write $scratch/dir: not a regular file"
echo "$bad" | run 2 --fix --output "$scratch/no/such/dir"
err_has "preflight: cannot write $scratch/no/such/dir: No such file or directory"
ln -s nowhere/at/all "$scratch/dangling.json"
echo "$bad" | run 2 --fix --output "$scratch/dangling.json"
[ -h "$scratch/dangling.json" ] || fail 'the link is a file now'
if [ -c /dev/full ]; then
  echo "$bad" | run 2 --fix --output /dev/full
  [ -c /dev/full ] || fail 'a device was replaced'
fi
no_temporary_file

# A redirection to the file that is read has emptied it.
redirected() {
  "$preflight" "$@" 2>"$scratch/err"
  [ $? = 2 ] || fail "not refused: preflight $*"
}
echo "$bad" >"$scratch/trap.json"
redirected --fix "$scratch/trap.json" >"$scratch/trap.json"
err_is "preflight: $scratch/trap.json: this file is also standard output: the shell emptied it for the redirection before it was read; use --in-place to fix a file in place"
[ ! -s "$scratch/trap.json" ] || fail 'something was written'
redirected --fix --language zh <"$scratch/trap.json" >"$scratch/trap.json"
err_is "preflight: <stdin>: 该文件同时也是标准输出：读取之前，shell 的重定向已将它清空；如需就地改正文件，请使用 --in-place"
echo "$bad" >"$scratch/trap.json"
redirected --fix "$scratch/trap.json" >>"$scratch/trap.json"
err_is "preflight: $scratch/trap.json: this file is also standard output; use --in-place to fix a file in place"
file_is trap.json "$bad"
# Lines would never end, as each adds another.
redirected --lines "$scratch/trap.json" >>"$scratch/trap.json"
err_has "preflight: $scratch/trap.json: this file is also standard output; write the report to another file"
file_is trap.json "$bad"
# One device is no file that could be lost.
"$preflight" --fix </dev/null >/dev/null 2>"$scratch/err"
err_has 'json-syntax'

# Usage.
run 2 --in-place "$scratch/in.json"
err_has '--in-place requires --fix'
run 2 --output "$scratch/new.json" "$scratch/in.json"
err_has '--output requires --fix'
for files in '' - "$scratch/in.json -"; do
  run 2 --fix --in-place $files </dev/null
  err_is '--in-place cannot change standard input: name a file, or leave out --in-place'
done
run 2 --fix --output "$scratch/new.json" "$scratch/in.json" "$scratch/1.json"
err_is '--output takes exactly one file: use --in-place to fix several'
run 2 --fix "$scratch/in.json" "$scratch/1.json"
err_is '--fix takes exactly one file: use --in-place to fix several'
run 2 --fix --in-place --output "$scratch/new.json" "$scratch/in.json"
err_has 'excludes'
run 2 --fix --in-place --lines "$scratch/in.json"
run 2 --fix --format sarif "$scratch/in.json"
err_is '--fix cannot be combined with --format sarif'

[ "$failures" = 0 ] || exit 1
