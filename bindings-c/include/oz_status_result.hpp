// oz_status_result.hpp: what oz_status.hpp, which includes it, gives and takes: errors, results, views.
#ifndef OZ_STATUS_RESULT_HPP
#define OZ_STATUS_RESULT_HPP

#include "oz_status.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#ifdef OZ_STATUS_EXCEPTIONS
#include <stdexcept>
#endif

namespace oz {

#ifdef OZ_STATUS_EXCEPTIONS
struct bad_result : std::runtime_error {
    explicit bad_result(oz_error code) : std::runtime_error(oz_error_name(code)), code(code) {}
    oz_error code;
};
#endif

// An error without more to tell.
class error {
public:
    explicit error(oz_error code) noexcept : code_(code) {}
    oz_error code() const noexcept { return code_; }
    std::string_view name() const noexcept { return oz_error_name(code_); }

private:
    oz_error code_;
};

// An error that names a row.
class row_error : public error {
public:
    row_error(oz_error code, std::size_t row) noexcept : error(code), row_(row) {}
    // Which row, where the error has one; else the greatest size.
    std::size_t row() const noexcept { return row_; }
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

private:
    std::size_t row_;
};

// Why a payload was refused.
class refusal : public error {
public:
    explicit refusal(const oz_error_info &info) noexcept : error(info.code), info_(info) {}
    std::string_view path() const noexcept { return info_.path; }
    std::string_view found() const noexcept { return info_.found; }
    bool has_found() const noexcept { return info_.has_found != 0; }
    std::string_view expected() const noexcept { return info_.expected; }
    std::uint32_t line() const noexcept { return info_.line; }
    std::uint32_t column() const noexcept { return info_.column; }

private:
    oz_error_info info_;
};

// A value, or why there is none. There is no value_or: no default could be safe.
template <class T, class E = error> class [[nodiscard]] result {
public:
    result(T value) : has_(true) { new (&room_.value) T(std::move(value)); }
    result(E failure) : has_(false) { new (&room_.failure) E(std::move(failure)); }
    result(const result &other) : has_(other.has_) {
        if (has_) new (&room_.value) T(other.room_.value);
        else new (&room_.failure) E(other.room_.failure);
    }
    result(result &&other) noexcept(std::is_nothrow_move_constructible<T>::value) : has_(other.has_) {
        if (has_) new (&room_.value) T(std::move(other.room_.value));
        else new (&room_.failure) E(std::move(other.room_.failure));
    }
    result &operator=(const result &) = delete;
    ~result() {
        if (has_) room_.value.~T();
        else room_.failure.~E();
    }

    bool has_value() const noexcept { return has_; }
    explicit operator bool() const noexcept { return has_; }
    const T &value() const & { check(); return room_.value; }
    T &&value() && { check(); return std::move(room_.value); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    const E &error() const {
        if (has_) std::abort();
        return room_.failure;
    }

private:
    void check() const {
        if (has_) return;
#ifdef OZ_STATUS_EXCEPTIONS
        throw bad_result(room_.failure.code());
#else
        std::abort();
#endif
    }
    union room {
        room() {}
        ~room() {}
        T value;
        E failure;
    } room_;
    bool has_;
};

// A view of contiguous elements: of an array, a std::vector, a std::array, a pointer and a length.
template <class T> class span {
public:
    constexpr span() noexcept = default;
    constexpr span(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    template <std::size_t N> constexpr span(T (&array)[N]) noexcept : data_(array), size_(N) {}
    template <class C, class = std::enable_if_t<
                           std::is_convertible<decltype(std::declval<C &>().data()), T *>::value &&
                           std::is_convertible<decltype(std::declval<C &>().size()), std::size_t>::value>>
    constexpr span(C &&container) noexcept : data_(container.data()), size_(container.size()) {}
    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace oz

#endif // OZ_STATUS_RESULT_HPP
