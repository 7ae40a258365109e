// Our headers compile whatever others have made macros of before. The standard's and Boost's have
// defences of their own, or come first, as here.

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

// clang-format off
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))

// Windows: any use is an error here.
#define CONST @
#define DELETE @
#define DOMAIN @
#define ERROR @
#define FALSE @
#define IN @
#define NO_ERROR @
#define OPTIONAL @
#define OUT @
#define STRICT @
#define THIS @
#define TRUE @
#define VOID @
#define far @
#define huge @
#define interface @
#define near @
#define pascal @
#define small @
#define GetMessage @
#define SendMessage @

// X11.
#define Always @
#define Bool @
#define Complex @
#define Never @
#define None @
#define Status @
#define Success @
#define Unsorted @

// Qt.
#define emit @
#define foreach @
#define forever @
#define signals @
#define slots @

// Apple and Objective-C.
#define check(condition) @
#define nil @
#define require(condition, label) @
#define verify(condition) @
#define Nil @
#define NO @
#define YES @

// The C library, and compilers that say where they are.
#define I @
#define linux @
#define major(device) @
#define makedev(a, b) @
#define minor(device) @
#define unix @

// Others: test frameworks, loggers.
#define CHECK(condition) @
#define DEBUG @
#define INFO @
#define LOG @
#define WARNING @
// clang-format on

#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/json.hpp>
