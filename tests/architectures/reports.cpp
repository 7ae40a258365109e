// Prints the reports of golden cases, states, hard texts and damaged bodies: from the root of the repository, the same
// on every system. A body in chunks that gets another report than the whole body is an error.

#include "tests/case_file.hpp"
#include "tests/damage.hpp"
#include "tests/hard_texts.hpp"
#include "tests/oracle.hpp"
#include "tests/states.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/diagnostic.hpp>
#include <feishu/helpdesk/model/language.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>
#include <feishu/helpdesk/text/message.hpp>
#include <feishu/helpdesk/text/render.hpp>

#include <cstddef>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

std::size_t bodies = 0;
std::size_t differences = 0;

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

report report_of(std::string_view body, const context& known) {
  const report whole = preflight(body, known);
  for (const std::size_t size : {1U, 17U, 1000U}) {
    preflight_stream stream(known);
    for (std::size_t i = 0; i < body.size(); i += size) stream.write(body.substr(i, size));
    differences += stream.finish() == whole ? 0 : 1;
  }
  ++bodies;
  return whole;
}

void print_text(std::string_view body, const context& known) {
  const report found = report_of(body, known);
  for (const language each : {language::en, language::zh}) {
    print(to_text(found, {.body = body, .language = each}));
  }
}

void print_line(std::string_view body, const context& known) {
  const report found = report_of(body, known);
  std::string line;
  for (const diagnostic& each : found) {
    const std::size_t offset = each.offset();
    line += std::string(each.rule().id) + '@' + (offset == npos ? "" : std::to_string(offset)) +
            ' ' + message(each, language::en) + "; ";
  }
  print(line + '\n');
}

void print_all() {
  damage::numbers random(1);
  for (const golden::test_case& each : golden::all_cases()) {
    print(each.name + '\n');
    print_text(each.body, each.context());
    constexpr std::size_t short_body = 4000;
    for (int times = 0; times < 5 && each.body.size() < short_body; ++times) {
      std::string damaged = each.body;
      for (std::size_t left = random.below(3) + 1; left != 0; --left)
        damage::apply(damaged, random);
      print_line(damaged, each.context());
    }
  }
  hard_texts::for_each_group([](std::span<const hard_texts::hard_text> group) {
    for (const hard_texts::hard_text& each : group) {
      print_line(each.text, {});
      print_line(R"({"ext":)" + std::string(each.text) + '}', {});
    }
  });
  for (const oracle::state& each : oracle::all_states()) {
    print_line(oracle::body_of(each), {});
    print_line(oracle::body_of(each), {.mode = mode::partial});
  }
}

}  // namespace

int main() try {
  print_all();
  std::fprintf(stderr, "%zu reports", bodies);
  if (differences != 0) std::fprintf(stderr, ", %zu differ for a body in chunks", differences);
  std::fputs("\n", stderr);
  return bodies > 20000 && differences == 0 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 2;
}
