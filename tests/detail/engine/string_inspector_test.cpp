#include <feishu/helpdesk/detail/engine/string_inspector.hpp>
#include <feishu/helpdesk/detail/engine/string_matchers.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

// The result of a matcher for a text in two pieces, whichever way it is cut: the same, or "differs".
template <class Matcher, class Result>
constexpr std::string_view in_any_pieces(std::string_view text, Result result) {
  Matcher whole;
  whole.add(text);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    Matcher pieces;
    pieces.add(text.substr(0, cut));
    pieces.add(text.substr(cut));
    if (result(pieces) != result(whole)) return "differs";
  }
  return result(whole);
}

constexpr std::string_view expression_in(std::string_view text) {
  return in_any_pieces<detail::template_matcher>(text, [](const auto& m) { return m.found(); });
}

constexpr std::string_view sign_in(std::string_view text) {
  return in_any_pieces<detail::open_id_matcher>(text,
                                                [](const auto& m) { return m.found_instead(); });
}

TEST_CASE("template expressions are those that are closed and not empty") {
  CHECK(expression_in("${name}") == "${…}");
  CHECK(expression_in("Hi ${ name }, welcome") == "${…}");
  CHECK(expression_in("{{name}}") == "{{…}}");
  CHECK(expression_in("{{ .Labels.team }}!") == "{{…}}");
  CHECK(expression_in("{{{raw}}}") == "{{…}}");
  CHECK(expression_in("{{a}b}}") == "{{…}}");
  CHECK(expression_in("${{ github.ref }}") == "${…}");
  CHECK(expression_in("${} then ${x}") == "${…}");
  CHECK(expression_in("{{}}{{x}}") == "{{…}}");
  CHECK(expression_in("{{a}} and ${b}") == "${…}");
  CHECK(expression_in("{{ ${b}") == "${…}");
  CHECK(expression_in("${ {{b}}") == "${…}");

  for (const std::string_view text :
       {"", "plain", "$", "{", "{}", "${", "${}", "${name", "{{", "{{}}", "{{name", "{{name}",
        "{name}", "$name", "$ {name}", "{ {name} }", "100 $", "}}{{", "{a}{b}"}) {
    CAPTURE(text);
    CHECK(expression_in(text) == "");
  }
}

TEST_CASE("an id that can hardly be an open_id shows it") {
  CHECK(sign_in("oc_1") == "oc_");
  CHECK(sign_in("oc_") == "oc_");
  CHECK(sign_in("od-1") == "od-");
  CHECK(sign_in("li@example.com") == "@");
  CHECK(sign_in("@") == "@");
  CHECK(sign_in("oc_1@example.com") == "oc_");
  for (const std::string_view text :
       {"", "ou_1", "ou_", "on_1", "oc", "oc-1", "od_1", "3e3cf96b", "OC_1", " oc_1", "ou_a@b"}) {
    CAPTURE(text);
    CHECK(sign_in(text) == "");
  }
}

}  // namespace
