"""usage: conan_recipe.py RECIPE VERSION SCRATCH

Runs the recipe with as much of Conan as it calls: what version it finds, which files it packages, and
which components it offers."""

import fnmatch
import importlib.util
import pathlib
import shutil
import sys
import types


def provide(module, **names):
    sys.modules[module] = types.ModuleType(module)
    vars(sys.modules[module]).update(names)


def copy(_, pattern, source, target):
    for path in sorted(pathlib.Path(source).rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and fnmatch.fnmatch(str(name), pattern):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / name)


class Component:
    def __init__(self):
        self.properties = {}
        self.components = {}

    def set_property(self, name, value):
        self.properties[name] = value


class Components(dict):
    def __missing__(self, name):
        return self.setdefault(name, Component())


provide("conan", ConanFile=object)
provide("conan.tools")
provide("conan.tools.build", check_min_cppstd=lambda recipe, version: None)
provide("conan.tools.files", copy=copy, load=lambda recipe, path: pathlib.Path(path).read_text())
provide("conan.tools.layout", basic_layout=lambda recipe: None)

recipe_file, version, scratch = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3])
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("conanfile", recipe_file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)

for json in False, True:
    recipe = module.FeishuPreflight()
    recipe.recipe_folder = recipe_file.parent
    recipe.source_folder = recipe.export_sources_folder = scratch / f"sources-{json}"
    recipe.package_folder = scratch / f"package-{json}"
    recipe.options = types.SimpleNamespace(json=json)
    recipe.info = types.SimpleNamespace(clear=lambda: None)
    recipe.cpp_info = Component()
    recipe.cpp_info.components = Components()
    required = []
    recipe.requires = lambda reference, **_: required.append(reference.partition("/")[0])

    for step in "set_version export_sources layout requirements validate package_id package package_info".split():
        getattr(recipe, step)()

    def files(root):
        return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}

    tree = recipe_file.parents[2]
    expected = {f"include/{name}" for name in files(tree / "include")} | {"licenses/LICENSE"}
    targets = [each.properties["cmake_target_name"] for each in recipe.cpp_info.components.values()]
    assert recipe.version == version, recipe.version
    assert files(recipe.package_folder) == expected, files(recipe.package_folder) ^ expected
    assert len(expected) > 50
    assert required == (["boost"] if json else []), required
    assert targets == ["feishu_preflight::helpdesk"] + (["feishu_preflight::helpdesk_json"] if json else []), targets
