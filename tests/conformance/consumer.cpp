// Answers requests of the conformance run through the C++ layer: a line in, a line out.
#include <oz_status.hpp>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

static std::string decoded(const std::string &word) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < word.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(word.substr(i, 2), nullptr, 16)));
    return bytes;
}

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        // an empty payload is an empty first word
        const auto space = line.find(' ');
        const std::string payload = decoded(line.substr(0, space));
        std::istringstream words(line.substr(space + 1));
        std::string review, type;
        words >> review;
        std::vector<std::string> types;
        while (words >> type) types.push_back(decoded(type));
        oz::options options;
        options.operator_review(review == "1");
        for (const auto &required : types) options.require(required);
        const auto resolved = oz::resolve_json(payload, options);
        if (resolved) {
            std::cout << "ok " << resolved->json << '\n';
        } else {
            std::cout << "error " << oz_error_name(resolved.error().code()) << ' ' << resolved.error().path() << '\n';
        }
    }
}
