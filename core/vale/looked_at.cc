#include "vale/looked_at.h"

#include <algorithm>
#include <utility>

#include "vale/unless.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;
using Word = std::vector<Expression>;  // characters, sets of them and runs of either, one after the other

/// More alternatives than this would make a pattern that nobody can read.
constexpr std::size_t most_words = 64;

bool is_run(const Expression& expression) {
  return expression.kind == Kind::repeat && expression.max == unbounded &&
         (expression.parts[0].kind == Kind::literal || expression.parts[0].kind == Kind::set);
}

CharacterSet set_of(const Expression& character) {
  if (character.kind == Kind::repeat) return set_of(character.parts[0]);
  if (character.kind == Kind::set) return character.set;
  return {.ranges = {{character.character, character.character}}};
}

std::vector<Word> words_of(const Expression& expression);

std::vector<Word> joined(const std::vector<Word>& before, const std::vector<Word>& after) {
  if (before.size() * after.size() > most_words) throw Unsupported("looks around at too many things");
  std::vector<Word> all;
  for (const Word& start : before) {
    for (const Word& end : after) {
      all.push_back(start);
      all.back().insert(all.back().end(), end.begin(), end.end());
    }
  }
  return all;
}

std::vector<Word> words_of_repeat(const Expression& repeat) {
  constexpr std::size_t longest = 8;
  if (is_run(repeat) && repeat.min <= 1) {
    Expression run = repeat;
    run.min = 1;
    run.lazy = false;
    return repeat.min == 0 ? std::vector<Word>{{}, {run}} : std::vector<Word>{{run}};
  }
  if (repeat.max > longest) throw Unsupported("looks around at something of any length");
  std::vector<Word> all, times{{}};
  const std::vector<Word> once = words_of(repeat.parts[0]);
  for (std::size_t i = 0; i <= repeat.max; ++i) {
    if (i >= repeat.min) all.insert(all.end(), times.begin(), times.end());
    times = joined(times, once);
  }
  return all;
}

/// What a lookaround looks for, spelled out.
std::vector<Word> words_of(const Expression& expression) {
  std::vector<Word> all{{}};
  switch (expression.kind) {
    case Kind::literal:
    case Kind::set:
      return {{expression}};
    case Kind::group:
      return words_of(expression.parts[0]);
    case Kind::repeat:
      return words_of_repeat(expression);
    case Kind::sequence:
      for (const Expression& part : expression.parts) all = joined(all, words_of(part));
      return all;
    case Kind::choice:
      all.clear();
      for (const Expression& part : expression.parts) {
        const std::vector<Word> words = words_of(part);
        all.insert(all.end(), words.begin(), words.end());
      }
      return all;
    default:
      throw Unsupported("looks around at " + print(expression));
  }
}

/// Which way one looks: from the match outwards.
struct Direction {
  std::string_view end;  // of the text
  bool is_forward;

  const Expression& nearest(const Word& word) const { return is_forward ? word.front() : word.back(); }
  Word further(const Word& word) const {
    return is_forward ? Word(word.begin() + 1, word.end()) : Word(word.begin(), word.end() - 1);
  }
  std::string in_order(const std::string& near, const std::string& far) const {
    return is_forward ? near + far : far + near;
  }
};

constexpr Direction forwards{"\\z", true}, backwards{"\\A", false};

bool are_ranges(const CharacterSet& set) { return !set.negated && set.classes.empty(); }

bool overlap(const CharacterSet& one, const CharacterSet& other) {
  return std::any_of(one.ranges.begin(), one.ranges.end(), [&](CharacterSet::Range a) {
    return std::any_of(other.ranges.begin(), other.ranges.end(),
                       [&](CharacterSet::Range b) { return a.first <= b.last && b.first <= a.last; });
  });
}

/// Whether no character is both; throws where that cannot be told.
bool are_apart(const Expression& character, const Expression& other) {
  if (character.kind == Kind::repeat) return are_apart(character.parts[0], other);
  if (other.kind == Kind::repeat) return are_apart(character, other.parts[0]);
  if (character.kind == Kind::literal) return !set_of(other).holds(character.character);
  if (other.kind == Kind::literal) return !set_of(character).holds(other.character);
  if (print(character) == print(other)) return false;
  if (are_ranges(character.set) && are_ranges(other.set)) return !overlap(character.set, other.set);
  throw Unsupported("looks around at sets of characters that may overlap");
}

/// Everything but these characters, as a set in RE2's syntax.
std::string all_but(const std::vector<Expression>& characters) {
  CharacterSet all{.negated = true};
  for (const Expression& character : characters) {
    const CharacterSet set = set_of(character);
    if (set.negated && characters.size() == 1) return "[" + set.content() + "]";
    if (set.negated) throw Unsupported("looks around at sets of characters that may overlap");
    all.ranges.insert(all.ranges.end(), set.ranges.begin(), set.ranges.end());
    all.classes.insert(all.classes.end(), set.classes.begin(), set.classes.end());
  }
  return "[^" + all.content() + "]";
}

/// Throws where it may be one of them or another character.
bool is_one_of(const Expression& near, const std::vector<Expression>& characters) {
  for (const Expression& character : characters) {
    if (are_apart(near, character)) continue;
    if (near.kind == Kind::literal || print(near) == print(character)) return true;
    throw Unsupported("looks around at sets of characters that may overlap");
  }
  return false;
}

/// A text that is none of the words as far as they go, at the nearest characters. Behind a run it does not
/// begin with one more of its characters.
std::string none_of(const std::vector<Word>& words, const Direction& direction,
                    const Expression* run = nullptr) {
  std::vector<Expression> excluded;  // whole words of one character
  if (run != nullptr) excluded.push_back(run->parts[0]);
  for (const Word& word : words) {
    if (word.empty()) throw Unsupported("looks around at nothing and so never matches");
    if (word.size() == 1) excluded.push_back(word.front());
  }
  std::vector<std::pair<Expression, std::vector<Word>>> longer;  // by their nearest character
  for (const Word& word : words) {
    const Expression& near = direction.nearest(word);
    if (word.size() == 1) continue;
    const auto is_near = [&](const auto& group) { return print(group.first) == print(near); };
    const auto known = std::find_if(longer.begin(), longer.end(), is_near);
    if (known != longer.end()) {
      known->second.push_back(direction.further(word));
      continue;
    }
    if (is_one_of(near, excluded)) continue;  // the shorter word decides
    for (const auto& group : longer)
      if (!are_apart(near, group.first)) throw Unsupported("looks around at sets of characters that overlap");
    longer.emplace_back(near, std::vector<Word>{direction.further(word)});
  }
  std::vector<Expression> first = excluded;
  for (const auto& group : longer) first.push_back(group.first);
  std::string made = "(?:" + std::string(direction.end) + "|" + all_but(first);
  for (const auto& [near, further] : longer)
    made +=
        "|" + direction.in_order(print(near), none_of(further, direction, is_run(near) ? &near : nullptr));
  return made + ")";
}

bool is_any_number_of_word_characters(const Expression& expression) {
  if (!is_run(expression) || expression.parts[0].kind != Kind::set) return false;
  const CharacterSet& set = expression.parts[0].set;
  return !set.negated && set.ranges.empty() && set.classes == std::vector<std::string>{"\\w"};
}

/// `\w+\b`: all of a word ends where it ends.
bool ends_with_whole_word(const std::vector<Expression>& parts) {
  return parts.size() > 1 && parts.back().kind == Kind::anchor && parts.back().text == "\\b" &&
         is_any_number_of_word_characters(parts[parts.size() - 2]);
}

/// At its far end a lookaround needs only the least of what repeats there.
void shorten(Expression& expression, bool is_forward) {
  if (expression.kind == Kind::choice || expression.kind == Kind::group) {
    for (Expression& part : expression.parts) shorten(part, is_forward);
  } else if (expression.kind == Kind::sequence && !expression.parts.empty()) {
    if (is_forward && ends_with_whole_word(expression.parts)) expression.parts.pop_back();
    Expression& far = is_forward ? expression.parts.back() : expression.parts.front();
    if (far.kind == Kind::repeat) far.max = far.min;
  }
}

/// `(?<!AB+)` for a character A and a set B of all but a few: the run of Bs in front holds no A, or only
/// last.
std::optional<std::string> no_run_behind(const Expression& look) {
  const Expression& inside = look.parts[0];
  if (inside.kind != Kind::sequence || inside.parts.size() != 2) return std::nullopt;
  const Expression &start = inside.parts[0], &run = inside.parts[1];
  const bool is_run = start.kind == Kind::literal && run.kind == Kind::repeat && run.min == 1 &&
                      run.max == unbounded && run.parts[0].kind == Kind::set && run.parts[0].set.negated &&
                      run.parts[0].set.holds(start.character);
  if (!is_run) return std::nullopt;
  CharacterSet rest = run.parts[0].set;
  const std::string stop = "[" + rest.content() + "]";
  rest.ranges.push_back({start.character, start.character});
  return "(?:\\A|" + stop + ")[^" + rest.content() + "]*" + print(start) + "?";
}

bool is_positive(const Expression& look) { return look.text == "(?=" || look.text == "(?<="; }

/// What the lookarounds on one side ask for together.
std::string looked_for(const std::vector<Expression>& looks, const Direction& direction) {
  if (looks.empty()) return {};
  if (is_positive(looks[0])) {
    if (looks.size() > 1) throw Unsupported("looks around twice at one place");
    return "(?:" + print(looks[0].parts[0]) + ")";
  }
  if (!direction.is_forward && looks.size() == 1) {
    if (const auto run = no_run_behind(looks[0])) return *run;
  }
  std::vector<Word> words;
  for (const Expression& look : looks) {
    if (look.text != looks[0].text) throw Unsupported("looks around twice at one place");
    Expression inside = look.parts[0];
    shorten(inside, direction.is_forward);
    const std::vector<Word> more = words_of(inside);
    words.insert(words.end(), more.begin(), more.end());
  }
  return none_of(words, direction);
}

bool looks_back(const Expression& look) { return look.text == "(?<=" || look.text == "(?<!"; }

}  // namespace

std::vector<Expression> alternatives(const Expression& expression) {
  std::vector<Expression> all;
  const auto add = [&](const Expression& alternative) {
    const std::vector<Expression> more = alternatives(alternative);
    all.insert(all.end(), more.begin(), more.end());
  };
  if (expression.kind == Kind::choice) {
    for (const Expression& part : expression.parts) add(part);
    return all;
  }
  if (expression.kind != Kind::sequence || expression.parts.empty()) return {expression};
  const auto group = std::find_if(expression.parts.begin(), expression.parts.end(), [](const auto& part) {
    return part.kind == Kind::group && holds_look(part);
  });
  if (group == expression.parts.end()) return {expression};
  for (const Expression& inside : alternatives(group->parts[0])) {
    const std::vector<Expression> parts = inside.kind == Kind::sequence ? inside.parts : std::vector{inside};
    Expression spelled = expression;
    const auto place = spelled.parts.erase(spelled.parts.begin() + (group - expression.parts.begin()));
    spelled.parts.insert(place, parts.begin(), parts.end());
    add(spelled);
  }
  return all;
}

namespace {

using Places = std::vector<std::size_t>;

/// What the lookarounds at these places ask for, around the match or else as exceptions.
std::string said(const std::vector<Expression>& parts, const Places& places, const Direction& direction,
                 const std::string& boundary, std::vector<std::string>& exceptions) {
  std::vector<Expression> looks;
  for (const std::size_t place : places) looks.push_back(parts[place]);
  try {
    return looked_for(looks, direction);
  } catch (const Unsupported&) {
    std::string around;
    for (const Expression& look : looks) {
      if (!is_positive(look)) continue;
      if (!around.empty()) throw;
      around = looked_for({look}, direction);
    }
    for (const std::size_t place : places)
      if (!is_positive(parts[place])) exceptions.push_back(exception_of(parts, place, boundary));
    return around;
  }
}

bool is_at_edge(const Expression& part) {
  return part.kind == Kind::look || part.kind == Kind::anchor || part.kind == Kind::flags;
}

}  // namespace

LookedAt take_looks_off(const Expression& alternative, const std::string& boundary) {
  LookedAt made{.core = alternative};
  if (alternative.kind != Kind::sequence) return made;
  const std::vector<Expression>& parts = alternative.parts;
  const auto first = std::find_if_not(parts.begin(), parts.end(), is_at_edge);
  const auto last = std::find_if_not(parts.rbegin(), std::make_reverse_iterator(first), is_at_edge).base();
  const auto start = static_cast<std::size_t>(first - parts.begin());
  const auto end = static_cast<std::size_t>(last - parts.begin());
  Places behind, ahead;
  made.core.parts.clear();
  for (std::size_t place = 0; place < parts.size(); ++place) {
    if (parts[place].kind != Kind::look) {
      made.core.parts.push_back(parts[place]);
    } else if (place < start && looks_back(parts[place])) {
      behind.push_back(place);
    } else if (place >= end && !looks_back(parts[place])) {
      ahead.push_back(place);
    } else {
      made.exceptions.push_back(exception_of(parts, place, boundary));
    }
  }
  made.before = said(parts, behind, backwards, boundary, made.exceptions);
  made.after = said(parts, ahead, forwards, boundary, made.exceptions);
  return made;
}

}  // namespace herold::vale
