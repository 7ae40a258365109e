// What the module would ask of a system around it, answered here, so that it imports nothing: it can compute,
// and do nothing else. And Boost.JSON, which is to be compiled once.

#include <boost/json/src.hpp>

#include <cstddef>
#include <exception>

namespace boost {

void throw_exception(const std::exception&) { __builtin_trap(); }
void throw_exception(const std::exception&, const source_location&) { __builtin_trap(); }

}  // namespace boost

extern "C" {

char** __environ = nullptr;
void _Exit(int) { __builtin_trap(); }
void emscripten_notify_memory_growth(std::size_t) {}
}
