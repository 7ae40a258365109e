#include <feishu/helpdesk/detail/engine/suggest.hpp>
#include <feishu/helpdesk/model/fields.hpp>

#include <doctest/doctest.h>

#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace feishu::helpdesk;

constexpr detail::suggestion meant(std::string_view name) {
  return {detail::hint::did_you_mean, name};
}

constexpr detail::suggestion suggest_field(std::string_view written) {
  return detail::suggest(written, notification_object);
}

static_assert(suggest_field("push_scope") == meant("push_scope_type"));
static_assert(suggest_field("jobName") == meant("job_name"));
static_assert(suggest_field("user_id_type").hint == detail::hint::query_parameter);
static_assert(suggest_field("color") == detail::suggestion{});

std::string camel_case(std::string_view name) {
  std::string camel;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '_') {
      camel += name[i];
    } else if (++i < name.size()) {
      camel += static_cast<char>(std::toupper(name[i]));
    }
  }
  return camel;
}

std::string upper_case(std::string_view name) {
  std::string upper;
  for (const char c : name) upper += static_cast<char>(std::toupper(c));
  return upper;
}

std::size_t letters_in(std::string_view name) {
  std::size_t count = 0;
  for (const char c : name) count += c == '_' ? 0 : 1;
  return count;
}

// Every way to miss one letter, to type one too many, another one, one twice, or two in the wrong order.
std::vector<std::string> typing_mistakes(const std::string& name) {
  std::vector<std::string> mistakes;
  for (std::size_t i = 0; i < name.size(); ++i) {
    mistakes.push_back(std::string(name).erase(i, 1));
    mistakes.push_back(std::string(name).insert(i, 1, 'x'));
    mistakes.push_back(std::string(name).insert(i, 1, name[i]));
    mistakes.push_back(std::string(name).replace(i, 1, "q"));
    if (i == 0 || name[i] == name[i - 1]) continue;
    std::string swapped = name;
    std::swap(swapped[i - 1], swapped[i]);
    mistakes.push_back(swapped);
  }
  mistakes.push_back(name + 'x');
  return mistakes;
}

TEST_CASE("names that belong elsewhere are known as such") {
  CHECK(suggest_field("user_id_type") == detail::suggestion{detail::hint::query_parameter, {}});
  CHECK(suggest_field("notification") == detail::suggestion{detail::hint::wrapper, {}});
  CHECK(suggest_field("helpdesk_id") == detail::suggestion{detail::hint::response_only, {}});
  CHECK(suggest_field("instance_code") == detail::suggestion{detail::hint::response_only, {}});
  CHECK(suggest_field("tenant_id") == detail::suggestion{detail::hint::response_only, {}});

  // In a user they are nothing of the kind.
  CHECK(detail::suggest("notification", user_object) == detail::suggestion{});
  CHECK(detail::suggest("tenant_id", user_object) == detail::suggestion{});
  CHECK(detail::suggest("user_id_type", user_object) == meant("user_id"));
}

TEST_CASE("a name written in another style is recognised") {
  for (const field_info& member : fields) {
    CAPTURE(member.name);
    const std::string name(member.name);
    CHECK(suggest_field(camel_case(name)) == meant(name));
    CHECK(suggest_field(upper_case(name)) == meant(name));
    std::string with_hyphens = name;
    for (char& c : with_hyphens) c = c == '_' ? '-' : c;
    CHECK(suggest_field(with_hyphens) == meant(name));
    CHECK(suggest_field('_' + name + '_') == meant(name));
  }
}

TEST_CASE("names that other requests use for a field are recognised") {
  CHECK(suggest_field("title") == meant("job_name"));
  CHECK(suggest_field("Title") == meant("job_name"));
  CHECK(suggest_field("content") == meant("push_content"));
  CHECK(suggest_field("CONTENT") == meant("push_content"));
  CHECK(detail::suggest("title", user_object) == detail::suggestion{});
}

TEST_CASE("one typing mistake is forgiven, in names of at least three letters") {
  std::size_t forgiven = 0;
  for (const object_info* object :
       {&notification_object, &user_object, &department_object, &chat_object}) {
    for (const field_info& member : object->fields) {
      for (const std::string& mistake : typing_mistakes(std::string(member.name))) {
        CAPTURE(mistake);
        const bool is_long_enough = letters_in(mistake) >= 3;
        CHECK(detail::suggest(mistake, *object) ==
              (is_long_enough ? meant(member.name) : detail::suggestion{}));
        forgiven += is_long_enough ? 1 : 0;
      }
    }
  }
  CHECK(forgiven > 1000);
}

TEST_CASE("of more mistakes, at most three are forgiven, and at most one in three letters") {
  CHECK(suggest_field("push_xxpe") == meant("push_type"));                  // 2 of 8
  CHECK(suggest_field("pxxx_type") == detail::suggestion{});                // 3 of 8
  CHECK(suggest_field("target_user_cxxxt") == meant("target_user_count"));  // 3 of 15
  CHECK(suggest_field("target_user_xxxxt") == detail::suggestion{});        // 4 of 15
  CHECK(suggest_field("xxser_list") == meant("user_list"));                 // 2 of 9
  CHECK(suggest_field("qqt") == detail::suggestion{});                      // 2 of 3
}

TEST_CASE("a name that lacks a part, or has one too many, is recognised if most of it is there") {
  CHECK(suggest_field("push_scope") == meant("push_scope_type"));
  CHECK(suggest_field("scope_type") == meant("push_scope_type"));
  CHECK(suggest_field("department") == meant("department_list"));
  CHECK(suggest_field("user_list_of_all") == meant("user_list"));
  CHECK(suggest_field("the_ext") == detail::suggestion{});  // too short a part says nothing
  CHECK(suggest_field("type") == detail::suggestion{});     // which of the three?
  CHECK(suggest_field("list") == detail::suggestion{});
}

TEST_CASE("the nearest field is meant") {
  CHECK(suggest_field("updated_by") == meant("updated_at"));
  CHECK(suggest_field("created_by") == meant("created_at"));
  CHECK(suggest_field("create_users") == meant("create_user"));
  CHECK(suggest_field("sent_users_count") == meant("sent_user_count"));
}

TEST_CASE("names that are like none get no suggestion") {
  for (const std::string_view written :
       {"", "_", "-_-", "x", "a1", "foo", "color", "comment", "priority", "message", "open_id",
        "\xe5\x90\x8d\xe5\xad\x97", "\xf0\x9f\x98\x80", "avatar_url", "user_id", "chat_id",
        "name"}) {
    CAPTURE(written);
    CHECK(suggest_field(written) == detail::suggestion{});
  }
  CHECK(detail::suggest("open_id", chat_object) == detail::suggestion{});
  CHECK(detail::suggest("push_type", user_object) == detail::suggestion{});
}

TEST_CASE("names of more than 40 letters get no suggestion, however near") {
  const std::string longest = "push_scope_type" + std::string(26, 'x');  // 39 letters
  CHECK(suggest_field(longest + 'x') == meant("push_scope_type"));
  CHECK(suggest_field(longest + "_x_") == meant("push_scope_type"));
  CHECK(suggest_field(longest + "xx") == detail::suggestion{});
  CHECK(suggest_field(std::string(100'000, 'x')) == detail::suggestion{});
  CHECK(suggest_field("id" + std::string(1000, '_')) == meant("id"));
}

}  // namespace
