// Golden cases: bodies, and what is to be found in them. They live as JSON under tests/cases:
//
//     {"description": "…", "cases": [{"name": "…", "body": {…}, "expect": […]}, …]}
//
// The body of a case is one of
//     "body"        a JSON value, to be written compactly, its members in this order
//     "text"        the text as it is
//     "text_parts"  pairs of a text and how often it is repeated
//     "hex"         bytes, two digits each
//     "file"        the path of a file
// and "mode", "context" and "draft" are what the caller says beside it. Each diagnostic that is
// expected has a "rule", "severity", "path" and "at", the place in the body: a text that stands
// there first, ["text", n] where it stands for the n-th time, an offset, or null for no place.

#ifndef FEISHU_HELPDESK_TESTS_CASE_FILE_HPP
#define FEISHU_HELPDESK_TESTS_CASE_FILE_HPP

#include <feishu/helpdesk.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace golden {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

// A diagnostic as the cases tell it.
struct finding {
  std::string rule{};
  std::string severity{};
  std::string path{};
  std::size_t offset = helpdesk::npos;

  auto operator<=>(const finding&) const = default;
};

using findings = std::vector<finding>;

inline std::ostream& operator<<(std::ostream& out, const findings& list) {
  for (const finding& each : list) {
    out << "\n    " << each.severity << ' ' << each.rule << " \"" << each.path << '"';
    if (each.offset != helpdesk::npos) out << " at " << each.offset;
  }
  return out << (list.empty() ? "nothing" : "");
}

inline findings findings_of(const helpdesk::report& report) {
  findings list;
  for (const helpdesk::diagnostic& each : report) {
    list.push_back({std::string(each.rule().id), std::string(wording_of(each.severity()).en),
                    each.path(), each.offset()});
  }
  return list;
}

// Findings as a multiset, to compare forms that know no offsets and so no order.
inline findings without_offsets(findings list) {
  for (finding& each : list) each.offset = helpdesk::npos;
  std::ranges::sort(list);
  return list;
}

struct test_case {
  std::string file{};
  std::string name{};
  std::string body{};
  helpdesk::mode mode = helpdesk::mode::complete;
  std::optional<std::string> user_id_type{};
  std::optional<std::string> notification_id{};
  std::optional<std::int32_t> current_status{};
  std::optional<std::int64_t> now_ms{};
  std::optional<helpdesk::outline> draft{};
  findings expected{};

  // Refers to this case.
  [[nodiscard]] helpdesk::context context() const {
    return {.mode = mode,
            .user_id_type = user_id_type,
            .notification_id = notification_id,
            .current_status = current_status,
            .now_ms = now_ms,
            .draft = draft};
  }
};

inline std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

namespace detail {

inline std::string text_of(const json::value& v) { return json::value_to<std::string>(v); }

inline std::string bytes_of_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

inline std::string joined(const json::array& parts) {
  std::string text;
  for (const json::value& part : parts) {
    const std::string once = text_of(part.at(0));
    for (auto left = part.at(1).to_number<int>(); left > 0; --left) text += once;
  }
  return text;
}

inline std::size_t offset_of(const json::value& at, std::string_view body) {
  if (at.is_null()) return helpdesk::npos;
  if (at.is_number()) return at.to_number<std::size_t>();
  const std::string needle = text_of(at.is_array() ? at.at(0) : at);
  std::size_t found = body.find(needle);
  for (int more = at.is_array() ? at.at(1).to_number<int>() - 1 : 0; more > 0; --more) {
    found = body.find(needle, found + 1);
  }
  if (found == body.npos) throw std::runtime_error("the body has no such place: " + needle);
  return found;
}

inline void read_context(const json::object& source, test_case& to) {
  for (const auto& [key, value] : source) {
    if (key == "user_id_type")
      to.user_id_type = text_of(value);
    else if (key == "notification_id")
      to.notification_id = text_of(value);
    else if (key == "current_status")
      to.current_status = value.to_number<std::int32_t>();
    else if (key == "now_ms")
      to.now_ms = value.to_number<std::int64_t>();
    else
      throw std::runtime_error("unknown member of a context: " + std::string(key));
  }
}

inline test_case read_case(const json::object& source, const std::string& file) {
  test_case read{.file = file, .name = text_of(source.at("name"))};
  for (const auto& [key, value] : source) {
    if (key == "body")
      read.body = json::serialize(value);
    else if (key == "text")
      read.body = text_of(value);
    else if (key == "text_parts")
      read.body = joined(value.as_array());
    else if (key == "hex")
      read.body = bytes_of_hex(text_of(value));
    else if (key == "file")
      read.body = contents_of(text_of(value));
    else if (key == "mode" && value == "complete")
      read.mode = helpdesk::mode::complete;
    else if (key == "mode" && value == "partial")
      read.mode = helpdesk::mode::partial;
    else if (key == "context")
      read_context(value.as_object(), read);
    else if (key == "draft")
      read.draft = helpdesk::preflight(json::serialize(value)).outline();
    else if (key != "name" && key != "expect")
      throw std::runtime_error("unknown: " + std::string(key));
  }
  for (const json::value& each : source.at("expect").as_array()) {
    read.expected.push_back({text_of(each.at("rule")), text_of(each.at("severity")),
                             text_of(each.at("path")), offset_of(each.at("at"), read.body)});
  }
  return read;
}

}  // namespace detail

// The cases of one file. Throws, naming the case, if the file is not what is described above.
inline std::vector<test_case> cases_of(const std::filesystem::path& path) {
  std::vector<test_case> cases;
  const json::value source = json::parse(contents_of(path));
  for (const json::value& each : source.at("cases").as_array()) {
    try {
      cases.push_back(detail::read_case(each.as_object(), path.string()));
    } catch (const std::exception& problem) {
      throw std::runtime_error(path.string() + ": " + json::serialize(each.at("name")) + ": " +
                               problem.what());
    }
  }
  return cases;
}

// Every case there is, file by file. They are read from the working directory, once.
inline const std::vector<test_case>& all_cases() {
  static const std::vector<test_case> all = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/cases")) {
      if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<test_case> cases;
    for (const auto& file : files) std::ranges::move(cases_of(file), std::back_inserter(cases));
    return cases;
  }();
  return all;
}

}  // namespace golden

#endif  // FEISHU_HELPDESK_TESTS_CASE_FILE_HPP
