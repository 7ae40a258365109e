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
    arguments = ctx.actions.args()
    arguments.add(directory.path)
    arguments.add_all([
        file.short_path[len(ctx.attr.strip_include_prefix) + 1:]
        for file in ctx.files.hdrs
    ])
    ctx.actions.run_shell(
        outputs = [directory],
        arguments = [arguments],
        command = _WRITE_SOURCES,
    )
    return [DefaultInfo(files = depset([directory]))]

one_source_per_header = rule(
    implementation = _one_source_per_header_impl,
    attrs = {
        "hdrs": attr.label_list(
            allow_empty = False,
            allow_files = [".hpp"],
            mandatory = True,
        ),
        "strip_include_prefix": attr.string(default = "include"),
    },
    doc = """Writes a source file for each header, which includes it twice and nothing else.

To compile them is to show that a header needs no other before it, and can be included again.""",
)
