#ifndef FEISHU_HELPDESK_FUZZ_MUTATE_HPP
#define FEISHU_HELPDESK_FUZZ_MUTATE_HPP

#include <feishu/helpdesk/detail/reader/scan.hpp>
#include <feishu/helpdesk/fuzz/body_writer.hpp>
#include <feishu/helpdesk/fuzz/choices.hpp>
#include <feishu/helpdesk/fuzz/detail/cards.hpp>
#include <feishu/helpdesk/fuzz/detail/edited.hpp>
#include <feishu/helpdesk/fuzz/detail/fitting.hpp>
#include <feishu/helpdesk/fuzz/detail/json_nodes.hpp>
#include <feishu/helpdesk/fuzz/detail/json_text.hpp>
#include <feishu/helpdesk/fuzz/sample.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/repair/detail/json_text.hpp>
#include <feishu/helpdesk/repair/source_map.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// Changes of a body that leave it well-formed, for fuzzers.
namespace feishu::helpdesk::fuzz {
namespace detail {

// Whether a value of a text may stand where a card is expected: it is no string, or the text of one.
inline bool may_be_card(const json_node& value, std::string_view text) {
  return value.type != json_type::string ||
         is_card(helpdesk::detail::unescaped(value.value(text).of(text)));
}

// Changes a well-formed text, step by step, and keeps it so.
class mutation {
 public:
  mutation(std::string text, dialect what, std::size_t limit, choices& from)
      : text_(std::move(text)), what_(what), limit_(limit), from_(from) {}

  // Half of the steps are about the fields of the outermost object, however many values there are.
  void step() {
    const unsigned deepest = from_.flag() ? 1 : helpdesk::detail::max_depth;
    const json_node at = *any_node(text_, what_, from_,
                                   [&](const json_node& each) { return each.depth <= deepest; });
    switch (from_.below(8)) {
      case 0: return set(at);
      case 1: return erase(at);
      case 2: return repeat(at);
      case 3: return rename(at);
      case 4: return insert(at);
      case 5: return copy_to(at);
      case 6: return space(at);
      default: return edit(at);
    }
  }

  // Puts `by` in the place of `old`, which may be empty; where the whole would then be too large, makes
  // it smaller instead.
  void replace(const text_span& old, std::string_view by) {
    if (text_.size() - old.size() + by.size() > limit_) return shrink();
    text_.replace(old.begin, old.size(), by);
  }

  // Puts the text of a field, or of elements, into a container.
  void insert_into(const json_node& container, std::string item) {
    const std::size_t place = container.begin + 1;
    std::size_t next = place;
    while (helpdesk::detail::is_whitespace(text_[next])) ++next;
    if (text_[next] != ']' && text_[next] != '}') item += ',';
    replace({place, place}, item);
  }

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  // As small as it must be.
  [[nodiscard]] std::string take() {
    while (text_.size() > limit_ && text_ != "{}") shrink();
    return std::move(text_);
  }

  // Something goes; if there is nothing that can, everything.
  void shrink() {
    const auto part =
        any_node(text_, what_, from_, [](const json_node& each) { return !each.is_whole(); });
    if (part) {
      erase(*part);
    } else {
      text_ = "{}";
    }
  }

 private:
  static constexpr unsigned few_levels = 4;

  // --- what may stand where ---

  [[nodiscard]] std::string any_value_at(unsigned depth) {
    const unsigned left = helpdesk::detail::max_depth - depth;
    std::string value;
    write_any_value(value, left < few_levels ? left : few_levels, from_);
    return value;
  }

  [[nodiscard]] std::string value_for(const json_node& at) {
    const bool fits = from_.byte() % 4 != 1;
    if (at.about() != nullptr && fits) return fitting_value(*at.about(), from_);
    if (!at.is_card()) return any_value_at(at.depth);
    std::string value;  // a string that is no card would do harm
    write_wrong_type(value, json_type::string, true, from_);
    return value;
  }

  [[nodiscard]] std::string new_whole() {
    if (what_ == dialect::card) return card(from_);
    return from_.byte() % 16 == 1 ? any_value_at(0) : valid_sample(from_).body;
  }

  // The fields that objects of this kind have in the text: bit i is the i-th of their table.
  [[nodiscard]] std::uint32_t present_fields(const object_info& object) const {
    std::uint32_t named = 0;
    for_each_node(text_, what_, [&](const json_node& each) {
      const bool is_one = each.about() != nullptr && each.around->kind == object.kind;
      if (is_one) named |= std::uint32_t{1} << each.field_index;
      return true;
    });
    return named;
  }

  // A name and a value for an object of the schema, or another: mostly a field that it has not.
  [[nodiscard]] std::string new_field(const object_info* object, unsigned depth) {
    std::string text;
    if (object != nullptr && from_.byte() % 8 != 1) {
      std::size_t index = from_.below(object->fields.size());
      const std::uint32_t taken = from_.byte() % 8 != 1 ? present_fields(*object) : 0;
      for (std::size_t i = 0; i < object->fields.size() && (taken >> index & 1) != 0; ++i) {
        index = (index + 1) % object->fields.size();
      }
      write_string(text, object->fields[index].name, from_);
      return text + ':' + fitting_value(object->fields[index], from_);
    }
    write_string(text, object != nullptr ? unknown_name_in(*object, from_) : card_word(), from_);
    return text + ':' + any_value_at(depth);
  }

  [[nodiscard]] std::string card_word() {
    constexpr std::string_view words[] = {"schema", "type", "elements", "tag", "text", "content"};
    if (from_.byte() % 4 != 1) return std::string(from_.pick(words));
    std::string word;
    write_characters(word, from_);
    return word;
  }

  // --- steps ---

  void set(const json_node& at) {
    replace(at.value(text_), at.is_whole() ? new_whole() : value_for(at));
  }

  void erase(const json_node& at) {
    if (at.is_whole()) return set(at);
    text_span gone = at.item(text_);
    const auto is_comma = [&](std::size_t place) { return text_[place] == ','; };
    std::size_t next = gone.end;
    while (helpdesk::detail::is_whitespace(text_[next])) ++next;
    std::size_t before = gone.begin - 1;
    while (helpdesk::detail::is_whitespace(text_[before])) --before;
    if (is_comma(next)) {
      gone.end = next + 1;
    } else if (is_comma(before)) {
      gone.begin = before;
    }
    text_.erase(gone.begin, gone.size());
  }

  // A field that is there twice is an error, an element mostly none.
  void repeat(const json_node& at) {
    if (at.is_whole() || (at.is_named() && from_.byte() % 8 != 1)) return set(at);
    const text_span item = at.item(text_);
    replace({item.begin, item.begin}, std::string(item.of(text_)) + ',');
  }

  void rename(const json_node& at) {
    if (!at.is_named()) return set(at);
    std::string name = card_word();
    if (at.around != nullptr) {
      name = from_.flag() ? std::string(from_.pick(at.around->fields).name)
                          : unknown_name_in(*at.around, from_);
    }
    if (name == info(field::push_content).name && !may_be_card(at, text_)) return set(at);
    std::string written;
    write_string(written, name, from_);
    replace(helpdesk::detail::value_at(text_, at.name_begin), written);
  }

  // Into a container, or before what is none.
  void insert(const json_node& at) {
    if (at.is_container()) {
      insert_into(at, at.type == json_type::object ? new_field(at.within, at.depth + 1)
                      : at.within != nullptr       ? fitting_elements(*at.within, from_)
                                                   : any_value_at(at.depth + 1));
    } else if (at.is_whole()) {
      set(at);
    } else {
      const std::size_t place = at.item(text_).begin;
      replace({place, place},
              (at.is_named() ? new_field(at.around, at.depth) : any_value_at(at.depth)) + ',');
    }
  }

  void copy_to(const json_node& at) {
    const json_node source = *any_node(text_, what_, from_, [](const json_node&) { return true; });
    const std::string value(source.value(text_).of(text_));
    const bool harms = at.is_whole() || (at.is_card() && !may_be_card(source, text_)) ||
                       at.depth + height_of(value) > helpdesk::detail::max_depth;
    if (harms) return set(at);
    replace(at.value(text_), value);
  }

  void space(const json_node& at) {
    std::string gap;
    write_whitespace(gap, from_);
    const std::size_t place = from_.flag() ? at.item(text_).begin : at.value(text_).end;
    replace({place, place}, gap);
  }

  void edit(const json_node& at) {
    const text_span value = at.value(text_);
    if (at.type == json_type::integer) return replace(value, edited(at.number, from_));
    if (at.type != json_type::string) return set(at);
    std::string text = helpdesk::detail::unescaped(value.of(text_));
    if (!at.is_card()) {
      text = edited(text, from_);
    } else if (is_card(text)) {
      mutation inner(std::move(text), dialect::card, limit_, from_);
      inner.step();
      text = inner.take();
    } else {
      text = card(from_);
    }
    std::string written;
    write_string(written, text, from_);
    replace(value, written);
  }

  std::string text_;
  dialect what_;
  std::size_t limit_;
  choices& from_;
};

}  // namespace detail

/// The body, changed in one place or a few: a value, a name, a field, an element, within the card too. It
/// is well-formed JSON, whatever came; a card that was well-formed still is, and no other comes to
/// be. It has at most `limit` bytes, or is `{}`. What is no JSON is replaced by a legal body.
[[nodiscard]] inline std::string mutated(std::string_view body, std::size_t limit, choices& from) {
  detail::mutation changing(is_well_formed(body) ? std::string(body) : valid_sample(from).body,
                            dialect::body, limit, from);
  constexpr int most = 4;
  int steps = 0;
  do {
    changing.step();
  } while (++steps < most && from.flag());
  return changing.take();
}

/// The same in place, as libFuzzer wants it: `data` has room for `max_size` bytes, two at least, of which
/// `size` are the body. Returns the new size.
///
///     extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
///                                                    std::size_t max_size, unsigned seed) {
///       return feishu::helpdesk::fuzz::mutate(data, size, max_size, seed);
///     }
inline std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t max_size,
                          unsigned seed) {
  const auto bytes = bytes_of<256>(seed);
  choices from(bytes);
  char* const text = reinterpret_cast<char*>(data);
  return mutated({text, size}, max_size, from).copy(text, max_size);
}

}  // namespace feishu::helpdesk::fuzz

#endif
