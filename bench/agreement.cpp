// Compares every candidate's results with ours, and explains each difference. Prints a Markdown
// table. The exit code is 1 if a difference is not explained, a candidate could not validate, or an
// explanation explains nothing.

#include "bodies.hpp"
#include "candidates.hpp"
#include <feishu/helpdesk/preflight.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

namespace helpdesk = feishu::helpdesk;

constexpr std::string_view knows_no_rules = "knows no rules";

std::string_view reason_for(std::string_view what, std::span<const known_difference> known) {
  const auto found = std::ranges::find(known, what, &known_difference::of);
  return found == known.end() ? std::string_view() : found->why;
}

// Why `who` accepts what breaks these rules: a reason for each must be known. Empty: one is not.
std::string_view why_accepted(const candidate& who, const helpdesk::report& found,
                              std::string_view twist) {
  std::string_view why;
  for (const helpdesk::rule& each : helpdesk::rules) {
    if (each.severity != helpdesk::severity::error || !found.has(each)) continue;
    const bool is_syntax = each.id == "json-syntax";
    if (!is_syntax && !who.knows_rules) {
      why = knows_no_rules;
      continue;
    }
    why = reason_for(is_syntax ? twist : each.id, who.accepts);
    if (why.empty()) break;
  }
  return why;
}

class comparison {
 public:
  explicit comparison(const candidate& who) : who_(who) {}

  void validate(const mixed_body& body) {
    const std::string_view text = body.text.view();
    const helpdesk::report found = helpdesk::preflight(text);
    ++validated_;
    try {
      if (who_.validate(text) == found.ok()) return;
    } catch (const std::exception& problem) {
      ++unable_;
      std::cerr << who_.label << " could not validate: " << problem.what() << '\n';
      return;
    }
    const std::string_view why =
        found.ok() ? reason_for(body.twist, who_.refuses) : why_accepted(who_, found, body.twist);
    if (!why.empty()) {
      ++(found.ok() ? refused_ : accepted_)[why];
      return;
    }
    ++unexplained_;
    std::cerr << who_.label << (found.ok() ? " refuses" : " accepts") << " without a known reason ("
              << body.twist << "): " << text.substr(0, 4'000) << '\n';
    for (const helpdesk::diagnostic& each : found) {
      if (each.severity() == helpdesk::severity::error) {
        std::cerr << "  " << each.rule().id << ' ' << each.path() << '\n';
      }
    }
  }

  void print() const {
    std::cout << "| " << who_.label << " | " << total(accepted_) + total(refused_) + unexplained_
              << " | ";
    const char* separator = "";
    const auto list = [&](const std::map<std::string_view, std::size_t>& reasons,
                          std::string_view verdict) {
      for (const auto& [why, count] : reasons) {
        std::cout << separator << verdict << ' ' << count << ": " << why;
        separator = "; ";
      }
    };
    list(accepted_, "accepts");
    list(refused_, "refuses");
    if (unexplained_ != 0) std::cout << separator << "unexplained " << unexplained_;
    std::cout << " |\n";
  }

  [[nodiscard]] bool is_fine() const {
    const auto is_used = [](const auto& reasons) {
      return [&](const known_difference& each) { return reasons.contains(each.why); };
    };
    const bool all_used = std::ranges::all_of(who_.accepts, is_used(accepted_)) &&
                          std::ranges::all_of(who_.refuses, is_used(refused_));
    if (!all_used) std::cerr << who_.label << ": a known difference does not occur\n";
    return unexplained_ == 0 && unable_ == 0 && all_used;
  }

 private:
  static std::size_t total(const std::map<std::string_view, std::size_t>& reasons) {
    std::size_t sum = 0;
    for (const auto& [why, count] : reasons) sum += count;
    return sum;
  }

  const candidate& who_;
  std::map<std::string_view, std::size_t> accepted_;
  std::map<std::string_view, std::size_t> refused_;
  std::size_t validated_ = 0;
  std::size_t unable_ = 0;
  std::size_t unexplained_ = 0;
};

bool compare_all() {
  std::vector<mixed_body> bodies = mixed_bodies();
  for (workload& each : all_workloads()) {
    if (each.bodies.size() == 1) bodies.push_back({std::move(each.bodies.front()), each.label});
  }
  bool all_fine = true;
  std::cout << "| of " << bodies.size() << " bodies | validated otherwise | because it |\n"
            << "|---|--:|---|\n";
  for (const candidate& who : all_candidates()) {
    comparison with_ours(who);
    for (const mixed_body& each : bodies) with_ours.validate(each);
    with_ours.print();
    all_fine = with_ours.is_fine() && all_fine;
  }
  return all_fine;
}

}  // namespace
}  // namespace bench

int main() try { return bench::compare_all() ? 0 : 1; } catch (const std::exception& problem) {
  std::cerr << "agreement: " << problem.what() << '\n';
  return 2;
}
