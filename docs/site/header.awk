# What Doxygen reads instead of a header, line for line.
# - The comment before the namespace, or before an umbrella's includes, is about the file; so is one that stands
#   alone before either.
# - A comparison that is defaulted needs no words of its own.

function flush() {
  if (blank) print tag
  blank = 0
  printf "%s", comment
  comment = tag = ""
}

/^\/\/\// { comment = comment $0 "\n"; next }
/^$/ {
  if (!is_said && comment) { tag = "/// @file"; is_said = 1 }
  flush()
  blank = 1
  next
}

!is_said && comment && /^(namespace feishu|#include)/ { tag = "/// @file"; is_said = 1 }
/operator==\(.*\) const = default;/ { $0 = "/** Member by member. */ " $0 }
{ flush(); print }

END { flush() }
