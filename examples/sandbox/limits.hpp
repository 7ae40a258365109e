#ifndef FEISHU_SANDBOX_LIMITS_HPP
#define FEISHU_SANDBOX_LIMITS_HPP

#include <chrono>
#include <cstddef>

/// How much of anything the sandbox takes, so that whatever is sent it stays small and keeps answering.
namespace sandbox::limits {

inline constexpr std::size_t header_bytes = 8 << 10;
inline constexpr std::size_t body_bytes = 1 << 20;

/// For a request to arrive once it has begun, and for its answer to be taken.
inline constexpr std::chrono::seconds request_time{10};

/// For the next request of a connection to begin.
inline constexpr std::chrono::seconds idle_time{10};

/// For a client whose request was refused half-read to notice the answer.
inline constexpr std::chrono::seconds linger_time{2};

/// Clients beyond these wait until another one leaves.
inline constexpr std::size_t connections = 64;

/// The oldest drafts go first.
inline constexpr std::size_t drafts = 1000;
inline constexpr std::size_t draft_bytes = 16 << 20;

/// Of what clients sent, in a line of the log.
inline constexpr std::size_t logged_bytes = 200;

/// Of a value that is quoted to who sent it.
inline constexpr std::size_t quoted_bytes = 200;

}  // namespace sandbox::limits

#endif
