#include <initializer_list>

#include "match/finders.h"
#include "match/pattern_set.h"
#include "match/shapes.h"

namespace herold::match {
namespace {

// Shapes that the services' documentation gives for their tokens.
constexpr std::initializer_list<const char*> shapes = {
    R"(\b(?:AKIA|ASIA)[0-9A-Z]{16}\b)",                                      // AWS access key id
    R"(\bgh[pousr]_[0-9A-Za-z]{36,}\b)",                                     // GitHub
    R"(\bgithub_pat_[0-9A-Za-z_]{40,}\b)",                                   // GitHub, fine-grained
    R"(\bgl(?:pat|ptt|dt|rt)-[0-9A-Za-z_-]{20,}\b)",                         // GitLab
    R"(\bxox[abeoprs]-[0-9A-Za-z-]{10,}\b)",                                 // Slack
    R"(\bhooks\.slack\.com/services/[0-9A-Z]+/[0-9A-Z]+/\w+\b)",             // Slack, incoming webhook
    R"(\b[sr]k_(?:live|test)_[0-9A-Za-z]{16,}\b)",                           // Stripe
    R"(\bsk-[0-9A-Za-z_-]{20,}\b)",                                          // OpenAI, Anthropic
    R"(\bAIza[0-9A-Za-z_-]{35}\b)",                                          // Google API key
    R"(\bya29\.[0-9A-Za-z_-]{20,}\b)",                                       // Google OAuth
    R"(\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}\b)",                       // SendGrid
    R"(\bnpm_[0-9A-Za-z]{36}\b)",                                            // npm
    R"(\bpypi-[0-9A-Za-z_-]{50,}\b)",                                        // PyPI
    R"(\bhf_[0-9A-Za-z]{30,}\b)",                                            // Hugging Face
    R"(\bdop_v1_[0-9a-f]{64}\b)",                                            // DigitalOcean
    R"(\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b)",                             // Shopify
    R"(\bAC[0-9a-f]{32}\b|\bSK[0-9a-f]{32}\b)",                              // Twilio
    R"(\beyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}\b)",  // JSON Web Token
    // Databricks, Telegram's bots, Azure Storage.
    R"(\bdapi[0-9a-f]{32}\b)",
    R"(\b\d{8,10}:AA[0-9A-Za-z_-]{33}\b)",
    R"(\bAccountKey=[0-9A-Za-z+/]{80,}=*)",
    // Atlassian, Docker, Figma, Grafana, Google OAuth, Groq, Linear, New Relic, Postman, RubyGems, Slack,
    // Square, Supabase, Tailscale, Vault, webhooks, xAI.
    R"(\b(?:ATATT3|dckr_pat_|figd_|glsa_|GOCSPX-|gsk_|lin_api_|NRAK-|PMAK-|rubygems_|xapp-1-|sq0atp-|sbp_|)"
    R"(tskey-|hvs\.|whsec_|xai-)[0-9A-Za-z_-]{20,}\b)",
};

PatternSet compiled(std::initializer_list<const char*> expressions) {
  PatternSet set;
  for (const char* expression : expressions) set.add(expression, {.letter_case = text::Case::exact});
  set.compile();
  return set;
}

// From BEGIN line to END line, or to the end of the BEGIN line when there is none. One expression for both
// lines would read the rest of the draft for each BEGIN that has no END.
Ranges private_keys(Draft& draft) {
  static const PatternSet first_lines = compiled({R"(-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)"});
  static const PatternSet last_lines = compiled({R"(-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)"});
  const Ranges firsts = leftmost_longest(first_lines.ranges(draft)),
               lasts = leftmost_longest(last_lines.ranges(draft));
  Ranges keys;
  auto last = lasts.begin();
  for (const text::ByteRange first : firsts) {
    if (!keys.empty() && first.start < keys.back().end) continue;
    while (last != lasts.end() && last->start < first.end) ++last;
    keys.push_back({first.start, last == lasts.end() ? first.end : last->end});
  }
  return keys;
}

}  // namespace

Ranges find_secret_tokens(Draft& draft) {
  static const PatternSet tokens = compiled(shapes);
  return merge(leftmost_longest(tokens.ranges(draft)), private_keys(draft));
}

}  // namespace herold::match
