// One draft and everything that matching derives from it, each thing made once, when first asked for.
//
// Not thread-safe: one Draft belongs to one check. The text must be valid UTF-8 and outlive it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/folded_text.h"
#include "text/graphemes.h"
#include "text/range.h"
#include "text/utf16.h"

namespace herold::match {

class Draft {
 public:
  explicit Draft(std::string_view text) : text_(text) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  // What its sentences go by: a language tag (BCP 47) that outlives this, "de" until one is set. To be set
  // before sentences are asked for.
  void set_language(std::string_view tag) { language_ = tag; }

  std::string_view text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  const text::FoldedText& folded(text::Case letter_case);
  const text::Graphemes& graphemes();
  const text::Utf16Map& utf16();
  // The end of the grapheme cluster that begins at `start`; between printable ASCII it is told at once.
  std::uint32_t cluster_end(std::uint32_t start);
  // The end of the printable ASCII that begins at `start`, up to `end`, as far as each byte is a cluster.
  std::uint32_t plain_end(std::uint32_t start, std::uint32_t end) const;
  // `range` grown to whole grapheme clusters; between printable ASCII there is nothing to grow.
  text::ByteRange whole_clusters(text::ByteRange range) {
    return parts_at(range.start) && parts_at(range.end) ? range : grown(range);
  }

  // What the detectors of the same names find.
  const std::vector<text::ByteRange>& links();
  const std::vector<text::ByteRange>& emails();
  const std::vector<text::ByteRange>& hashtags();
  const std::vector<text::ByteRange>& mentions();
  const std::vector<text::ByteRange>& emojis();

  const std::vector<text::ByteRange>& ibans();
  const std::vector<text::ByteRange>& ahv_numbers();
  const std::vector<text::ByteRange>& credit_cards();

  // Links, e-mail addresses, hashtags and mentions together, in order, without overlaps.
  const std::vector<text::ByteRange>& entities();
  // Words as the contract counts them: each of the entities is one.
  const std::vector<text::ByteRange>& words();
  const std::vector<text::ByteRange>& sentences();
  const std::vector<text::ByteRange>& paragraphs();

 private:
  // ASCII that is a cluster wherever it stands beside others of its kind.
  static bool is_printable(char byte) { return (byte >= ' ' && byte <= '~') || byte == '\n'; }
  // Whether clusters are parted there, as far as that is told at once.
  bool parts_at(std::uint32_t at) const {
    return at == 0 || at == size() || (is_printable(text_[at - 1]) && is_printable(text_[at]));
  }
  text::ByteRange grown(text::ByteRange range);

  using Ranges = std::optional<std::vector<text::ByteRange>>;

  std::string_view text_, language_ = "de";
  std::optional<text::FoldedText> folded_;
  std::optional<text::FoldedText> exact_;
  std::optional<text::Graphemes> graphemes_;
  std::optional<text::Utf16Map> utf16_;
  text::ByteRange cluster_;  // the one that was last asked for
  Ranges links_, emails_, hashtags_, mentions_, emojis_, ibans_, ahv_numbers_, credit_cards_;
  Ranges entities_, words_, sentences_, paragraphs_;
};

}  // namespace herold::match
