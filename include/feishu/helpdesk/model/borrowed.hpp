#ifndef FEISHU_HELPDESK_MODEL_BORROWED_HPP
#define FEISHU_HELPDESK_MODEL_BORROWED_HPP

#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

/// Strings and lists that someone else owns. A temporary owner does not convert: it would be gone when
/// the reference is used.
namespace feishu::helpdesk {

/// A reference to a string, which must outlive it. Converts from string literals, string views and
/// strings with a name; not from temporary strings.
class borrowed_string {
 public:
  /// The empty string.
  constexpr borrowed_string() = default;
  borrowed_string(std::nullptr_t) = delete;

  /// Refers to `text`. A temporary is accepted only if it is a view: views are trivially destructible,
  /// owners are not.
  template <class Text>
    requires std::is_convertible_v<const std::remove_reference_t<Text>&, std::string_view> &&
             (std::is_lvalue_reference_v<Text> ||
              std::is_trivially_destructible_v<std::remove_cvref_t<Text>>)
  constexpr borrowed_string(Text&& text) noexcept : text_(text) {}

  /// Returns the string.
  [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
  /// Returns the string.
  constexpr operator std::string_view() const noexcept { return text_; }

  /// By content.
  friend constexpr bool operator==(borrowed_string a, std::string_view b) noexcept {
    return a.text_ == b;
  }

 private:
  std::string_view text_{};
};

/// A reference to a list, which must outlive it. Converts from one element, arrays, vectors and spans;
/// not from temporaries that own their elements.
template <class Element>
class borrowed_list {
 public:
  /// The empty list.
  constexpr borrowed_list() = default;
  /// The list of this one.
  constexpr borrowed_list(const Element& one) noexcept : elements_(&one, 1) {}
  borrowed_list(Element&&) = delete;
  /// The list of `count` elements.
  constexpr borrowed_list(const Element* first, std::size_t count) noexcept
      : elements_(first, count) {}
  /// Refers to the elements of a span.
  constexpr borrowed_list(std::span<const Element> elements) noexcept : elements_(elements) {}
  /// Refers to the elements of an array or a vector with a name.
  template <class List>
    requires std::is_convertible_v<const List&, std::span<const Element>>
  constexpr borrowed_list(const List& list) noexcept : elements_(list) {}
  template <class List>
    requires(!std::is_lvalue_reference_v<List> &&
             !std::is_same_v<std::remove_cv_t<List>, std::span<const Element>> &&
             !std::is_same_v<std::remove_cv_t<List>, borrowed_list> &&
             std::is_convertible_v<const List&, std::span<const Element>>)
  borrowed_list(List&&) = delete;

  /// Returns the first element.
  [[nodiscard]] constexpr const Element* begin() const noexcept { return elements_.data(); }
  /// Returns the end.
  [[nodiscard]] constexpr const Element* end() const noexcept {
    return elements_.data() + elements_.size();
  }
  /// Returns the number of elements.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return elements_.size(); }
  /// Returns whether there are no elements.
  [[nodiscard]] constexpr bool empty() const noexcept { return elements_.empty(); }
  /// Returns an element.
  [[nodiscard]] constexpr const Element& operator[](std::size_t index) const noexcept {
    return elements_[index];
  }

 private:
  std::span<const Element> elements_{};
};

}  // namespace feishu::helpdesk

#endif
