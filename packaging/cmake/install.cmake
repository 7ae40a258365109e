# What `cmake --install` writes. It depends on no processor, and may be moved.
include(CMakePackageConfigHelpers)

install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN *.hpp)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# For find_package(feishu_preflight). Two sets of targets: the adapter's is read where it is asked for.
set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/feishu_preflight")
install(TARGETS feishu_preflight EXPORT feishu_preflightTargets)
install(TARGETS feishu_preflight_json EXPORT feishu_preflightJsonTargets)
foreach(targets feishu_preflightTargets feishu_preflightJsonTargets)
  install(EXPORT ${targets} NAMESPACE feishu_preflight:: DESTINATION "${package_dir}")
endforeach()
# While it is 0.x, a minor version may break what the one before it promised.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/feishu_preflightConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
  packaging/cmake/feishu_preflightConfig.cmake
  "${CMAKE_CURRENT_BINARY_DIR}/feishu_preflightConfigVersion.cmake"
  DESTINATION "${package_dir}")

# For pkg-config: the headers are told relative to the file.
set(pkgconfig_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")
file(RELATIVE_PATH pkgconfig_to_include
  "${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
foreach(name feishu_preflight feishu_preflight_json)
  configure_file(packaging/pkg-config/${name}.pc.in ${name}.pc @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${name}.pc" DESTINATION "${pkgconfig_dir}")
endforeach()
