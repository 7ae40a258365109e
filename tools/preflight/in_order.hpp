#ifndef FEISHU_PREFLIGHT_TOOL_IN_ORDER_HPP
#define FEISHU_PREFLIGHT_TOOL_IN_ORDER_HPP

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace preflight_tool {

/// Several threads that work on the items of a sequence and hand in their results in its order. Each
/// thread takes an item, works on it, and waits for its turn, so there are never more items in the
/// works than threads.
class in_order {
 public:
  /// The turn of one item.
  class turn {
   public:
    /// Waits until all items before this one are done. False if the work was stopped instead.
    [[nodiscard]] bool wait() const { return of_.wait(number_); }

   private:
    friend in_order;
    turn(in_order& of, std::size_t number) : of_(of), number_(number) {}

    in_order& of_;
    std::size_t number_;
  };

  /// Calls `bool take(Item&)`, by one thread at a time, until it is false, and for each item
  /// `bool work(Item&, const turn&)`, by as many threads as `jobs` says; the calling one is the first.
  /// All stops where work is false, or where either throws, which then is thrown from here.
  template <class Item, class Take, class Work>
  static void run(std::size_t jobs, const Take& take, const Work& work) {
    in_order all;
    const auto labour = [&] { all.labour<Item>(take, work); };
    // Not std::jthread, which libc++ has only from version 20 on. Nothing throws while threads run: the vector does not
    // grow, and exceptions of `take` and `work` are kept for later.
    std::vector<std::thread> others;
    others.reserve(jobs);
    try {
      while (others.size() + 1 < jobs) others.emplace_back(labour);
    } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch)
      // The system grants no more threads: those that there are do it.
    }
    labour();
    for (std::thread& each : others) each.join();
    if (all.failure_) std::rethrow_exception(all.failure_);
  }

 private:
  template <class Item, class Take, class Work>
  void labour(const Take& take, const Work& work) {
    try {
      Item item;
      while (const std::optional<turn> mine = next(item, take)) {
        if (!work(item, *mine)) return stop();
        if (!mine->wait()) return;
        pass_on();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  template <class Item, class Take>
  std::optional<turn> next(Item& item, const Take& take) {
    const std::lock_guard lock(taking_);
    if (is_stopped() || is_all_taken_) return std::nullopt;
    is_all_taken_ = !take(item);
    if (is_all_taken_) return std::nullopt;
    return turn(*this, taken_++);
  }

  bool wait(std::size_t number) {
    std::unique_lock lock(turning_);
    turned_.wait(lock, [&] { return is_stopped_ || current_ == number; });
    return !is_stopped_;
  }

  void pass_on() {
    const std::lock_guard lock(turning_);
    ++current_;
    turned_.notify_all();
  }

  void stop(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(turning_);
    is_stopped_ = true;
    if (!failure_) failure_ = std::move(failure);
    turned_.notify_all();
  }

  bool is_stopped() {
    const std::lock_guard lock(turning_);
    return is_stopped_;
  }

  std::mutex taking_{};  // held while an item is taken, which may last
  std::size_t taken_ = 0;
  bool is_all_taken_ = false;

  std::mutex turning_{};
  std::condition_variable turned_{};
  std::size_t current_ = 0;
  bool is_stopped_ = false;
  std::exception_ptr failure_{};
};

}  // namespace preflight_tool

#endif
