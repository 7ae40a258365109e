# find_package(feishu_preflight) defines feishu_preflight::helpdesk, the core, which needs the standard
# library alone; with COMPONENTS json also feishu_preflight::helpdesk_json, the adapter for Boost.JSON, which
# links Boost::json: yours where you have defined it, else Boost's.

include("${CMAKE_CURRENT_LIST_DIR}/feishu_preflightTargets.cmake")

foreach(component IN LISTS feishu_preflight_FIND_COMPONENTS)
  if(component STREQUAL json)
    if(NOT TARGET Boost::json)
      find_package(Boost 1.81 QUIET COMPONENTS json)
    endif()
    if(TARGET Boost::json)
      include("${CMAKE_CURRENT_LIST_DIR}/feishu_preflightJsonTargets.cmake")
      set(feishu_preflight_json_FOUND TRUE)
    else()
      set(reason "its component json needs Boost.JSON, 1.81 or newer (Debian: libboost-json-dev, or libboost-json1.81-dev on Debian 12; vcpkg: boost-json)")
    endif()
  else()
    set(reason "it has no component ${component}, but json")
  endif()
  if(NOT feishu_preflight_${component}_FOUND)
    set(feishu_preflight_${component}_FOUND FALSE)
    if(feishu_preflight_FIND_REQUIRED_${component})
      set(feishu_preflight_FOUND FALSE)
      set(feishu_preflight_NOT_FOUND_MESSAGE "${reason}")
    endif()
  endif()
endforeach()
