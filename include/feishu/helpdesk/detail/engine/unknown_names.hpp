#ifndef FEISHU_HELPDESK_DETAIL_ENGINE_UNKNOWN_NAMES_HPP
#define FEISHU_HELPDESK_DETAIL_ENGINE_UNKNOWN_NAMES_HPP

#include <feishu/helpdesk/detail/bounded_list.hpp>
#include <feishu/helpdesk/detail/config.hpp>
#include <feishu/helpdesk/detail/engine/field_table.hpp>
#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/fields.hpp>
#include <feishu/helpdesk/model/syntax.hpp>
#include <feishu/helpdesk/model/truncated_name.hpp>
#include <feishu/helpdesk/model/wrapper_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The names of a body that are not of the schema, until it is known what they mean.
namespace feishu::helpdesk::detail {

/// What a body seems to be that has none of the API's fields.
enum class mistaken_for : std::uint8_t { nothing, card, message };

struct sign {
  std::string_view name;
  mistaken_for what;
};

// Names that the roots of other JSON texts of the platform have: of a card, and of a message.
inline constexpr sign signs[] = {
    {"elements", mistaken_for::card},      {"i18n_elements", mistaken_for::card},
    {"header", mistaken_for::card},        {"config", mistaken_for::card},
    {"card_link", mistaken_for::card},     {"schema", mistaken_for::card},
    {"receive_id", mistaken_for::message}, {"msg_type", mistaken_for::message},
};

/// An unknown name that is not reported yet.
struct unknown_name {
  truncated_name name{};
  std::size_t offset = npos;        ///< of its key
  std::size_t value_offset = npos;  ///< of its value, if that is an object
  suggestion meant{};               ///< what the author probably meant
  std::uint8_t level = 0;           ///< the objects around it, below the body
  bool contains_body = false;       ///< its value is a string with the fields of a notification

  /// Returns the place of the field that was meant in the object's table; `npos` if it is not one.
  [[nodiscard]] constexpr std::size_t index_in(const object_info& object) const noexcept {
    return meant.hint == hint::did_you_mean ? find_field(object, meant.name) : npos;
  }
};

/// Keeps unknown names whose meaning depends on what follows: a misspelt name is an error only where the
/// field that it resembles is missing, and an unknown object may turn out to contain the whole body.
/// Bounded: `capacity` names are kept, and `most_distances` are compared letter by letter.
class unknown_names {
 public:
  /// The names that are kept.
  static constexpr std::size_t capacity = 8;
  /// The level of names in an element of a list.
  static constexpr std::uint8_t in_element = 0xff;

  /// Begins another body.
  constexpr void clear() noexcept {
    kept_.clear();
    count_ = 0;
    distances_ = 0;
    compared_with_ = nullptr;
    mistaken_for_ = mistaken_for::nothing;
    has_type_ = has_template_id_ = false;
  }

  /// Returns the name with what its author probably meant by it, in an object of this kind.
  [[nodiscard]] constexpr unknown_name interpret(const truncated_name& name, std::size_t offset,
                                                 std::uint8_t level,
                                                 const object_info& object) noexcept {
    unknown_name found{.name = name, .offset = offset, .level = level};
    if (!name.is_truncated()) found.meant = meaning_of(name.text(), object);
    return found;
  }

  /// Counts an unknown name of the body, and takes it for a sign of what the body is.
  FEISHU_HELPDESK_COMPACT constexpr void note(std::string_view name) noexcept {
    ++count_;
    for (const sign& each : signs) {
      if (each.name == name && each.what > mistaken_for_) mistaken_for_ = each.what;
    }
    if (name == "type") has_type_ = true;
  }

  /// Takes an unknown name of an object inside the body for a sign of what the body is.
  constexpr void note_nested(std::string_view name) noexcept {
    if (name == "template_id") has_template_id_ = true;
  }

  /// Keeps a name. Returns false if there are too many.
  FEISHU_HELPDESK_COMPACT constexpr bool keep(const unknown_name& name) noexcept {
    return kept_.push_back(name);
  }

  /// Forgets the names of a level and those below.
  constexpr void forget_from(std::uint8_t level) noexcept {
    while (!kept_.empty() && last().level >= level) kept_.pop_back();
  }

  /// Returns the name that was kept last; only if there is one.
  [[nodiscard]] constexpr unknown_name& last() noexcept { return kept_.back(); }

  /// Returns the last name of each level below `depth`, outermost first, while they fit into a path.
  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr wrapper_path path_to(
      std::uint8_t depth) const noexcept {
    wrapper_path path;
    for (std::uint8_t level = 0; level < depth; ++level) path.append(last_at(level).name);
    return path;
  }
  /// Returns the last name of a level; only if there is one.
  [[nodiscard]] constexpr const unknown_name& last_at(std::uint8_t level) const noexcept {
    std::size_t i = kept_.size() - 1;
    while (kept_[i].level != level) --i;
    return kept_[i];
  }

  /// Returns how many names are kept.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return kept_.size(); }
  /// Returns the `index`-th name that was kept.
  [[nodiscard]] constexpr const unknown_name& operator[](std::size_t index) const noexcept {
    return kept_[index];
  }

  /// Returns whether the body has an unknown name.
  [[nodiscard]] constexpr bool any() const noexcept { return count_ != 0; }
  /// Returns what the body seems to be.
  [[nodiscard]] constexpr mistaken_for seems_to_be() const noexcept {
    const bool is_template = has_type_ && has_template_id_ && mistaken_for_ < mistaken_for::card;
    return is_template ? mistaken_for::card : mistaken_for_;
  }

 private:
  static constexpr std::size_t most_distances = 32;

  [[nodiscard]] FEISHU_HELPDESK_COMPACT constexpr suggestion meaning_of(
      std::string_view name, const object_info& object) noexcept {
    const suggestion meant = suggest_exactly(name, object);
    if (meant.hint != hint::none) return meant;
    // The elements of a list tend to have the same names.
    if (&object != compared_with_ || name != compared_.text()) {
      if (distances_ == most_distances) return meant;
      ++distances_;
      compared_with_ = &object;
      compared_ = truncated_name(name);
      nearest_ = suggest_nearest(name, object);
    }
    return nearest_;
  }

  bounded_list<unknown_name, capacity> kept_;
  std::size_t count_ = 0;
  std::size_t distances_ = 0;
  const object_info* compared_with_ = nullptr;
  truncated_name compared_{};
  suggestion nearest_{};
  mistaken_for mistaken_for_ = mistaken_for::nothing;
  bool has_type_ = false;  // a card from a template has both
  bool has_template_id_ = false;
};

}  // namespace feishu::helpdesk::detail

#endif
