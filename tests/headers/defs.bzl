"""Rules that only the tests of the build need."""

_WRITE_SOURCES = """
directory=$1
shift
for header; do
  printf '#include <%s>\\n' "$header" "$header" >"$directory/$(echo "$header" | tr / _).cpp"
done
"""

def _one_source_per_header_impl(ctx):
    directory = ctx.actions.declare_directory(ctx.label.name)
    ctx.actions.run_shell(
        outputs = [directory],
        command = _WRITE_SOURCES,
        arguments = [directory.path] + [
            header.short_path.partition("include/")[2]
            for header in ctx.files.headers
        ],
    )
    return [DefaultInfo(files = depset([directory]))]

one_source_per_header = rule(
    implementation = _one_source_per_header_impl,
    attrs = {
        "headers": attr.label_list(
            allow_empty = False,
            allow_files = [".hpp"],
            mandatory = True,
        ),
    },
    doc = """Writes, for each header, a source file that includes it twice and nothing else.

If it compiles, the header needs no other before it and can be included again.""",
)
