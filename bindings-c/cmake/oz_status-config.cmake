# find_package(oz_status) gives the targets oz_status::oz_status (shared) and oz_status::static.
# It finds what lies beside it, wherever the whole was moved to.
get_filename_component(_oz_status_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_path(OZ_STATUS_INCLUDE_DIR oz_status.h PATHS "${_oz_status_prefix}/include" NO_DEFAULT_PATH)
find_library(OZ_STATUS_SHARED NAMES liboz_status.so liboz_status.dylib
  PATHS "${_oz_status_prefix}" PATH_SUFFIXES lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}" NO_DEFAULT_PATH)
find_library(OZ_STATUS_STATIC NAMES liboz_status.a
  PATHS "${_oz_status_prefix}" PATH_SUFFIXES lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}" NO_DEFAULT_PATH)
mark_as_advanced(OZ_STATUS_INCLUDE_DIR OZ_STATUS_SHARED OZ_STATUS_STATIC)

if(OZ_STATUS_SHARED AND NOT TARGET oz_status::oz_status)
  add_library(oz_status::oz_status SHARED IMPORTED)
  set_target_properties(oz_status::oz_status PROPERTIES
    IMPORTED_LOCATION "${OZ_STATUS_SHARED}" INTERFACE_INCLUDE_DIRECTORIES "${OZ_STATUS_INCLUDE_DIR}")
endif()
if(OZ_STATUS_STATIC AND NOT TARGET oz_status::static)
  find_package(Threads REQUIRED)
  add_library(oz_status::static STATIC IMPORTED)
  set_target_properties(oz_status::static PROPERTIES
    IMPORTED_LOCATION "${OZ_STATUS_STATIC}" INTERFACE_INCLUDE_DIRECTORIES "${OZ_STATUS_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "Threads::Threads;${CMAKE_DL_LIBS};m")
endif()
if(NOT OZ_STATUS_INCLUDE_DIR OR NOT TARGET oz_status::oz_status)
  set(oz_status_FOUND FALSE)
  set(oz_status_NOT_FOUND_MESSAGE "oz_status.h and liboz_status belong in ${_oz_status_prefix}, but are not there")
endif()
