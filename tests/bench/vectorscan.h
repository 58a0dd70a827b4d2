// The peer for literal matching, where its package (libvectorscan-dev) is installed.
#pragma once

#include <string>
#include <vector>

#ifdef HEROLD_VECTORSCAN
#include <hs/hs.h>

class Vectorscan {
 public:
  static bool is_there() { return true; }
  ~Vectorscan() {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }

  /// Words in either case; bounded by ASCII's letters and digits, for it knows no other boundary.
  void compile(const std::vector<std::string>& terms) {
    std::vector<std::string> patterns;
    for (const std::string& term : terms) patterns.push_back("\\b" + term + "\\b");
    std::vector<const char*> pointers;
    for (const std::string& pattern : patterns) pointers.push_back(pattern.c_str());
    const std::vector<unsigned> flags(terms.size(), HS_FLAG_CASELESS | HS_FLAG_UTF8);
    std::vector<unsigned> ids;
    for (unsigned i = 0; i < terms.size(); ++i) ids.push_back(i);
    hs_compile_error_t* error = nullptr;
    hs_compile_multi(pointers.data(), flags.data(), ids.data(), static_cast<unsigned>(terms.size()),
                     HS_MODE_BLOCK, nullptr, &database_, &error);
    hs_alloc_scratch(database_, &scratch_);
  }

  /// Terms have a length, so that their end gives the whole position.
  int scan(const std::string& text) const {
    int found = 0;
    const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* sum) {
      ++*static_cast<int*>(sum);
      return 0;
    };
    hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, count, &found);
    return found;
  }

 private:
  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
};
#else
struct Vectorscan {
  static bool is_there() { return false; }
  void compile(const std::vector<std::string>&) {}
  int scan(const std::string&) const { return 0; }
};
#endif
