"""How Sphinx makes the site out of what stage.py laid out."""

import os

import breathe.renderer.sphinxrenderer as breathe_renderer
import furo.navigation
import sphinx.domains.cpp

project = "Feishu Preflight"
html_title = "Feishu Preflight"
root_doc = "index"
extensions = ["myst_parser", "breathe", "sphinx_copybutton"]

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

breathe_projects = {"headers": os.environ["SITE_SCRATCH"] + "/xml"}
breathe_default_project = "headers"

html_theme = "furo"
html_static_path = ["theme"]
html_css_files = ["theme.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
smartquotes = False
pygments_style = "default"
pygments_dark_style = "github-dark"
toc_object_entries_show_parents = "hide"

html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#1456f0",
        "color-brand-content": "#1456f0",
        "font-stack": "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans',"
        " 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
        "font-stack--monospace": "ui-monospace, 'SF Mono', 'Cascadia Code', Consolas,"
        " 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
    },
    # The theme's own, which Debian's build of it has only for who chose dark here, not for whose system did.
    "dark_css_variables": {
        "color-brand-primary": "#82a7fc",
        "color-brand-content": "#82a7fc",
        "color-problematic": "#ee5151",
        "color-foreground-primary": "#ffffffcc",
        "color-foreground-secondary": "#9ca0a5",
        "color-foreground-muted": "#81868d",
        "color-foreground-border": "#666666",
        "color-background-primary": "#131416",
        "color-background-secondary": "#1a1c1e",
        "color-background-hover": "#1e2124ff",
        "color-background-hover--transparent": "#1e212400",
        "color-background-border": "#303335",
        "color-background-item": "#444",
        "color-announcement-background": "#000000dd",
        "color-announcement-text": "#eeebee",
        "color-highlighted-background": "#083563",
        "color-guilabel-background": "#08356380",
        "color-guilabel-border": "#13395f80",
        "color-api-keyword": "var(--color-foreground-secondary)",
        "color-highlight-on-target": "#333300",
        "color-admonition-background": "#18181a",
        "color-card-border": "var(--color-background-secondary)",
        "color-card-background": "#18181a",
        "color-card-marginals-background": "var(--color-background-hover)",
    },
}


# Every page of the reference is about one namespace: its box is not drawn around it.
def visit_namespace(self, node, drawn=breathe_renderer.SphinxRenderer.visit_namespace):
    data = self.compound_parser.parse(node.refid)
    if data.compounddef.compoundname not in ("feishu", "feishu::helpdesk", "feishu::helpdesk::fuzz"):
        return drawn(self, node)
    outer = self.context.create_child_context(data)
    self.nesting_level += 1
    with breathe_renderer.WithContext(self, outer.create_child_context(data.compounddef)):
        found = self.render(data, outer)
    self.nesting_level -= 1
    return found


breathe_renderer.SphinxRenderer.visit_namespace = visit_namespace


# "On this page" names what a header declares, as it does for other languages than C++.
def toc_parts(self, signature):
    symbol = self.env.temp_data.get("cpp:last_symbol")
    names = symbol.get_full_nested_name().names if symbol else []
    return tuple(str(name.identOrOp) for name in names)


def toc_name(self, signature):
    names = signature["_toc_parts"]
    is_nested = len(names) > 3 and names[2] not in ("fact", "observed")
    return names[-1] if names and not is_nested else ""


sphinx.domains.cpp.CPPObject._object_hierarchy_parts = toc_parts
sphinx.domains.cpp.CPPObject._toc_entry_name = toc_name


def finish_context(app, name, template, context, doctree):
    context["language"] = "zh-CN" if name.endswith(".zh") else "en"
    # The headers are listed only beside the headers: there are many.
    tree = context["toctree"](collapse=True, titles_only=True, maxdepth=-1, includehidden=True)
    context["furo_navigation_tree"] = furo.navigation.get_navigation_tree(tree)


def setup(app):
    app.connect("html-page-context", finish_context, priority=900)
