#include "tools/preflight/pretty.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <string>

namespace {

namespace json = boost::json;
using preflight_tool::pretty;

const json::value sample = json::parse(R"({"b": [1, {"c": "d"}], "a": {}, "e\n": [], "f": null})");

TEST_CASE("what fits on a line stands on one") {
  CHECK(pretty(sample) == "{\"b\": [1, {\"c\": \"d\"}], \"a\": {}, \"e\\n\": [], \"f\": null}\n");
  CHECK(pretty("text") == "\"text\"\n");
}

TEST_CASE("what does not fit is taken apart, from the outside in") {
  CHECK(pretty(sample, 24) == R"({
  "b": [1, {"c": "d"}],
  "a": {},
  "e\n": [],
  "f": null
}
)");
  // With its comma it is one too long.
  CHECK(pretty(sample, 22) == R"({
  "b": [
    1,
    {"c": "d"}
  ],
  "a": {},
  "e\n": [],
  "f": null
}
)");
}

TEST_CASE("what has no parts is written however long it is") {
  CHECK(pretty(json::array{"long", json::array()}, 1) == "[\n  \"long\",\n  []\n]\n");
}

TEST_CASE("it is the same value") {
  for (const std::size_t width : {0U, 10U, 20U, 1000U})
    CHECK(json::parse(pretty(sample, width)) == sample);
}

}  // namespace
