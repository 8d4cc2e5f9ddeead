// The C++ layer: words, order, results, views, errors, with and without exceptions.
#include <oz_status.hpp>

#include <array>
#include <cstdio>

using namespace std::string_view_literals;

static void check(bool holds, const char *what, int line) {
    if (!holds) {
        std::fprintf(stderr, "layer.cpp:%d: not so: %s\n", line, what);
        std::exit(1);
    }
}
#define CHECK(condition) check((condition), #condition, __LINE__)

static_assert(oz::resolution::initial > oz::resolution::processing, "worst is greatest");
static_assert(oz::resolution::processing > oz::resolution::failed, "worst is greatest");
static_assert(oz::resolution::failed > oz::resolution::declined, "worst is greatest");
static_assert(oz::resolution::declined > oz::resolution::operator_required, "worst is greatest");
static_assert(oz::resolution::operator_required > oz::resolution::success, "worst is greatest");
static_assert(oz::folder_status::processing > oz::folder_status::failed, "worst is greatest");

// Decisions have no order, and a result has no way around its check.
template <class T, class = void> struct is_ordered : std::false_type {};
template <class T>
struct is_ordered<T, std::void_t<decltype(std::declval<T>() < std::declval<T>())>> : std::true_type {};
static_assert(is_ordered<oz::resolution>::value && !is_ordered<oz::decision>::value, "");
static_assert(!std::is_convertible<oz::result<oz::resolution>, bool>::value, "asked for by name alone");
static_assert(!std::is_convertible<oz::folder_status, oz::resolution>::value, "a status is no verdict");

// Every code that the library knows is a member here, and no other.
template <class E, class Word> static void members(std::initializer_list<E> all, Word c_word) {
    unsigned known = 0;
    for (unsigned code = 0; code < 256; code++) {
        const char *text = nullptr;
        if (c_word(static_cast<std::uint8_t>(code), &text) != OZ_OK) continue;
        bool is_member = false;
        for (E member : all) is_member = is_member || static_cast<unsigned>(member) == code;
        CHECK(is_member && word(static_cast<E>(code)) == text);
        known++;
    }
    CHECK(known == all.size());
    CHECK(word(static_cast<E>(0)).empty());
}

static void vocabularies() {
    using oz::analysis_state;
    using oz::decision;
    using oz::folder_status;
    using oz::resolution;
    members({resolution::success, resolution::operator_required, resolution::declined, resolution::failed,
             resolution::processing, resolution::initial},
            oz_resolution_word);
    members({folder_status::finished, folder_status::failed, folder_status::processing, folder_status::initial},
            oz_folder_status_word);
    members({analysis_state::finished, analysis_state::failed, analysis_state::processing}, oz_analysis_state_word);
    members({decision::accept, decision::review, decision::reject, decision::retry, decision::wait}, oz_decision_word);
    CHECK(*oz::parse_resolution("declined") == resolution::declined);
    CHECK(oz::parse_resolution("FINISHED"sv).error().name() == "word_not_allowed");
    CHECK(oz::parse_folder_status("").error().code() == OZ_UNKNOWN_WORD);
    CHECK(*oz::parse_analysis_state("Finished") == analysis_state::finished);
    CHECK(*oz::parse_decision("ACCEPT") == decision::accept);
    CHECK(*oz::join(resolution::success, resolution::declined) == resolution::declined);
    CHECK(*oz::meet(resolution::success, resolution::declined) == resolution::success);
    CHECK(!oz::join(resolution::success, static_cast<resolution>(17)));
    CHECK(*oz::decide(resolution::declined) == decision::reject);
}

static void groups() {
    using oz::resolution;
    const std::vector<resolution> members = {resolution::success, resolution::declined};
    const std::array<std::uint8_t, 4> bytes = {1, 3, 1, 5};
    const std::uint8_t array[] = {1, 0};
    CHECK(*oz::group_result(members) == resolution::declined);
    CHECK(*oz::group_result(bytes) == resolution::processing);
    CHECK(*oz::group_result(std::vector<std::uint8_t>{}) == resolution::initial);
    CHECK(oz::group_result(array).error().code() == OZ_UNKNOWN_CODE);
    const std::vector<std::uint32_t> offsets = {0, 2, 2, 4};
    std::vector<std::uint8_t> results(3);
    CHECK(*oz::group_results(bytes, offsets, results) == 3 && results[0] == 3 && results[1] == 6 && results[2] == 5);
    const std::uint64_t falling[] = {0, 2, 1, 4};
    const auto wrong = oz::group_results(bytes, falling, results);
    CHECK(!wrong && wrong.error().code() == OZ_BAD_OFFSET && wrong.error().row() == 2);
    results.pop_back();
    CHECK(oz::group_results(bytes, offsets, results).error().row() == oz::row_error::none);

    const auto set = *oz::status_set::of(bytes) | *oz::status_set().with(resolution::failed);
    CHECK(set.contains(resolution::failed) && !set.contains(resolution::initial) && set.is_contested());
    CHECK(set.resolution() == resolution::processing && set.decision() == oz::decision::wait);
    CHECK(set.folder_status() == oz::folder_status::processing && oz::status_set::from_bits(set.bits()));
    CHECK(!oz::status_set::from_bits(64) && oz::status_set().resolution() == resolution::initial);

    oz::tally tally;
    CHECK(tally.resolution() == resolution::initial && tally.insert(resolution::success).code() == OZ_OK);
    CHECK(tally.replace(resolution::success, resolution::failed).code() == OZ_OK && tally.merge(tally).code() == OZ_OK);
    CHECK(tally.counts().counts[3] == 2 && tally.remove(resolution::initial).code() == OZ_NOT_THERE);
}

static void folders() {
    oz_analysis analyses[2] = {};
    analyses[0].resolution = OZ_RESOLUTION_DECLINED;
    analyses[0].type = 1;
    analyses[1].resolution = OZ_RESOLUTION_SUCCESS;
    analyses[1].group = 1;
    const std::uint32_t required[] = {1};
    const auto resolved = oz::resolve_folder(analyses, 1, required);
    CHECK(resolved && resolved->decision() == oz::decision::reject && !resolved->is_pass() && resolved->is_final());
    CHECK(resolved->determining.size() == 1 && resolved->determining[0] == 0 && resolved->groups.size() == 2);
    CHECK(oz::resolve_folder(analyses, 0).error().row() == 1);
    CHECK(oz::resolve_folder(analyses, SIZE_MAX).error().code() == OZ_TOO_LONG);
    CHECK(oz::resolve_folder({}, 0)->decision() == oz::decision::wait);
    CHECK(oz::resolve_folder(analyses, 1, {}, OZ_ANALYSIS_STATE_PROCESSING)->decision() == oz::decision::wait);
}

static void payloads() {
    const auto text = R"({"analyses":[{"type":"QUALITY","resolution":"SUCCESS"}]})"sv;
    const auto resolved = oz::resolve_json(text);
    CHECK(resolved && resolved->is_pass() && resolved->system_resolution() == oz::resolution::success);
    CHECK(resolved->json.rfind("{\"rules\":1,", 0) == 0 && resolved->json.back() == '}');
    CHECK(resolved->folder_status() == oz::folder_status::finished && resolved->raw().has_findings);
    CHECK(oz::judge_json(text)->is_pass() && !oz::judge_json(text, oz::options{}.require("BIOMETRY"))->is_pass());
    CHECK(!oz::verdict().is_pass() && !oz::verdict().is_final());
    std::string many = "[";
    for (int i = 0; i < 100; i++) many += R"({"resolution":"SUCCESS"},)";
    many.back() = ']';
    const auto large = oz::resolve_json(many);
    CHECK(large && large->json.size() > 4096 && large->json.back() == '}');
    const auto refused = oz::resolve_json(R"([{"state":"FINISHED","resolution":"FINE"}])");
    CHECK(!refused && refused.error().code() == OZ_UNKNOWN_WORD && refused.error().path() == "analyses[0].resolution");
    CHECK(refused.error().has_found() && refused.error().found() == "FINE" && !refused.error().expected().empty());
    const auto malformed = oz::resolve_json("[\n{x");
    CHECK(!malformed && malformed.error().line() == 2 && malformed.error().column() > 0);
    const auto copy = refused;
    CHECK(copy.error().path() == refused.error().path());
    CHECK(oz::resolve_json(text, oz::options{}.require("")).error().path() == "require[0]");
    const auto noted = oz::judge_json(R"([{"resolution":"OPERATOR_REQUIRED"}])", oz::options{}.operator_review(false));
    CHECK(noted && noted->raw().findings == 1);
}

int main() {
    vocabularies();
    groups();
    folders();
    payloads();
#ifdef OZ_STATUS_EXCEPTIONS
    bool thrown = false;
    try {
        static_cast<void>(*oz::parse_resolution("NO"));
    } catch (const oz::bad_result &bad) {
        thrown = bad.code == OZ_UNKNOWN_WORD && bad.what() == "unknown_word"sv;
    }
    CHECK(thrown);
#endif
    std::puts("C++ layer");
    return 0;
}
