#!/usr/bin/env python3
"""usage: stage.py PAGES XML

Lays the pages of the site out for Sphinx. The repository's Markdown comes as it is, but for links: what is
no page of the site gets one that shows the file, or lists the directory. Each public header gets a
page that Breathe fills with what Doxygen read of it (XML).
"""

import os
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree

PAGES = pathlib.Path(sys.argv[1])
XML = pathlib.Path(sys.argv[2])
INCLUDE = pathlib.Path("include/feishu")

# The contents, in order. What is not there, or not yet, is left out.
CONTENTS = {
    "Guide": ["README.md", "docs/tutorial.md"],
    "How to": ["docs/how-to/*.md"],
    "Reference": [
        "docs/rules.md",
        "docs/forms.md",
        "docs/limits.md",
        "docs/clients.md",
        "docs/compatibility.md",
        "docs/api.md",
    ],
    "Background": [
        "docs/how-the-document-is-read.md",
        "docs/design.md",
        "docs/testing.md",
        "docs/benchmark.md",
        "docs/fuzzing.md",
        "docs/json_suites.md",
        "examples/sandbox/README.md",
        "docs/playground/README.md",
        "bench/README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ],
    "中文": ["docs/index.zh.md", "README.zh.md", "docs/tutorial.zh.md", "docs/rules.zh.md"],
}
TITLES = {"README.md": "Overview", "README.zh.md": "概览", "docs/index.zh.md": "首页"}
NAMES = {
    "README.md": "overview",
    "README.zh.md": "overview.zh",
    "CONTRIBUTING.md": "contributing",
    "CHANGELOG.md": "changelog",
    "examples/sandbox/README.md": "sandbox",
    "docs/playground/README.md": "the-playground",
    "bench/README.md": "bench",
}
LANGUAGES = {
    ".cpp": "cpp",
    ".hpp": "cpp",
    ".json": "json",
    ".mjs": "js",
    ".py": "python",
    ".bzl": "python",
    ".bazel": "python",
    ".yaml": "yaml",
    ".yml": "yaml",
}

PLAYGROUND = {
    "docs/index.md": "Try it in your browser",
    "docs/index.zh.md": "在浏览器中试一试",
}

LINK = re.compile(r"(\]\(|(?:src|srcset|href)=\")([^)\s\"#:]+)(?=[#)\"\s])")
CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2[`~]* *$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def pages_of(pattern):
    return sorted(str(path) for path in pathlib.Path().glob(pattern))


def name_of(path):
    """The name of the page about a file or directory of the repository."""
    if path in NAMES:
        return NAMES[path]
    if path == f"{INCLUDE}/helpdesk":
        return "reference/index"
    if path.startswith("docs/") and path.endswith(".md"):
        return path[len("docs/") : -len(".md")]
    if os.path.exists(path + "/README.md") and path + "/README.md" in NAMES:
        return NAMES[path + "/README.md"]
    if path.startswith(f"{INCLUDE}/") and path.endswith(".hpp"):
        return "reference/" + path[len(f"{INCLUDE}/") : -len(".hpp")].removeprefix("helpdesk/")
    return f"source/{path}" + ("/index" if os.path.isdir(path) else "")


class Site:
    def __init__(self):
        self.pages = [page for patterns in CONTENTS.values() for p in patterns for page in pages_of(p)]
        self.shown = []  # files and directories that something links to

    def write(self, name, text):
        to = PAGES / f"{name}.md"
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")

    def linked(self, text, path):
        """The text of a page, its links leading to pages of the site."""
        name = name_of(path)
        here = os.path.dirname(name) or "."

        def target(found):
            before, link = found.groups()
            to = os.path.normpath(os.path.join(os.path.dirname(path), link))
            if not os.path.exists(to):
                return found[0]  # Sphinx says so
            if to.endswith((".svg", ".png")):
                image = to.removeprefix("docs/")
                (PAGES / image).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(to, PAGES / image)
                return before + os.path.relpath(image, here)
            if name_of(to).startswith("source/") and to not in self.shown:
                self.shown.append(to)
            return before + os.path.relpath(name_of(to), here) + ".md"

        pieces = []
        end = 0
        for code in CODE.finditer(text):
            pieces += [LINK.sub(target, text[end : code.start()]), code[0]]
            end = code.end()
        return "".join(pieces) + LINK.sub(target, text[end:])

    def write_pages(self):
        for path in ["docs/index.md"] + self.pages:
            text = pathlib.Path(path).read_text(encoding="utf-8")
            text = self.linked(text, path)
            button = f'<p><a class="button" href="playground/">{PLAYGROUND.get(path)}</a></p>'
            text = text.replace("<!-- playground -->", button)
            if path == "docs/index.md":
                text += self.contents()
            self.write(name_of(path), text)

    def contents(self):
        text = ""
        for caption, patterns in CONTENTS.items():
            entries = []
            for path in [page for pattern in patterns for page in pages_of(pattern)]:
                title = TITLES.get(path)
                entries.append(f"{title} <{name_of(path)}>" if title else name_of(path))
            if caption == "Reference":
                entries.insert(1, "reference/index")
            text += f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n" + "\n".join(entries) + "\n```\n"
        return text

    def write_shown(self):
        for path in self.shown:  # which grows
            if os.path.isdir(path):
                self.write_directory(path)
            else:
                self.write_file(path)

    def write_directory(self, path):
        lines = []
        for entry in sorted(os.listdir(path)):
            inner = f"{path}/{entry}"
            if os.path.isfile(inner):
                lines.append(f"- [{entry}]({entry})")
        self.write(name_of(path), f"---\norphan: true\n---\n# {path}/\n" + self.linked("\n".join(lines), path + "/x"))

    def write_file(self, path):
        copy = PAGES / "source" / (path + ".txt" if path.endswith(".md") else path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        first = copy.read_bytes()[:2]
        language = LANGUAGES.get(copy.suffix, "sh" if first == b"#!" else "text")
        self.write(
            f"source/{path}",
            f"---\norphan: true\n---\n# {path}\n\n"
            # Forced, as the highlighter of Debian 12 does not know private names of JavaScript classes.
            f"```{{literalinclude}} {copy.name}\n:language: {language}\n:force:\n```\n",
        )

    def write_reference(self):
        headers = pages_of(f"{INCLUDE}/**/*.hpp")
        umbrella = (INCLUDE / "helpdesk.hpp").read_text()
        groups = {group: [] for group in ("core", "parts", "json", "fuzz")}
        for path in headers:
            included = path.removeprefix("include/")
            title = included.removeprefix("feishu/").removeprefix("helpdesk/")
            source = f"source/{path}"
            self.shown.append(path)
            namespace = "feishu::helpdesk::fuzz" if "/fuzz/" in included else "feishu::helpdesk"
            self.write(
                name_of(path),
                f"# {title}\n\n```cpp\n#include <{included}>\n```\n\n"
                f"```{{cpp:namespace}} {namespace}\n```\n"
                f"```{{doxygenfile}} {included}\n:sections: {SECTIONS}\n```\n\n"
                f"[The header itself]({os.path.relpath(source, os.path.dirname(name_of(path)))}.md)\n",
            )
            of = included.split("/")[2].removesuffix(".hpp") if included.count("/") > 1 else "core"
            if of not in groups:
                of = "core" if f"<{included}>" in umbrella else "parts"
            groups[of].append((title, name_of(path), first_sentence(included)))
        text = "# Public headers\nEverything is in the namespace `feishu::helpdesk`, and what is for fuzzing in `fuzz` inside it.\n"
        toctree = ""
        for group, rows in groups.items():
            if not rows:
                continue
            rows.sort(key=lambda row: (not row[0].endswith(("helpdesk.hpp", "json.hpp")), row[0]))
            text += f"\n## {HEADERS[group]}\n| | |\n|---|---|\n"
            for title, name, sentence in rows:
                relative = name.removeprefix("reference/")
                text += f"| [{title}]({relative}.md) | {sentence} |\n"
                toctree += f"{title} <{relative}>\n"
        self.write("reference/index", text + "\n```{toctree}\n:hidden:\n\n" + toctree + "```\n")


HEADERS = {
    "core": "The core, in one include",
    "parts": "What the core is made of",
    "json": "With Boost.JSON",
    "fuzz": "For fuzzing your code",
}
SECTIONS = (
    "briefdescription detaileddescription innernamespace innerclass user-defined define typedef enum func var "
    "public-type public-static-attrib public-static-func public-func public-attrib friend"
)


def prepare_xml():
    """Takes out what says nothing in a header-only library, and initialisers that are no line of a page."""
    for path in XML.glob("*.xml"):
        text = path.read_text(encoding="utf-8").replace(' inline="yes"', ' inline="no"')
        text = re.sub(r"<includes .*?</includes>", "", text)
        text = re.sub(r"<initializer>((?!</initializer>).){60,}</initializer>", "", text, flags=re.DOTALL)
        path.write_text(text, encoding="utf-8")


def first_sentence(included):
    """What a header says of itself."""
    for path in XML.glob("*_8hpp.xml"):
        compound = xml.etree.ElementTree.parse(path).find("compounddef")
        if compound.find("location").get("file") == included:
            text = " ".join("".join(compound.find("detaileddescription").itertext()).split())
            return re.split(r"(?<=\.) ", text)[0]
    return ""


prepare_xml()
site = Site()
site.write_pages()
site.write_reference()
site.write_shown()
