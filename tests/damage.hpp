// Damage to texts, the same on every system.

#ifndef FEISHU_HELPDESK_TESTS_DAMAGE_HPP
#define FEISHU_HELPDESK_TESTS_DAMAGE_HPP

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace damage {

using namespace std::string_view_literals;

// A generator of our own (xorshift64*), to give the same numbers with every standard library.
class numbers {
 public:
  explicit numbers(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 0x2545f4914f6cdd1dULL) >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

// What is inserted: pieces of JSON, and of what is nearly JSON.
inline constexpr std::string_view tokens[] = {
    "{",         "}",          "[",           "]",        ",",
    ":",         "\"",         "\\",          "/",        " ",
    "\n",        "\t",         "\f",          "\0"sv,     "0",
    "1",         "-",          "+",           ".",        "e",
    "E5",        "01",         "-0",          "1.5e-3",   "true",
    "false",     "null",       "nul",         "\"\":",    "\"a\"",
    "[]",        "{}",         "\\u",         "\\u00e9",  "\\ud83d",
    "\\ude00",   "\\n",        "\\x",         "\xc3\xa9", "\xe4\xb8\xad",
    "\x80",      "\xed\xa0",   "\xc0\x80",    "\xf0\x9f", "\xf4\x90",
    "\xff",      "\x7f",       "\x1f",        "[[[[",     "]]]]",
    "{\"a\":[{", "1234567890", "\xef\xbb\xbf"};

inline void apply(std::string& text, numbers& random) {
  const std::size_t place = random.below(text.size() + 1);
  const std::size_t length = random.below(6) + 1;
  switch (random.below(8)) {
    case 0:  // another byte
      if (place < text.size()) text[place] = static_cast<char>(random.below(256));
      break;
    case 1:  // another bit
      if (place < text.size())
        text[place] = static_cast<char>(text[place] ^ (1 << random.below(8)));
      break;
    case 2: text.erase(place, length); break;
    case 3:  // said twice
      text.insert(place, std::string(text, place, length));
      break;
    case 4:
      if (random.below(4) == 0) text.resize(place);
      break;
    default: text.insert(place, tokens[random.below(std::size(tokens))]); break;
  }
}

}  // namespace damage

#endif
