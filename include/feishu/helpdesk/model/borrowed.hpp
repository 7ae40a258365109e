#ifndef FEISHU_HELPDESK_MODEL_BORROWED_HPP
#define FEISHU_HELPDESK_MODEL_BORROWED_HPP

#include <feishu/helpdesk/detail/config.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

/// Strings and lists that someone else owns. A temporary owner does not convert: it would be gone when
/// the reference is used.
namespace feishu::helpdesk {

/// A reference to a string, which must outlive it. Converts from string literals, string views and
/// strings with a name; not from temporary strings. Its constructors are not templates: constraints on
/// them would be checked for every `std::optional` of it.
class borrowed_string {
 public:
  /// The empty string.
  constexpr borrowed_string() = default;
  /// Refers to a string literal, or another text that ends with a null character.
  constexpr borrowed_string(const char* text) noexcept : text_(text, detail::length_of(text)) {}
  /// Refers to what the view refers to.
  constexpr borrowed_string(std::string_view text) noexcept : text_(text) {}
  /// Refers to a string with a name.
  constexpr borrowed_string(const std::string& text) noexcept : text_(text) {}
  borrowed_string(const std::string&&) = delete;
  borrowed_string(std::nullptr_t) = delete;

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
  template <class List>
  static constexpr bool is_span =
      std::is_same_v<List, std::span<const Element>> || std::is_same_v<List, std::span<Element>>;

 public:
  /// The empty list.
  constexpr borrowed_list() = default;
  /// The list of this one.
  constexpr borrowed_list(const Element& one) noexcept : first_(&one), size_(1) {}
  borrowed_list(Element&&) = delete;
  /// The list of `count` elements.
  constexpr borrowed_list(const Element* first, std::size_t count) noexcept
      : first_(first), size_(count) {}
  /// The elements of an array.
  template <std::size_t Size>
  constexpr borrowed_list(const Element (&array)[Size]) noexcept : first_(array), size_(Size) {}
  /// The elements of a contiguous list with a name, or of a span.
  template <class List>
    requires(std::is_lvalue_reference_v<List> || is_span<std::remove_cvref_t<List>>) &&
                requires(List& list, const Element*& to) {
                  to = list.data();
                  list.size();
                }
  constexpr borrowed_list(List&& list) noexcept : first_(list.data()), size_(list.size()) {}

  /// Returns the first element.
  [[nodiscard]] constexpr const Element* begin() const noexcept { return first_; }
  /// Returns the end.
  [[nodiscard]] constexpr const Element* end() const noexcept { return first_ + size_; }
  /// Returns the number of elements.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Returns whether there are no elements.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// Returns an element.
  [[nodiscard]] constexpr const Element& operator[](std::size_t index) const noexcept {
    return first_[index];
  }

 private:
  const Element* first_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace feishu::helpdesk

#endif
