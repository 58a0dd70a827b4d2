#include "suggest/occasions.h"

#include <algorithm>
#include <cstdint>

#include "match/literal_set.h"
#include "suggest/tokens.h"

namespace herold::suggest {

namespace {

constexpr std::string_view anywhere[] = {
    "alles Gute",
    "alles Liebe",
    "herzlichen Glückwunsch",
    "herzliche Glückwünsche",
    "Gratulation",
    "gratuliere",
    "Beileid",
    "frohe Weihnachten",
    "frohe Ostern",
    "schöne Festtage",
    "schöne Feiertage",
    "gutes neues Jahr",
    "frohes neues",
    "guten Rutsch",
    "hat jemand",
    "kennt jemand",
    "kann jemand",
    "kann mir jemand",
    "weiss jemand",
    "wer kennt",
    "könnt ihr",
    "verkaufe",
    "zu verkaufen",
    "zu vermieten",
    "zu verschenken",
    "happy birthday",
    "happy anniversary",
    "congratulations",
    "congrats",
    "condolences",
    "merry Christmas",
    "happy Easter",
    "happy holidays",
    "happy new year",
    "does anyone",
    "can anyone",
    "anyone know",
    "any recommendations",
    "looking for a",
    "for sale",
    "for rent",
    "joyeux anniversaire",
    "bon anniversaire",
    "félicitations",
    "condoléances",
    "joyeux Noël",
    "joyeuses fêtes",
    "bonnes fêtes",
    "bonne année",
    "qui connaît",
    "qui aurait",
    "je cherche",
    "à vendre",
    "à louer",
    "à donner",
    "buon compleanno",
    "auguri",
    "congratulazioni",
    "condoglianze",
    "buon Natale",
    "buone feste",
    "buon anno",
    "chi conosce",
    "vendesi",
    "affittasi",
};

/// Of these only a draft that begins with them.
constexpr std::string_view at_the_beginning[] = {"suche",  "wer hat",   "wer kann", "cherche",
                                                 "vends",  "quelqu'un", "cerco",    "vendo",
                                                 "regalo", "qualcuno",  "chi sa",   "looking for"};

struct Phrases {
  match::LiteralSet set;
  std::uint32_t first_at_the_beginning = 0;
};

const Phrases& phrases() {
  static const Phrases made = [] {
    Phrases all;
    for (const std::string_view phrase : anywhere) all.set.add(phrase, {});
    all.first_at_the_beginning = all.set.size();
    for (const std::string_view phrase : at_the_beginning) all.set.add(phrase, {});
    all.set.compile();
    return all;
  }();
  return made;
}

}  // namespace

bool is_occasion(std::string_view draft) {
  match::Draft text(draft);
  const std::vector<match::LiteralHit> hits = phrases().set.scan(text);
  return std::any_of(hits.begin(), hits.end(), [&](const match::LiteralHit& hit) {
    return hit.term < phrases().first_at_the_beginning || tokens(draft.substr(0, hit.range.start)).empty();
  });
}

}  // namespace herold::suggest
