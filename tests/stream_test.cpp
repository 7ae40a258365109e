// A body of any size is validated in the memory of the stream object: a gigabyte passes by in chunks
// that one buffer repeats.

#include <feishu/helpdesk/model/context.hpp>
#include <feishu/helpdesk/model/report.hpp>
#include <feishu/helpdesk/model/rules.hpp>
#include <feishu/helpdesk/model/summary.hpp>
#include <feishu/helpdesk/preflight.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using namespace feishu::helpdesk;

static_assert(sizeof(preflight_stream) <= 16 * 1024);

constexpr std::string_view head =
    R"({"job_name":"全员","push_content":"{}","push_type":0,"push_scope_type":2,"user_list":[)";
constexpr std::string_view user =
    R"({"user_id":"ou_7277fd1262bfafc363d5b2a1f9c2ac90","name":"张\u4f1f","avatar_url":"https://x.cn/1"},)";

constexpr std::size_t users_a_chunk = 1000;

std::string chunk_of_users() {
  std::string chunk;
  for (std::size_t i = 0; i < users_a_chunk; ++i) chunk += user;
  return chunk;
}

TEST_CASE("ten million users, about a gigabyte, are validated in constant memory") {
  constexpr std::size_t chunks = 10'000;
  const std::string chunk = chunk_of_users();

  preflight_stream stream;
  stream.write(head);
  for (std::size_t i = 0; i < chunks; ++i) REQUIRE(stream.write(chunk));
  stream.write(R"({"user_id":""}],"chat_list":[{"chat_id":"x"}]})");
  const report found = stream.finish();

  const std::size_t users_end = head.size() + chunks * chunk.size();
  CHECK(users_end > 900'000'000);
  CHECK(found.summary().users == chunks * users_a_chunk);  // the last one has no id
  REQUIRE(found.size() == 2);
  CHECK(found[0].is_at("/user_list/10000000/user_id"));
  CHECK(found[0].rule().id == "element-id");
  CHECK(found[0].offset() == users_end + std::string_view(R"({"user_id":)").size());
  CHECK(found[1].rule().id == "id-prefix");
}

TEST_CASE("whatever the size of chunks, the report is the same") {
  std::string body(head);
  body += chunk_of_users().substr(0, 40 * user.size());
  body += R"({"user_id":null,"nam":"\ud83d\ude00"}],"chat_list":[],"push_type":7})";
  const report whole = preflight(body);
  CHECK_FALSE(whole.ok());
  for (const std::size_t size : {1U, 2U, 3U, 5U, 15U, 16U, 17U, 61U, 1023U, 1024U, 1025U}) {
    preflight_stream stream;
    for (std::size_t i = 0; i < body.size(); i += size) {
      stream.write(std::string_view(body).substr(i, size));
    }
    CHECK(stream.finish() == whole);
  }
}

TEST_CASE("what is written after the end is not validated, and the report stays") {
  preflight_stream stream({.mode = mode::partial});
  CHECK(stream.write("{}"));
  const report first = stream.finish();
  CHECK_FALSE(stream.write("}"));
  CHECK(stream.finish() == first);
  CHECK(first.ok());
}

TEST_CASE("a stream that is reset validates the next body as if it were the first") {
  const std::string_view bodies[] = {R"({"push_type":0,"push_scope_type":3})",
                                     R"({"user_list":[{)",
                                     R"({"push_type":0,"push_scope_type":0,"push_type":1})",
                                     "[1,2",
                                     R"({"push_content":"{\"a\":)",
                                     R"({"job_name":"\ud83d)",
                                     "{}"};
  preflight_stream stream;
  for (const std::string_view first : bodies) {
    for (const std::string_view second : bodies) {
      CAPTURE(first);
      CAPTURE(second);
      stream.reset();
      stream.write(first);
      if (first.size() % 2 == 0) static_cast<void>(stream.finish());
      stream.reset();
      for (const char& each : second) stream.write({&each, 1});
      CHECK(stream.finish() == preflight(second));
    }
  }
}

}  // namespace
