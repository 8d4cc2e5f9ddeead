#include <oz_status.hpp>

#include <cstdio>

int main() {
    const auto resolved = oz::resolve_json(R"({"analyses":[{"type":"QUALITY","resolution":"DECLINED"}]})");
    if (!resolved) return 1;
    const auto decision = oz::word(resolved->decision());
    std::printf("%.*s %s\n", static_cast<int>(decision.size()), decision.data(), resolved->json.c_str());
    return 0;
}
