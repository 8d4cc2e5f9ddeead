// oz_status.hpp: the C++17 layer over oz_status.h. Header only, no exceptions and no RTTI needed.
//
//     const auto resolved = oz::resolve_json(text, oz::options{}.require("QUALITY").require("BIOMETRY"));
//     if (!resolved) return refuse(resolved.error().path());
//     if (resolved->is_pass()) ...
//
// A result holds a value or an error. Asking for a value that is not there ends the program, for no default could be
// safe; with OZ_STATUS_EXCEPTIONS defined it throws oz::bad_result instead.
#ifndef OZ_STATUS_HPP
#define OZ_STATUS_HPP

#include "oz_status.h"
#include "oz_status_result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oz {

// The vocabularies. Those with an order compare by severity: the worst is the greatest.
enum class resolution : std::uint8_t {
    success = OZ_RESOLUTION_SUCCESS,
    operator_required = OZ_RESOLUTION_OPERATOR_REQUIRED,
    declined = OZ_RESOLUTION_DECLINED,
    failed = OZ_RESOLUTION_FAILED,
    processing = OZ_RESOLUTION_PROCESSING,
    initial = OZ_RESOLUTION_INITIAL,
};
enum class folder_status : std::uint8_t {
    finished = OZ_FOLDER_STATUS_FINISHED,
    failed = OZ_FOLDER_STATUS_FAILED,
    processing = OZ_FOLDER_STATUS_PROCESSING,
    initial = OZ_FOLDER_STATUS_INITIAL,
};
enum class analysis_state : std::uint8_t {
    finished = OZ_ANALYSIS_STATE_FINISHED,
    failed = OZ_ANALYSIS_STATE_FAILED,
    processing = OZ_ANALYSIS_STATE_PROCESSING,
};
enum class decision : std::uint8_t {
    accept = OZ_DECISION_ACCEPT,
    review = OZ_DECISION_REVIEW,
    reject = OZ_DECISION_REJECT,
    retry = OZ_DECISION_RETRY,
    wait = OZ_DECISION_WAIT,
};
// Whether RETRY is better than REJECT has no answer: compare resolutions.
bool operator<(decision, decision) = delete;
bool operator>(decision, decision) = delete;
bool operator<=(decision, decision) = delete;
bool operator>=(decision, decision) = delete;

// Codes, as bytes or as resolutions: the same memory.
class codes {
public:
    template <class C, class = decltype(span<const std::uint8_t>(std::declval<C>()))>
    constexpr codes(C &&bytes, int = 0) noexcept : view_(std::forward<C>(bytes)) {}
    template <class C, class = decltype(span<const resolution>(std::declval<C>()))>
    codes(C &&members) noexcept {
        const span<const resolution> view(std::forward<C>(members));
        view_ = {reinterpret_cast<const std::uint8_t *>(view.data()), view.size()};
    }
    const std::uint8_t *data() const noexcept { return view_.data(); }
    std::size_t size() const noexcept { return view_.size(); }

private:
    span<const std::uint8_t> view_;
};

namespace detail {
template <class E> std::uint8_t code(E member) noexcept { return static_cast<std::uint8_t>(member); }

// What a function of the C interface writes into its last argument, or its error.
template <class T, class F, class... A> result<T> asked(F function, A... arguments) {
    std::uint8_t written = 0;
    const oz_error failed = function(arguments..., &written);
    if (failed != OZ_OK) return error(failed);
    return static_cast<T>(written);
}
template <class O, class F>
result<std::size_t, row_error> columns(F function, codes members, span<const O> offsets, span<std::uint8_t> results) {
    std::size_t row = row_error::none;
    if (offsets.size() != results.size() + 1) return row_error(OZ_BAD_OFFSET, row);
    const oz_error failed =
        function(members.data(), members.size(), offsets.data(), results.size(), results.data(), &row);
    if (failed != OZ_OK) return row_error(failed, row);
    return results.size();
}
} // namespace detail

// Words. A value that was cast from nonsense has none: the empty text.
#define OZ_STATUS_WORDS(type, c_name)                                                                                  \
    inline result<type> parse_##type(std::string_view text) {                                                          \
        return detail::asked<type>(c_name##_parse, text.data(), text.size());                                          \
    }                                                                                                                  \
    inline std::string_view word(type member) {                                                                        \
        const char *text = "";                                                                                         \
        static_cast<void>(c_name##_word(detail::code(member), &text));                                                 \
        return text;                                                                                                   \
    }
OZ_STATUS_WORDS(resolution, oz_resolution)
OZ_STATUS_WORDS(folder_status, oz_folder_status)
OZ_STATUS_WORDS(analysis_state, oz_analysis_state)
OZ_STATUS_WORDS(decision, oz_decision)
#undef OZ_STATUS_WORDS

// The worse, and the better of two.
inline result<resolution> join(resolution a, resolution b) {
    return detail::asked<resolution>(oz_join, detail::code(a), detail::code(b));
}
inline result<resolution> meet(resolution a, resolution b) {
    return detail::asked<resolution>(oz_meet, detail::code(a), detail::code(b));
}
// What to do about a resolution (R6); of a folder, ask resolve_folder.
inline result<decision> decide(resolution of) { return detail::asked<decision>(oz_decide, detail::code(of)); }

// The result of a group (R2).
inline result<resolution> group_result(codes members) {
    return detail::asked<resolution>(oz_group_result, members.data(), members.size());
}

// The results of groups cut by offsets, one more than there are results; how many were written.
inline result<std::size_t, row_error> group_results(codes members, span<const std::uint32_t> offsets,
                                                    span<std::uint8_t> results) {
    return detail::columns<std::uint32_t>(oz_group_results_u32, members, offsets, results);
}
inline result<std::size_t, row_error> group_results(codes members, span<const std::uint64_t> offsets,
                                                    span<std::uint8_t> results) {
    return detail::columns<std::uint64_t>(oz_group_results_u64, members, offsets, results);
}

// Which resolutions occur (R10). Only ever a valid set.
class status_set {
public:
    status_set() noexcept = default;
    static result<status_set> of(codes members) {
        return detail::asked<status_set>(oz_status_set_of, members.data(), members.size());
    }
    static result<status_set> from_bits(std::uint8_t bits) {
        return detail::asked<status_set>(oz_status_set_union, bits, std::uint8_t{0});
    }
    std::uint8_t bits() const noexcept { return bits_; }
    friend status_set operator|(status_set a, status_set b) noexcept {
        return status_set(static_cast<std::uint8_t>(a.bits_ | b.bits_));
    }
    result<status_set> with(resolution member) const {
        return detail::asked<status_set>(oz_status_set_with, bits_, detail::code(member));
    }
    bool contains(resolution member) const noexcept {
        std::uint8_t contained = 0;
        return oz_status_set_contains(bits_, detail::code(member), &contained) == OZ_OK && contained != 0;
    }
    oz::resolution resolution() const noexcept {
        std::uint8_t code = 0;
        static_cast<void>(oz_status_set_result(bits_, &code));
        return static_cast<oz::resolution>(code);
    }
    oz::folder_status folder_status() const noexcept {
        std::uint8_t code = 0;
        static_cast<void>(oz_status_set_folder_status(bits_, &code));
        return static_cast<oz::folder_status>(code);
    }
    oz::decision decision() const noexcept {
        std::uint8_t code = 0;
        static_cast<void>(oz_status_set_decision(bits_, &code));
        return static_cast<oz::decision>(code);
    }
    bool is_contested() const noexcept {
        std::uint8_t contested = 0;
        return oz_status_set_is_contested(bits_, &contested) == OZ_OK && contested != 0;
    }

private:
    template <class T, class F, class... A> friend result<T> detail::asked(F, A...);
    explicit status_set(std::uint8_t bits) noexcept : bits_(bits) {}
    std::uint8_t bits_ = 0;
};

// How many of each resolution (R10). An error changes nothing.
class tally {
public:
    error insert(resolution member) noexcept { return error(oz_tally_insert(&counts_, detail::code(member))); }
    error remove(resolution member) noexcept { return error(oz_tally_remove(&counts_, detail::code(member))); }
    error replace(resolution old, resolution by) noexcept {
        return error(oz_tally_replace(&counts_, detail::code(old), detail::code(by)));
    }
    error merge(const tally &other) noexcept { return error(oz_tally_merge(&counts_, &other.counts_)); }
    oz::resolution resolution() const noexcept {
        std::uint8_t code = 0;
        static_cast<void>(oz_tally_result(&counts_, &code));
        return static_cast<oz::resolution>(code);
    }
    const oz_tally &counts() const noexcept { return counts_; }

private:
    oz_tally counts_ = {};
};

// What a folder comes to.
class verdict {
public:
    verdict() noexcept = default;
    explicit verdict(const oz_verdict &raw) noexcept : raw_(raw) {}
    oz::folder_status folder_status() const noexcept { return static_cast<oz::folder_status>(raw_.folder_status); }
    oz::resolution system_resolution() const noexcept { return static_cast<oz::resolution>(raw_.system_resolution); }
    oz::decision decision() const noexcept { return static_cast<oz::decision>(raw_.decision); }
    bool is_pass() const noexcept { return raw_.decision == OZ_DECISION_ACCEPT; }
    bool is_final() const noexcept { return raw_.is_final != 0; }
    const oz_verdict &raw() const noexcept { return raw_; }

private:
    oz_verdict raw_ = {};
};

// What is asked of a folder. The types are viewed, not copied: they must live as long.
class options {
public:
    options &require(std::string_view type) {
        required_.push_back({type.data(), type.size()});
        return *this;
    }
    options &operator_review(bool on) noexcept {
        operator_review_ = on;
        return *this;
    }
    oz_options raw() const noexcept {
        oz_options raw = {};
        raw.struct_size = sizeof raw;
        raw.operator_review_off = operator_review_ ? 0 : 1;
        raw.required = required_.data();
        raw.required_len = required_.size();
        return raw;
    }

private:
    std::vector<oz_text> required_;
    bool operator_review_ = true;
};

// A folder without JSON (R3 to R7), the determining analyses among it.
struct resolved_folder : verdict {
    std::vector<std::size_t> determining;
    std::vector<oz_group> groups;
};
inline result<resolved_folder, row_error> resolve_folder(span<const oz_analysis> analyses, std::size_t groups,
                                                         span<const std::uint32_t> required = {},
                                                         std::uint8_t callback_state = 0) {
    oz_folder folder = {};
    folder.struct_size = sizeof folder;
    folder.callback_state = callback_state;
    folder.analyses = analyses.data();
    folder.analyses_len = analyses.size();
    folder.required = required.data();
    folder.required_len = required.size();
    folder.groups = groups;
    std::size_t row = row_error::none, needed = 0;
    if (groups >= row - analyses.size()) return row_error(OZ_TOO_LONG, row);
    std::vector<oz_cell> cells(OZ_CELLS(analyses.size(), groups));
    resolved_folder resolved;
    resolved.determining.resize(analyses.size());
    resolved.groups.resize(groups + 1);
    oz_verdict raw = {};
    const oz_error failed = oz_resolve_folder(&folder, cells.data(), cells.size(), &raw, resolved.groups.data(),
                                              resolved.determining.data(), resolved.determining.size(), &needed, &row);
    if (failed != OZ_OK) return row_error(failed, row);
    resolved.determining.resize(needed);
    static_cast<verdict &>(resolved) = verdict(raw);
    return resolved;
}

// The verdict alone on a payload: no JSON is made.
inline result<verdict, refusal> judge_json(std::string_view text, const options &asked = {}) {
    const oz_options raw_options = asked.raw();
    oz_verdict raw = {};
    oz_error_info info = {};
    const oz_error failed =
        oz_resolve_json(text.data(), text.size(), &raw_options, nullptr, 0, nullptr, &raw, &info);
    if (failed != OZ_OK) return refusal(info);
    return verdict(raw);
}

// The verdict on a payload, and its canonical JSON.
struct resolved_json : verdict {
    std::string json;
};
inline result<resolved_json, refusal> resolve_json(std::string_view text, const options &asked = {}) {
    const oz_options raw_options = asked.raw();
    resolved_json resolved;
    oz_verdict raw = {};
    oz_error_info info = {};
    std::size_t needed = 1024;
    oz_error failed = OZ_TOO_SMALL;
    while (failed == OZ_TOO_SMALL) {
        resolved.json.resize(needed);
        failed = oz_resolve_json(text.data(), text.size(), &raw_options, &resolved.json[0], resolved.json.size(),
                                 &needed, &raw, &info);
    }
    if (failed != OZ_OK) return refusal(info);
    resolved.json.resize(needed);
    static_cast<verdict &>(resolved) = verdict(raw);
    return resolved;
}

} // namespace oz

#endif // OZ_STATUS_HPP
