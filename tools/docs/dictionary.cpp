// Prints the dictionary for fuzzers.

#include <feishu/helpdesk/fuzz/dictionary.hpp>

#include <iostream>

int main() {
  std::cout << "# The words that bodies are made of, for libFuzzer and AFL++. Generated: see "
               "docs/BUILD.\n"
            << feishu::helpdesk::fuzz::dictionary();
}
