# The work of page.sh, which says what it does. `scratch` is a directory: what is run, is run in its `desk`.

function fail(why) {
  print FILENAME ": " why >"/dev/stderr"
  failed = 1
  exit 1
}

# The lines of the block that follows, in `old`; its fences in `opening` and `closing`.
function read_block(    fence) {
  old = ""
  if ((getline opening) <= 0 || opening !~ /^ *```/) fail("no block after: " marker)
  fence = opening
  sub(/[^ `].*/, "", fence)
  while ((getline closing) > 0) {
    if (closing == fence) return
    old = old closing "\n"
  }
  fail("the block does not end after: " marker)
}

function print_block(text) {
  print marker
  print opening
  printf "%s", text
  print closing
}

# The lines between the tags, less the indentation that they share.
function snippet(file, tag,    line, text, lines, count, inside, i, blank, least) {
  inside = tag == ""
  least = 1000
  while ((getline line <file) > 0) {
    if (tag != "" && line ~ "^ *(//|#) \\[/" tag "\\]$") inside = 0
    if (inside && line !~ /^ *(\/\/|#) \[\/?[a-z_]+\]$/) {
      lines[++count] = line
      if (line != "") {
        match(line, /^ */)
        if (RLENGTH < least) least = RLENGTH
      }
    }
    if (tag != "" && line ~ "^ *(//|#) \\[" tag "\\]$") inside = 1
  }
  close(file)
  if (count == 0) fail("nothing is tagged [" tag "] in " file)
  if (inside && tag != "") fail("[" tag "] does not end in " file)
  for (i = 1; i <= count; ++i) text = text substr(lines[i], least + 1) "\n"
  return text
}

# Runs a script; what it prints is in `printed`, its exit code in `code`.
function run(script,    file, line) {
  if (printed != "") fail("nothing shows what is printed before: " marker)
  file = scratch "/script"
  printf "%s", script >file
  close(file)
  code = ""
  system("cd " scratch "/desk && { sh ../script >../printed 2>&1; echo $? >../code; }")
  getline code <(scratch "/code")
  close(scratch "/code")
  printed = ""
  while ((getline line <(scratch "/printed")) > 0) printed = printed line "\n"
  close(scratch "/printed")
}

function expect_code(wanted) {
  if (code != wanted) fail("exit code " code ", not " wanted ": " marker "\n" printed)
}

/^<!-- snippet: / {
  marker = $0
  read_block()
  tag = $4
  gsub(/[][]/, "", tag)
  print_block(snippet($3, tag == "-->" ? "" : tag))
  next
}

/^<!-- run -->$/ {
  marker = $0
  read_block()
  run(old)
  if (printed == "") expect_code(0)
  print_block(old)
  next
}

/^<!-- prints/ {
  marker = $0
  wanted = 0
  if (match($0, /\([0-9]+\)/)) wanted = substr($0, RSTART + 1, RLENGTH - 2)
  if (command = index($0, ": ")) run(substr($0, command + 2, length($0) - command - 5))
  read_block()
  expect_code(wanted)
  print_block(printed)
  printed = ""
  next
}

{ print }

END {
  if (!failed && printed != "") fail("nothing shows what is printed last")
}
