// The rules of UAX #29 for grapheme clusters as a state machine over code points.
#pragma once

#include "text/unicode_tables.h"

namespace herold::text {

class GraphemeBreaker {
 public:
  // Whether a cluster begins with the code point that has these properties, after all those given before.
  bool breaks_before(const tables::Properties& next) {
    const auto grapheme = static_cast<tables::Grapheme>(next.grapheme);
    const bool pictographic = (next.flags & tables::pictographic) != 0;
    const bool breaks = decide(grapheme, pictographic);
    remember(grapheme, pictographic);
    return breaks;
  }

  // As if a code point without special properties had been given: what ASCII letters amount to.
  void restart() {
    *this = GraphemeBreaker{};
    previous_ = tables::Grapheme::other;
  }
  // Whether a code point without special properties begins a cluster here, whatever came before.
  bool plain() const { return previous_ == tables::Grapheme::other; }

 private:
  using Grapheme = tables::Grapheme;

  bool decide(Grapheme next, bool pictographic) const {
    if (previous_ == Grapheme::cr && next == Grapheme::lf) return false;        // GB3
    if (is_control(previous_) || is_control(next)) return true;                 // GB4, GB5
    if (joins_hangul(next)) return false;                                       // GB6 to GB8
    if (next == Grapheme::extend || next == Grapheme::zwj) return false;        // GB9
    if (next == Grapheme::spacing_mark) return false;                           // GB9a
    if (previous_ == Grapheme::prepend) return false;                           // GB9b
    if (pictographic && pictograph_ == Pictograph::joined) return false;        // GB11
    if (next == Grapheme::regional_indicator && odd_indicators_) return false;  // GB12, GB13
    return true;
  }

  void remember(Grapheme next, bool pictographic) {
    if (pictographic)
      pictograph_ = Pictograph::seen;
    else if (pictograph_ == Pictograph::seen && next == Grapheme::zwj)
      pictograph_ = Pictograph::joined;
    else if (pictograph_ != Pictograph::seen || next != Grapheme::extend)
      pictograph_ = Pictograph::none;
    odd_indicators_ = next == Grapheme::regional_indicator && !odd_indicators_;
    previous_ = next;
  }

  // GB1: a text begins as if after a control character.
  static bool is_control(Grapheme g) {
    return g == Grapheme::control || g == Grapheme::cr || g == Grapheme::lf;
  }

  bool joins_hangul(Grapheme next) const {
    switch (previous_) {
      case Grapheme::l:
        return next == Grapheme::l || next == Grapheme::v || next == Grapheme::lv || next == Grapheme::lvt;
      case Grapheme::lv:
      case Grapheme::v:
        return next == Grapheme::v || next == Grapheme::t;
      case Grapheme::lvt:
      case Grapheme::t:
        return next == Grapheme::t;
      default:
        return false;
    }
  }

  enum class Pictograph { none, seen, joined };

  Grapheme previous_ = Grapheme::control;
  Pictograph pictograph_ = Pictograph::none;
  bool odd_indicators_ = false;
};

}  // namespace herold::text
