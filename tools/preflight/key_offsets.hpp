#ifndef FEISHU_PREFLIGHT_TOOL_KEY_OFFSETS_HPP
#define FEISHU_PREFLIGHT_TOOL_KEY_OFFSETS_HPP

#include <feishu/helpdesk/detail/reader/event_handler.hpp>
#include <feishu/helpdesk/detail/reader/reader.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflight_tool {

/// Returns the JSON Pointer to what has this name in the object at `parent`. Of long names, only the
/// beginning.
[[nodiscard]] inline std::string pointer_to(std::string parent, std::string_view name) {
  feishu::helpdesk::detail::truncated_name part;
  part.append(name);
  parent += '/';
  for (const char c : part.text()) parent += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return parent;
}

/// Where the keys of a JSON text are, which a parsed value does not tell, and which of them are duplicates.
class key_offsets {
 public:
  /// Reads a well-formed text.
  explicit key_offsets(std::string_view text) {
    finder found(*this);
    feishu::helpdesk::detail::reader reading;
    static_cast<void>(reading.write(text, found, 0) && reading.finish(found, text.size()));
  }

  /// Returns where the key stands that a JSON Pointer leads to; of an element, where its value does.
  [[nodiscard]] std::size_t at(const std::string& pointer) const {
    const auto found = offsets_.find(pointer);
    return found == offsets_.end() ? 0 : found->second;
  }

  /// Returns the pointers and offsets of keys that were given before.
  [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& duplicates() const {
    return duplicates_;
  }

 private:
  struct container {
    std::size_t pointer_size;
    bool is_array;
    std::size_t next = 0;
  };

  struct finder : feishu::helpdesk::detail::ignore_events {
    explicit finder(key_offsets& into) : to(into) {}

    key_offsets& to;
    std::vector<container> open{};
    std::string here{};
    std::string name{};
    std::size_t key = 0;

    bool begin_object(std::size_t offset) { return begin(offset, false); }
    bool begin_array(std::size_t offset) { return begin(offset, true); }
    bool end_object(std::size_t) { return end(); }
    bool end_array(std::size_t) { return end(); }
    bool begin_name(std::size_t offset) {
      name.clear();
      key = offset;
      return true;
    }
    bool name_text(std::string_view piece) {
      name += piece;
      return true;
    }
    bool end_name() {
      here = pointer_to(std::move(here), name);
      if (!to.offsets_.emplace(here, key).second) to.duplicates_.emplace_back(here, key);
      return true;
    }
    bool begin_string(std::size_t offset) { return scalar(offset); }
    bool number(std::size_t offset, const feishu::helpdesk::detail::number_token&) {
      return scalar(offset);
    }
    bool boolean(std::size_t offset) { return scalar(offset); }
    bool null(std::size_t offset) { return scalar(offset); }

   private:
    void step(std::size_t offset) {
      if (open.empty() || !open.back().is_array) return;
      here = pointer_to(std::move(here), std::to_string(open.back().next++));
      to.offsets_.emplace(here, offset);
    }
    bool leave() {
      here.resize(open.empty() ? 0 : open.back().pointer_size);
      return true;
    }
    bool scalar(std::size_t offset) {
      step(offset);
      return leave();
    }
    bool begin(std::size_t offset, bool is_array) {
      step(offset);
      open.push_back({here.size(), is_array});
      return true;
    }
    bool end() {
      open.pop_back();
      return leave();
    }
  };

  std::map<std::string, std::size_t> offsets_{};
  std::vector<std::pair<std::string, std::size_t>> duplicates_{};
};

}  // namespace preflight_tool

#endif
