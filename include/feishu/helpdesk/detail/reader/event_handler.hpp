#ifndef FEISHU_HELPDESK_DETAIL_READER_EVENT_HANDLER_HPP
#define FEISHU_HELPDESK_DETAIL_READER_EVENT_HANDLER_HPP

#include <feishu/helpdesk/detail/reader/cursor.hpp>
#include <feishu/helpdesk/model/syntax.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

/// The events of the reader: what a handler must have, and a base for handlers of a few events.
namespace feishu::helpdesk::detail {

/// Receives the brackets of objects and arrays.
template <class Handler>
concept handles_brackets = requires(Handler& h, std::size_t offset) {
  { h.begin_object(offset) } -> std::same_as<bool>;
  { h.end_object(offset) } -> std::same_as<bool>;
  { h.begin_array(offset) } -> std::same_as<bool>;
  { h.end_array(offset) } -> std::same_as<bool>;
};

/// Receives names, in pieces.
template <class Handler>
concept handles_names = requires(Handler& h, std::size_t offset, std::string_view piece) {
  { h.begin_name(offset) } -> std::same_as<bool>;
  { h.name_text(piece) } -> std::same_as<bool>;
  { h.end_name() } -> std::same_as<bool>;
};

/// Receives strings, in pieces with their origin.
template <class Handler>
concept handles_strings =
    requires(Handler& h, std::size_t offset, std::string_view piece, const origin& from) {
      { h.begin_string(offset) } -> std::same_as<bool>;
      { h.string_text(piece, from) } -> std::same_as<bool>;
      { h.end_string(offset) } -> std::same_as<bool>;
    };

/// Receives numbers, booleans and nulls.
template <class Handler>
concept handles_literals = requires(Handler& h, std::size_t offset, const number_token& token) {
  { h.number(offset, token) } -> std::same_as<bool>;
  { h.boolean(offset) } -> std::same_as<bool>;
  { h.null(offset) } -> std::same_as<bool>;
};

/// A handler for `reader`. Each event returns whether to continue.
template <class Handler>
concept event_handler = handles_brackets<Handler> && handles_names<Handler> &&
                        handles_strings<Handler> && handles_literals<Handler>;

/// A handler that ignores every event: a base for those that need a few.
struct ignore_events {
  constexpr bool begin_object(std::size_t) noexcept { return true; }
  constexpr bool end_object(std::size_t) noexcept { return true; }
  constexpr bool begin_array(std::size_t) noexcept { return true; }
  constexpr bool end_array(std::size_t) noexcept { return true; }
  constexpr bool begin_name(std::size_t) noexcept { return true; }
  constexpr bool name_text(std::string_view) noexcept { return true; }
  constexpr bool end_name() noexcept { return true; }
  constexpr bool begin_string(std::size_t) noexcept { return true; }
  constexpr bool string_text(std::string_view, const origin&) noexcept { return true; }
  constexpr bool end_string(std::size_t) noexcept { return true; }
  constexpr bool number(std::size_t, const number_token&) noexcept { return true; }
  constexpr bool boolean(std::size_t) noexcept { return true; }
  constexpr bool null(std::size_t) noexcept { return true; }
};

}  // namespace feishu::helpdesk::detail

#endif
