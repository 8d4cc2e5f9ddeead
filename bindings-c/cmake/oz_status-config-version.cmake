# Written by bindings-c/header from the version of the crate.
set(PACKAGE_VERSION "0.1.0")
string(REGEX MATCH "^[0-9]+[.][0-9]+" _oz_status_have "${PACKAGE_VERSION}")
string(REGEX MATCH "^[0-9]+[.][0-9]+" _oz_status_want "${PACKAGE_FIND_VERSION}")
set(PACKAGE_VERSION_COMPATIBLE FALSE)
if("${PACKAGE_FIND_VERSION}" STREQUAL "" OR
   (_oz_status_have STREQUAL _oz_status_want AND NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION))
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
