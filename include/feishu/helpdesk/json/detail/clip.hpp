#ifndef FEISHU_HELPDESK_JSON_DETAIL_CLIP_HPP
#define FEISHU_HELPDESK_JSON_DETAIL_CLIP_HPP

#include <feishu/helpdesk/text/phrase.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>

/// Text and values from outside, of which no more is kept than a limit.
namespace feishu::helpdesk::detail {

// Copies values until their texts and fields amount to so many bytes; the rest is left out.
class clipper {
 public:
  static constexpr std::size_t cost_of_a_value = 16;  // beside its text or its fields

  explicit clipper(std::size_t limit) noexcept : left_(limit) {}

  boost::json::value copy(const boost::json::value& from) {
    if (const boost::json::string* text = from.if_string()) return copy(*text);
    if (const boost::json::array* list = from.if_array()) return copy(*list);
    if (const boost::json::object* fields = from.if_object()) return copy(*fields);
    return from;
  }

 private:
  boost::json::value copy(const boost::json::string& text) {
    const std::string kept = clipped(text, left_);
    spend(kept.size());
    return boost::json::value(kept);
  }

  boost::json::value copy(const boost::json::array& list) {
    boost::json::array kept;
    for (const boost::json::value& each : list) {
      if (!spend(cost_of_a_value)) break;
      kept.push_back(copy(each));
    }
    return kept;
  }

  boost::json::value copy(const boost::json::object& fields) {
    boost::json::object kept;
    for (const boost::json::key_value_pair& each : fields) {
      if (!spend(cost_of_a_value + each.key().size())) break;
      kept[each.key()] = copy(each.value());
    }
    return kept;
  }

  // Whether it could be afforded.
  bool spend(std::size_t bytes) noexcept {
    const bool is_affordable = bytes <= left_;
    left_ -= is_affordable ? bytes : left_;
    return is_affordable;
  }

  std::size_t left_;
};

inline boost::json::value clipped_value(const boost::json::value& from, std::size_t limit) {
  return clipper(limit).copy(from);
}

// A text as it is, nothing for null and for what is absent; anything else as JSON.
inline std::string text_of(const boost::json::value* from, std::size_t limit) {
  if (from == nullptr || from->is_null()) return {};
  if (const boost::json::string* text = from->if_string()) return clipped(*text, limit);
  // A value costs more bytes than its text may take, so that one which is left out is marked as such.
  const boost::json::value kept = clipped_value(*from, clipper::cost_of_a_value * limit);
  return clipped(boost::json::serialize(kept), limit);
}

}  // namespace feishu::helpdesk::detail

#endif
