"""Files that a program of ours prints, kept in the repository for people to read."""

load("@rules_shell//shell:sh_binary.bzl", "sh_binary")
load("@rules_shell//shell:sh_test.bzl", "sh_test")

def generated_files(name, files):
    """Defines a target that writes files, and for each a test that it is as it would be written.

    Args:
      name: of the target that writes all of them.
      files: for each file of this package, or label of another's, the program that prints it and its
        arguments.
    """
    commands = []
    programs = {}
    for file, words in files.items():
        program = words[0]
        programs[program] = True
        shown = file.lstrip("/").replace(":", "/")
        path = shown if file.startswith("//") else "docs/" + file
        command = "'%s'" % " ".join([path, "$(location %s)" % program] + words[1:])
        commands.append(command)
        sh_test(
            name = shown + "_is_current_test",
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
        srcs = ["generated.sh"],
        args = ["write"] + commands,
        data = programs.keys(),
    )
