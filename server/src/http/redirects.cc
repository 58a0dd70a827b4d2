#include "http/redirects.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "http/crawlers.h"
#include "http/page.h"
#include "http/preference.h"

namespace herold::http {
namespace {

constexpr std::array<Page, 4> kNoSuchLink{{
    {"en", "This link leads nowhere",
     "Perhaps a letter is missing, or the address was cut off. Open it again from where you found it, or ask "
     "whoever shared it for the page’s own address."},
    {"de", "Dieser Link führt nirgendwohin",
     "Vielleicht fehlt ein Buchstabe, oder die Adresse wurde abgeschnitten. Öffne ihn noch einmal dort, wo "
     "du ihn "
     "gefunden hast, oder frag die Person, die ihn geteilt hat, nach der Adresse der Seite."},
    {"fr", "Ce lien ne mène nulle part",
     "Il manque peut-être une lettre, ou l’adresse a été coupée. Ouvre-le à nouveau là où tu l’as trouvé, ou "
     "demande l’adresse de la page à la personne qui l’a partagé."},
    {"it", "Questo link non porta da nessuna parte",
     "Forse manca una lettera, o l’indirizzo è stato tagliato. Aprilo di nuovo da dove l’hai trovato, o "
     "chiedi "
     "l’indirizzo della pagina a chi l’ha condiviso."},
}};

Response no_such_link(const Request& request) {
  std::vector<std::string_view> languages;
  for (const Page& page : kNoSuchLink) languages.push_back(page.language);
  const std::string_view language = preferred_language(request.header("Accept-Language"), languages);
  return page_response(404, *std::find_if(kNoSuchLink.begin(), kNoSuchLink.end(),
                                          [&](const Page& page) { return page.language == language; }));
}

// As browsers say it, of now and of before, who fetch or draw a page that nobody has asked for yet.
bool is_ahead(const Request& request) {
  constexpr std::array<std::string_view, 4> kHeaders{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"};
  return std::any_of(kHeaders.begin(), kHeaders.end(), [&](std::string_view header) {
    const std::string_view purpose = request.header(header);
    return purpose.find("prefetch") != std::string_view::npos ||
           purpose.find("preview") != std::string_view::npos;
  });
}

}  // namespace

struct Redirects::Table {
  std::unordered_map<std::string, store::Link> links;  // by slug
  bool counting = false;
};

bool counts_as_click(const Request& request) {
  if (request.method != Method::get) return false;
  if (request.header("Sec-GPC") == "1" || request.header("DNT") == "1") return false;
  if (is_ahead(request)) return false;
  return !known_crawlers().is_crawler(request.header("User-Agent"));
}

Redirects::Redirects(app::Links& links, const app::Clock& clock)
    : links_(links), clock_(clock), table_(std::make_shared<const Table>()) {}

Response Redirects::answer(const Request& request) {
  const std::string_view name = std::string_view(request.path).substr(kRedirectPath.size());
  const std::size_t hyphen = std::min(name.find('-'), name.size());
  const auto table = table_.load();
  const auto found = table->links.find(std::string(name.substr(0, hyphen)));
  if (found == table->links.end()) return no_such_link(request);
  const store::Link& link = found->second;
  const std::string_view channel = app::channel_of(name.substr(std::min(name.size(), hyphen + 1)));
  if (table->counting && counts_as_click(request)) count(link.item, channel);
  return Response{.status = 302}
      .with("Location", app::with_campaign(link.url, channel, link.item))
      .with("Cache-Control", "no-store");
}

void Redirects::count(const std::string& item, std::string_view channel) {
  const std::int64_t day = clock_.now() / app::kDay;
  const std::lock_guard lock(counting_);
  ++counts_[{day, item, std::string(channel)}];
}

app::Result<void> Redirects::refresh() {
  // One after the other: what was read earlier must not replace what was read later.
  const std::lock_guard lock(refreshing_);
  auto read = links_.table();
  if (!read) return read.error();
  auto table = std::make_shared<Table>();
  table->counting = read->counting;
  for (store::Link& link : read->links) {
    std::string slug = link.slug;
    link.url = app::as_uri(link.url);
    table->links.emplace(std::move(slug), std::move(link));
  }
  table_.store(std::move(table));
  return {};
}

app::ClickBatch Redirects::take_counts() {
  std::map<Key, std::int64_t> counted;
  {
    const std::lock_guard lock(counting_);
    counted.swap(counts_);
  }
  app::ClickBatch batch;
  for (const auto& [key, n] : counted)
    batch.clicks.push_back(
        {.day = std::get<0>(key), .item = std::get<1>(key), .channel = std::get<2>(key), .n = n});
  return batch;
}

app::Result<void> Redirects::write_unwritten() {
  if (unwritten_.clicks.empty()) return {};
  auto written = links_.count(unwritten_);
  if (written) unwritten_.clicks.clear();
  return written;
}

app::Result<void> Redirects::flush() {
  const std::lock_guard lock(flushing_);
  if (auto written = write_unwritten(); !written) return written;
  unwritten_ = take_counts();
  return write_unwritten();
}

}  // namespace herold::http
