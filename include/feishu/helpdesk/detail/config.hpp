#ifndef FEISHU_HELPDESK_DETAIL_CONFIG_HPP
#define FEISHU_HELPDESK_DETAIL_CONFIG_HPP

#include <cstddef>

/// Everything that depends on the compiler, each with a portable fallback.
///
/// `FEISHU_HELPDESK_PORTABLE` selects the fallbacks, and words in place of vector instructions. Define
/// it for a whole program or not at all.

/// @def FEISHU_HELPDESK_ALWAYS_INLINE
/// Inlines a function whatever the compiler estimates.
/// @def FEISHU_HELPDESK_NOINLINE
/// Keeps a function that is rarely called out of its callers.
/// @def FEISHU_HELPDESK_COMPACT
/// The same, for a function that needs to be small rather than fast, such as one that runs after an error.
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_ALWAYS_INLINE [[gnu::always_inline]]
#define FEISHU_HELPDESK_NOINLINE [[gnu::noinline]]
#if defined(__clang__)
#define FEISHU_HELPDESK_COMPACT [[gnu::noinline, clang::minsize]]
#else
#define FEISHU_HELPDESK_COMPACT [[gnu::noinline]]
#endif
#elif defined(_MSC_VER) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_ALWAYS_INLINE [[msvc::forceinline]]
#define FEISHU_HELPDESK_NOINLINE [[msvc::noinline]]
#define FEISHU_HELPDESK_COMPACT [[msvc::noinline]]
#else
#define FEISHU_HELPDESK_ALWAYS_INLINE
#define FEISHU_HELPDESK_NOINLINE
#define FEISHU_HELPDESK_COMPACT
#endif

/// @def FEISHU_HELPDESK_SSE2
/// 1 where 16 bytes are compared at a time with SSE2, 0 elsewhere. MSVC does not have the vectors of GCC
/// and clang, and compares words.
/// @def FEISHU_HELPDESK_NEON
/// 1 where 16 bytes are compared at a time with NEON, 0 elsewhere.
#if defined(__GNUC__) && defined(__SSE2__) && !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_SSE2 1
#else
#define FEISHU_HELPDESK_SSE2 0
#endif
#if defined(__GNUC__) && defined(__ARM_NEON) && defined(__aarch64__) && \
    !defined(FEISHU_HELPDESK_PORTABLE)
#define FEISHU_HELPDESK_NEON 1
#else
#define FEISHU_HELPDESK_NEON 0
#endif

namespace feishu::helpdesk::detail {

/// Requests the cache line at `p`. Does nothing where the compiler has no such built-in.
inline void prefetch([[maybe_unused]] const char* p) noexcept {
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
  __builtin_prefetch(p);
#endif
}

/// Returns the number of characters before the terminating null: in one step of constant evaluation
/// with GCC and clang, else in as many steps as there are characters.
constexpr std::size_t length_of(const char* text) noexcept {
#if defined(__GNUC__) && !defined(FEISHU_HELPDESK_PORTABLE)
  return __builtin_strlen(text);
#else
  std::size_t length = 0;
  while (text[length] != '\0') ++length;
  return length;
#endif
}

}  // namespace feishu::helpdesk::detail

#endif
