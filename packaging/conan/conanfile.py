"""The headers as a Conan 2 package: `conan create packaging/conan`, with `-o json=True` for the adapter."""

import re
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.layout import basic_layout


class FeishuPreflight(ConanFile):
    name = "feishu_preflight"
    description = "Validates bodies of the Feishu service desk's \"update notification\" before they are sent"
    license = "MIT"
    url = homepage = "https://github.com/OWNER/feishu-preflight"
    topics = ("feishu", "lark", "validation", "constexpr", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"json": [True, False]}
    default_options = {"json": False}
    no_copy_source = True

    @property
    def _tree(self):
        return Path(self.recipe_folder).parent.parent

    def set_version(self):
        header = load(self, self._tree / "include/feishu/helpdesk/version.hpp")
        self.version = ".".join(re.findall(r"#define FEISHU_HELPDESK_VERSION_[A-Z]+ (\d+)$", header, re.MULTILINE))

    def export_sources(self):
        for pattern in "LICENSE", "include/*.hpp":
            copy(self, pattern, self._tree, self.export_sources_folder)

    def layout(self):
        basic_layout(self)

    def requirements(self):
        if self.options.json:
            self.requires("boost/[>=1.81 <2]", transitive_headers=True)

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "LICENSE", self.source_folder, Path(self.package_folder) / "licenses")
        copy(self, "*.hpp", Path(self.source_folder) / "include", Path(self.package_folder) / "include")

    def package_info(self):
        # As find_package and pkg-config know them after `cmake --install`.
        self.cpp_info.set_property("cmake_file_name", "feishu_preflight")
        self._offer("helpdesk", "feishu_preflight", [])
        if self.options.json:
            self._offer("helpdesk_json", "feishu_preflight_json", ["helpdesk", "boost::json"])

    def _offer(self, component, pkg_config_name, requires):
        offered = self.cpp_info.components[component]
        offered.set_property("cmake_target_name", f"feishu_preflight::{component}")
        offered.set_property("pkg_config_name", pkg_config_name)
        offered.requires = requires
        offered.bindirs = offered.libdirs = []
