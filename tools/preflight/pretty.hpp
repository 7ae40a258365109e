#ifndef FEISHU_PREFLIGHT_TOOL_PRETTY_HPP
#define FEISHU_PREFLIGHT_TOOL_PRETTY_HPP

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

/// JSON that people read: what fits on a line stands on one.
namespace preflight_tool {
namespace layout {

class pretty_printer {
 public:
  explicit pretty_printer(std::size_t width) : width_(width) {}

  // `before` and `after`: how much stands on the line beside the value.
  void print(const boost::json::value& v, std::size_t before, std::size_t after) {
    const std::string line = on_one_line(v);
    if (!has_parts(v) || before + line.size() + after <= width_) {
      text_ += line;
    } else if (const boost::json::object* fields = v.if_object()) {
      print_parts(*fields, '{', '}', [&](const auto& each, std::size_t comma) {
        const std::string key = quoted(each.key()) + ": ";
        text_ += key;
        print(each.value(), indent_ + key.size(), comma);
      });
    } else {
      print_parts(v.get_array(), '[', ']',
                  [&](const auto& each, std::size_t comma) { print(each, indent_, comma); });
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string(text));
  }

  static bool has_parts(const boost::json::value& v) {
    if (const boost::json::object* fields = v.if_object()) return !fields->empty();
    return v.is_array() && !v.get_array().empty();
  }

  static std::string on_one_line(const boost::json::value& v) {
    if (!has_parts(v)) return boost::json::serialize(v);
    std::string line;
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : ", ") + part; };
    if (const boost::json::object* fields = v.if_object()) {
      for (const auto& each : *fields) add(quoted(each.key()) + ": " + on_one_line(each.value()));
      return '{' + line + '}';
    }
    for (const auto& each : v.get_array()) add(on_one_line(each));
    return '[' + line + ']';
  }

  template <class Container, class PrintOne>
  void print_parts(const Container& all, char open, char close, PrintOne&& print_one) {
    constexpr std::size_t step = 2;
    text_ += open;
    indent_ += step;
    std::size_t left = all.size();
    for (const auto& each : all) {
      const bool is_last = --left == 0;
      text_ += '\n' + std::string(indent_, ' ');
      print_one(each, is_last ? 0 : 1);
      if (!is_last) text_ += ',';
    }
    indent_ -= step;
    text_ += '\n' + std::string(indent_, ' ') + close;
  }

  std::string text_{};
  std::size_t indent_ = 0;
  std::size_t width_;
};

}  // namespace layout

/// A value as text to be read by people and compared by tools: fields in their order, two blanks a
/// level, and on one line what fits there (in bytes). Ends with a line's end. The cost is the value's
/// size times its depth.
[[nodiscard]] inline std::string pretty(const boost::json::value& v, std::size_t width = 120) {
  layout::pretty_printer printer(width);
  printer.print(v, 0, 0);
  return printer.take() + '\n';
}

}  // namespace preflight_tool

#endif
