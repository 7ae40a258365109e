"""Files that a program of ours prints, or brings up to date, kept in the repository for people to read."""

load("@rules_shell//shell:sh_binary.bzl", "sh_binary")
load("@rules_shell//shell:sh_test.bzl", "sh_test")

_PAGE = "//tools/docs:page"

def _path(file):
    """The path of a file of this package, or of a label."""
    return file[len("//"):].replace(":", "/").lstrip("/") if file.startswith("//") else "docs/" + file

def generated_files(name, files, pages):
    """Defines a target that writes files, and for each a test that it is as it would be written.

    Args:
      name: of the target that writes all of them.
      files: for each file of this package, or label of another's, the program that prints it and its
        arguments.
      pages: files whose examples are brought up to date; the rest of them stays.
    """
    commands = []
    programs = {}
    words_of = dict(files)
    for page in pages:
        words_of[page] = [_PAGE, _path(page)]
    for file, words in words_of.items():
        program = words[0]
        programs[program] = True
        command = "'%s'" % " ".join([_path(file), "$(location %s)" % program] + words[1:])
        commands.append(command)
        sh_test(
            name = _path(file).replace("docs/", "", 1) + "_is_current_test",
            size = "small",
            srcs = ["generated.sh"],
            args = [
                "check",
                command,
            ],
            data = [
                file,
                program,
            ],
        )
    sh_binary(
        name = name,
        testonly = True,
        srcs = ["generated.sh"],
        args = ["write"] + commands,
        data = programs.keys(),
    )
