// Golden cases: bodies, and what is to be found in them. They live as JSON under tests/cases:
//
//     {"description": "…", "cases": [{"name": "…", "body": {…}, "expect": […]}, …]}
//
// The body of a case is one of
//     "body"        a JSON value, to be written compactly, its fields in this order
//     "text"        the text as it is
//     "text_parts"  pairs of a text and how often it is repeated
//     "hex"         bytes, two digits each
//     "file"        the path of a file
//     "request"     the path of an HTTP request as it was sent, whose body it is
// and "mode", "context" and "draft" are what the caller says beside it. Each diagnostic that is
// expected has a "rule", "severity", "path" and "at", the place in the body: a text that stands
// there first, ["text", n] where it stands for the n-th time, an offset, or null for no place.

#ifndef FEISHU_HELPDESK_TESTS_CASE_FILE_HPP
#define FEISHU_HELPDESK_TESTS_CASE_FILE_HPP

#include "tests/findings.hpp"
#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace golden {

namespace helpdesk = feishu::helpdesk;
namespace json = boost::json;

struct test_case {
  std::string file{};
  std::string name{};
  std::string body{};
  helpdesk::mode mode = helpdesk::mode::complete;
  std::optional<std::string> user_id_type{};
  std::optional<std::string> notification_id{};
  std::optional<std::string> access_token{};
  std::optional<std::string> helpdesk_id{};
  std::optional<std::string> helpdesk_token{};
  std::optional<std::string> host{};
  std::optional<std::int32_t> current_status{};
  std::optional<std::int64_t> now_ms{};
  std::optional<helpdesk::body_summary> draft{};
  findings expected{};

  // Like the context, it refers to this case.
  [[nodiscard]] std::optional<helpdesk::helpdesk_credentials> credentials() const {
    if (!helpdesk_id && !helpdesk_token) return std::nullopt;
    const auto text = [](const std::optional<std::string>& said) {
      return said ? std::string_view(*said) : std::string_view();
    };
    return helpdesk::helpdesk_credentials{text(helpdesk_id), text(helpdesk_token)};
  }

  [[nodiscard]] helpdesk::context context() const {
    return {.mode = mode,
            .user_id_type = user_id_type,
            .notification_id = notification_id,
            .access_token = access_token,
            .helpdesk = credentials(),
            .host = host,
            .current_status = current_status,
            .now = now_ms,
            .draft = draft ? helpdesk::draft(*draft) : helpdesk::draft()};
  }
};

inline std::ostream& operator<<(std::ostream& out, const test_case& which) {
  return out << which.file << ": " << which.name;
}

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

inline std::string body_of_request(const std::string& request) {
  const std::size_t end_of_head = request.find("\r\n\r\n");
  if (end_of_head == request.npos) throw std::runtime_error("not an HTTP request");
  return request.substr(end_of_head + 4);
}

inline std::string body_of(const json::object& source) {
  if (const auto* value = source.if_contains("body")) return json::serialize(*value);
  if (const auto* text = source.if_contains("text")) return text_of(*text);
  if (const auto* parts = source.if_contains("text_parts")) return joined(parts->as_array());
  if (const auto* digits = source.if_contains("hex")) return bytes_of_hex(text_of(*digits));
  if (const auto* path = source.if_contains("request")) {
    return body_of_request(contents_of(text_of(*path)));
  }
  return contents_of(text_of(source.at("file")));
}

inline helpdesk::mode mode_of(const json::value& name) {
  if (name == "complete") return helpdesk::mode::complete;
  if (name == "partial") return helpdesk::mode::partial;
  throw std::runtime_error("unknown mode");
}

// A field that was misspelt would go unnoticed.
inline void allow_only(const json::object& source, std::initializer_list<std::string_view> names) {
  for (const auto& member : source) {
    if (std::ranges::find(names, std::string_view(member.key())) != names.end()) continue;
    throw std::runtime_error("unknown field " + std::string(member.key()));
  }
}

inline void read_context(const json::object& source, test_case& to) {
  allow_only(source, {"user_id_type", "notification_id", "access_token", "helpdesk_id",
                      "helpdesk_token", "host", "current_status", "now_ms"});
  if (const auto* type = source.if_contains("user_id_type")) to.user_id_type = text_of(*type);
  if (const auto* id = source.if_contains("notification_id")) to.notification_id = text_of(*id);
  if (const auto* token = source.if_contains("access_token")) to.access_token = text_of(*token);
  if (const auto* id = source.if_contains("helpdesk_id")) to.helpdesk_id = text_of(*id);
  if (const auto* token = source.if_contains("helpdesk_token")) to.helpdesk_token = text_of(*token);
  if (const auto* host = source.if_contains("host")) to.host = text_of(*host);
  if (const auto* status = source.if_contains("current_status")) {
    to.current_status = status->to_number<std::int32_t>();
  }
  if (const auto* now = source.if_contains("now_ms")) to.now_ms = now->to_number<std::int64_t>();
}

inline test_case read_case(const json::object& source, const std::string& file) {
  allow_only(source, {"name", "body", "text", "text_parts", "hex", "file", "request", "mode",
                      "context", "draft", "expect"});
  test_case read{.file = file, .name = text_of(source.at("name")), .body = body_of(source)};
  if (const auto* mode = source.if_contains("mode")) read.mode = mode_of(*mode);
  if (const auto* known = source.if_contains("context")) read_context(known->as_object(), read);
  if (const auto* draft = source.if_contains("draft")) {
    read.draft = helpdesk::preflight(json::serialize(*draft)).summary();
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
